namespace CareJournal.Keeping;

/// <summary>A place in which copies of the journal are made by themselves: a folder on a stick, on a second disk, or one that is synchronised.</summary>
public sealed class CopyPlace : RecordedRow
{
    /// <summary>The folder, as a full path. It need not be there at all times.</summary>
    public required string Path { get; init; }
}
