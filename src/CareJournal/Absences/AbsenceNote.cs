namespace CareJournal.Absences;

/// <summary>
/// A note about a pause, as reported afterwards: how it was, and why there was no session. It is recorded by days, not by pause, and shown with the pause
/// it overlaps most (the earlier one on a tie), so that a visit entered later loses nothing.
/// </summary>
public sealed class AbsenceNote : PatientRow
{
    private static readonly WhyNoSession Reasons = Enum.GetValues<WhyNoSession>().Aggregate((all, one) => all | one);

    /// <summary>The first day described.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day described, included; without one, the note ends at the next held visit.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The course of the pause, as reported.</summary>
    public HowItWas HowItWas { get; private set; }

    /// <summary>The reasons why there was no session, as reported.</summary>
    public WhyNoSession WhyNoSession { get; private set; }

    /// <summary>The note in free text.</summary>
    public string? Words { get; private set; }

    /// <summary>The day on which it was reported.</summary>
    public DateOnly ReportedOn { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(AbsenceNoteForm form, DateOnly today, LifeSpan? life)
    {
        List<Problem> problems =
        [
            .. ClinicalDate.Problems(nameof(form.ReportedOn), form.ReportedOn, today, life?.WithoutDeath),
            .. WrittenText.TooLong(nameof(form.Words), form.Words, WrittenText.LongestNote),
        ];
        if (form.To < form.From)
        {
            problems.Add(new Problem(nameof(form.To), ProblemKind.EndBeforeStart));
        }

        if (form.From > today)
        {
            problems.Add(new Problem(nameof(form.From), ProblemKind.AfterToday));
        }

        if (problems.Count == 0)
        {
            From = form.From;
            To = form.To;
            HowItWas = form.HowItWas;
            WhyNoSession = form.WhyNoSession & Reasons;
            Words = WrittenText.Clean(form.Words);
            ReportedOn = form.ReportedOn ?? today;
        }

        return problems;
    }
}

/// <summary>The course of a pause, as reported on return.</summary>
public enum HowItWas
{
    /// <summary>Not recorded.</summary>
    NotSaid,

    /// <summary>Rather well.</summary>
    RatherWell,

    /// <summary>Ups and downs.</summary>
    UpsAndDowns,

    /// <summary>Rather hard.</summary>
    RatherHard,
}

/// <summary>The reasons why there was no session; several may be chosen. The file keeps the names, separated by commas.</summary>
[Flags]
public enum WhyNoSession
{
    /// <summary>Not known.</summary>
    NotKnown = 0,

    // Drafts keep the numbers: 1 to 10 were single reasons until schema 4, and are read as none rather than as others.

    /// <summary>No need, it was fine.</summary>
    NoNeed = 1 << 4,

    /// <summary>Managed with own tools.</summary>
    OwnTools = 1 << 5,

    /// <summary>Own choice.</summary>
    OwnChoice = 1 << 6,

    /// <summary>Agreed together.</summary>
    AgreedTogether = 1 << 7,

    /// <summary>Life left no room.</summary>
    LifeLeftNoRoom = 1 << 8,

    /// <summary>Other care.</summary>
    OtherCare = 1 << 9,

    /// <summary>The practice had no room.</summary>
    NoRoomAtPractice = 1 << 10,

    /// <summary>The way to the practice.</summary>
    Travel = 1 << 11,

    /// <summary>The cost.</summary>
    Cost = 1 << 12,

    /// <summary>No prescription any more.</summary>
    NoPrescription = 1 << 13,

    /// <summary>The practice was closed.</summary>
    PracticeClosed = 1 << 14,

    /// <summary>Did not dare return.</summary>
    DidNotDareReturn = 1 << 15,

    /// <summary>The care did not suit.</summary>
    CareDidNotSuit = 1 << 16,

    /// <summary>Access: delay, travel, cost or prescription, told apart only since schema 4. Kept where it was recorded; not offered.</summary>
    Access = 1 << 17,
}

/// <summary>The form of an absence note.</summary>
public sealed class AbsenceNoteForm : PatientRowForm
{
    /// <inheritdoc cref="AbsenceNote.From"/>
    public required DateOnly From { get; init; }

    /// <inheritdoc cref="AbsenceNote.To"/>
    public DateOnly? To { get; init; }

    /// <inheritdoc cref="AbsenceNote.HowItWas"/>
    public HowItWas HowItWas { get; set; }

    /// <inheritdoc cref="AbsenceNote.WhyNoSession"/>
    public WhyNoSession WhyNoSession { get; set; }

    /// <inheritdoc cref="AbsenceNote.Words"/>
    public string? Words { get; set; }

    /// <inheritdoc cref="AbsenceNote.ReportedOn"/>
    public DateOnly? ReportedOn { get; set; }
}
