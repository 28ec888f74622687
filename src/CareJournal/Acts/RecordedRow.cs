namespace CareJournal.Acts;

/// <summary>
/// A row recorded by the practitioner. It is never deleted and never silently overwritten:
/// each change keeps the former values as a <see cref="RowVersion"/>.
/// </summary>
public abstract class RecordedRow
{
    /// <summary>The opaque id, ascending in the order of entry.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The number of saves of this row, from 1; a save over an older number is refused as stale.</summary>
    public int Revision { get; private set; }

    /// <summary>The time at which the row was declared entered in error: it then leaves every list and rule, and stays readable in the history.</summary>
    public DateTime? VoidedAtUtc { get; private set; }

    /// <summary>Declares the row entered in error.</summary>
    public void Void(DateTime atUtc) => VoidedAtUtc ??= atUtc;
}

/// <summary>A recorded row that belongs to one person.</summary>
public abstract class PatientRow : RecordedRow
{
    /// <summary>The person whose record it is.</summary>
    public required Guid PatientId { get; set; }
}
