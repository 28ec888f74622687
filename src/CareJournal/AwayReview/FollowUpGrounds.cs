using CareJournal.Episodes;

namespace CareJournal.AwayReview;

/// <summary>The grounds on which a person is followed: what distinguishes one person among many.</summary>
/// <param name="Conditions">The reasons for follow-up.</param>
/// <param name="PeriodStart">The first session of the latest period; <c>null</c> without one.</param>
/// <param name="PeriodBecause">What the latest period was opened because of; <c>null</c> without one.</param>
public sealed record FollowUpGrounds(IReadOnlyList<FollowUpCondition> Conditions, DateOnly? PeriodStart, OpenedBecause? PeriodBecause)
{
    /// <summary>The grounds of a person of whom none are recorded.</summary>
    public static readonly FollowUpGrounds None = new([], null, null);
}

/// <summary>A reason for follow-up, the same for all who are followed for it.</summary>
/// <param name="Id">The id of the first row with the label. It replaces the label in an address, which must contain no word of the record.</param>
/// <param name="Label">What the reason is called.</param>
public sealed record FollowUpCondition(Guid Id, string Label);
