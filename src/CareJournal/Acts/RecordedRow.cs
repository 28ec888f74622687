namespace CareJournal.Acts;

/// <summary>
/// A row that was recorded by the practitioner. It is never deleted and never silently overwritten:
/// each change keeps what was there before as a <see cref="RowVersion"/>.
/// </summary>
public abstract class RecordedRow
{
    /// <summary>Opaque, made in the order of entry.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Counts the saves of this row, from 1; a save over an older number is refused as stale.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was declared entered in error: it then leaves every list and rule, and stays readable in the history.</summary>
    public DateTime? VoidedAtUtc { get; private set; }

    /// <summary>Declares the row entered in error.</summary>
    public void Void(DateTime atUtc) => VoidedAtUtc ??= atUtc;

    /// <summary>Takes back that it was entered in error.</summary>
    public void Restore() => VoidedAtUtc = null;
}

/// <summary>A recorded row that belongs to one person.</summary>
public abstract class PatientRow : RecordedRow
{
    /// <summary>Whose record it is.</summary>
    public required Guid PatientId { get; set; }
}
