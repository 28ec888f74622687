using CareJournal.Absences;

namespace CareJournal.Visits;

/// <summary>The sessions of a paper file, saved together: all of them or none.</summary>
public sealed class PastVisitsForm
{
    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The draft that ends in this save, if there is one.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>The sessions, in any order.</summary>
    public required IReadOnlyList<PastVisit> Visits { get; init; }

    /// <summary>The days of which the page said that a session is recorded already; a recorded session on any other day of the form makes it stale.</summary>
    public IReadOnlySet<DateOnly> AlreadyThere { get; init; } = new HashSet<DateOnly>();

    /// <summary>Whether the practitioner confirmed sessions for a person who has died.</summary>
    public bool DeceasedConfirmed { get; init; }
}

/// <summary>One session of a paper file, with what is told before it.</summary>
public sealed class PastVisit
{
    /// <summary>The session.</summary>
    public required VisitForm Visit { get; init; }

    /// <summary>The title of the period of follow-up that begins with this session; refused where none begins.</summary>
    public string? PeriodTitle { get; init; }

    /// <summary>How the pause before this session was, as told in it; refused where there is no pause.</summary>
    public HowItWas PauseHow { get; init; }

    /// <summary>What was told in this session about the pause before it, in free text; refused where there is no pause.</summary>
    public string? PauseWords { get; init; }

    /// <summary>Whether something is told about the pause before this session.</summary>
    public bool TellsOfPause => PauseHow != HowItWas.NotSaid || !string.IsNullOrWhiteSpace(PauseWords);
}
