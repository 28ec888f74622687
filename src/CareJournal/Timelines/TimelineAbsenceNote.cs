using CareJournal.Absences;

namespace CareJournal.Timelines;

/// <summary>A note about a pause, as reported afterwards: how it was, and why there was no session.</summary>
public sealed record TimelineAbsenceNote
{
    /// <summary>The note.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The first day described.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day described, included; without one, the note ends at the next held visit.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The course of the pause, as reported.</summary>
    public HowItWas HowItWas { get; init; }

    /// <summary>The reason why there was no session.</summary>
    public WhyNoSession WhyNoSession { get; init; }

    /// <summary>The note in free text.</summary>
    public string? Words { get; init; }

    /// <summary>The day on which it was reported.</summary>
    public DateOnly ReportedOn { get; init; }
}
