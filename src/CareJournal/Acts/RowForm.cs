namespace CareJournal.Acts;

/// <summary>The base of every form that writes one row.</summary>
public abstract class RowForm
{
    /// <summary>The id of the row; made by the page for a new one, so that saving twice makes no duplicate.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The revision that was read; 0 for a new row.</summary>
    public int Revision { get; set; }

    /// <summary>The draft that this save ends, if there is one.</summary>
    public Guid? DraftId { get; set; }
}

/// <summary>The base of every form that writes one row about a person.</summary>
public abstract class PatientRowForm : RowForm
{
    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }
}
