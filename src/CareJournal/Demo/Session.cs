using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>A held session while a course is being made up.</summary>
internal sealed class Session(DateOnly on, SessionPurpose purpose)
{
    /// <summary>Its day.</summary>
    public DateOnly On { get; } = on;

    /// <summary>Where it stands in the course.</summary>
    public SessionPurpose Purpose { get; set; } = purpose;

    /// <summary>Where it took place.</summary>
    public VisitMode Mode { get; init; }

    /// <summary>When it began, where that matters.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>What was said about the next time.</summary>
    public NextStepForm? NextStep { get; set; }

    /// <summary>What justifies the rhythm, where stock was taken.</summary>
    public string? JustifiesRhythm { get; set; }
}

/// <summary>A flare-up as it was, before memory blurs it.</summary>
/// <param name="On">The first day.</param>
/// <param name="Until">The last day; later than the last session for one that goes on.</param>
/// <param name="ToldOn">The session at which it was told.</param>
/// <param name="Weight">How much it adds, in points of a 0–10 scale.</param>
/// <param name="Hurts">Whether it raised pain; otherwise only sleep and activities felt it.</param>
internal sealed record FlareFact(DateOnly On, DateOnly Until, DateOnly ToldOn, double Weight, bool Hurts)
{
    /// <summary>Whether it was felt on a day.</summary>
    public bool IsFelt(DateOnly day) => day >= On && day <= Until;
}
