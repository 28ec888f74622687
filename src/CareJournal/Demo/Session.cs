using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>A held session while a course is being generated.</summary>
internal sealed class Session(DateOnly on, SessionPurpose purpose)
{
    /// <summary>The day.</summary>
    public DateOnly On { get; } = on;

    /// <summary>The purpose in the course.</summary>
    public SessionPurpose Purpose { get; set; } = purpose;

    /// <summary>The place.</summary>
    public VisitMode Mode { get; init; }

    /// <summary>The time at which it began, if that matters.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>The next step that was agreed.</summary>
    public NextStepForm? NextStep { get; set; }

    /// <summary>The line about what justifies the rhythm, if stock was taken.</summary>
    public string? JustifiesRhythm { get; set; }
}

/// <summary>A flare-up as it really was, before memory makes it vague.</summary>
/// <param name="On">The first day.</param>
/// <param name="Until">The last day; later than the last session if it is ongoing.</param>
/// <param name="ReportedOn">The session at which it was reported.</param>
/// <param name="Weight">How much it adds, in points of a 0–10 scale.</param>
/// <param name="Hurts">Whether it raised pain; otherwise it only affected sleep and activities.</param>
internal sealed record FlareFact(DateOnly On, DateOnly Until, DateOnly ReportedOn, double Weight, bool Hurts)
{
    /// <summary>Whether it affected a day.</summary>
    public bool IsFelt(DateOnly day) => day >= On && day <= Until;
}
