namespace CareJournal.Acts;

/// <summary>A row as it was before an act changed it. Append-only; written in the transaction of the change.</summary>
public sealed class RowVersion
{
    /// <summary>The opaque id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The act that changed the row.</summary>
    public required Guid ActId { get; init; }

    /// <summary>The row's table.</summary>
    public required string Table { get; init; }

    /// <summary>The row.</summary>
    public required Guid RowId { get; init; }

    /// <summary>The row's revision once the act was saved; an undo is refused when the row has changed since.</summary>
    public required int RevisionAfter { get; init; }

    /// <summary>The row before the act as JSON, by column; <c>null</c> when the act created the row.</summary>
    public string? Before { get; init; }
}
