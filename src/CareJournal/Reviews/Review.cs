using CareJournal.Acts;

namespace CareJournal.Reviews;

/// <summary>Taking stock: so far the one line that says what justifies the rhythm today. It starts the count of a series afresh.</summary>
public sealed class Review : PatientRow
{
    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The day on which stock was taken.</summary>
    public required DateOnly TakenOn { get; set; }

    /// <summary>What justifies this rhythm today.</summary>
    public string? JustifiesRhythm { get; set; }
}
