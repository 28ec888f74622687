using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.Absences;

/// <summary>
/// How a pause was and why there was no session, told afterwards. Kept by days, not by pause: it is shown on the pause
/// it overlaps most (the earlier one on a tie), so that a visit entered later loses nothing.
/// </summary>
public sealed class AbsenceNote : PatientRow
{
    /// <summary>The first day it speaks of.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day, included; an open one ends at the next held visit.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>How it was.</summary>
    public HowItWas HowItWas { get; private set; }

    /// <summary>Why there was no session.</summary>
    public WhyNoSession WhyNoSession { get; private set; }

    /// <summary>In words.</summary>
    public string? Words { get; private set; }

    /// <summary>The day on which it was told.</summary>
    public DateOnly ToldOn { get; private set; }

    /// <summary>The days it speaks of.</summary>
    public DateSpan Span => new(From, To);

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(AbsenceNoteForm form, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(form);
        List<Problem> problems = [.. WrittenText.TooLong(nameof(form.Words), form.Words, WrittenText.LongestNote)];
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
            WhyNoSession = form.WhyNoSession;
            Words = WrittenText.Clean(form.Words);
            ToldOn = form.ToldOn ?? today;
        }

        return problems;
    }
}

/// <summary>How a pause was, as told on return.</summary>
public enum HowItWas
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>Rather well.</summary>
    RatherWell,

    /// <summary>Ups and downs.</summary>
    UpsAndDowns,

    /// <summary>Rather hard.</summary>
    RatherHard,
}

/// <summary>Why there was no session.</summary>
public enum WhyNoSession
{
    /// <summary>Not known.</summary>
    NotKnown,

    /// <summary>No need, it was fine.</summary>
    NoNeed,

    /// <summary>Managing with own tools.</summary>
    OwnTools,

    /// <summary>Own choice.</summary>
    OwnChoice,

    /// <summary>Agreed together.</summary>
    AgreedTogether,

    /// <summary>Life left no room.</summary>
    LifeLeftNoRoom,

    /// <summary>Other care.</summary>
    OtherCare,

    /// <summary>Access: delay, travel, cost, prescription.</summary>
    Access,

    /// <summary>The practice was closed.</summary>
    PracticeClosed,

    /// <summary>Did not dare return.</summary>
    DidNotDareReturn,

    /// <summary>The care did not suit.</summary>
    CareDidNotSuit,
}

/// <summary>An absence note as it is typed.</summary>
public sealed class AbsenceNoteForm
{
    /// <summary>The note; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends; none when nothing was kept.</summary>
    public Guid? DraftId { get; set; }

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

    /// <inheritdoc cref="AbsenceNote.ToldOn"/>
    public DateOnly? ToldOn { get; set; }
}
