using CareJournal.Episodes;

namespace CareJournal.Timelines;

/// <summary>A period of follow-up as it was recorded.</summary>
public sealed record RecordedEpisode
{
    /// <summary>The period.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>A short title.</summary>
    public string? Title { get; init; }

    /// <summary>The reason why it was opened, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The aim.</summary>
    public string? Aim { get; init; }

    /// <summary>The occasion on which it was opened.</summary>
    public OpenedBecause OpenedBecause { get; init; }

    /// <summary>The reason for follow-up it belongs to.</summary>
    public Guid? ConditionId { get; init; }

    /// <summary>The day on which it was closed.</summary>
    public DateOnly? ClosedOn { get; init; }
}
