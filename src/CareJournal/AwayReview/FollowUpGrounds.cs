using CareJournal.Episodes;

namespace CareJournal.AwayReview;

/// <summary>Why a person is followed: by what many people are told apart.</summary>
/// <param name="Conditions">Reasons for follow-up.</param>
/// <param name="PeriodStart">The first session of the latest period; <c>null</c> without one.</param>
/// <param name="PeriodBecause">What the latest period was opened because of; <c>null</c> without one.</param>
public sealed record FollowUpGrounds(IReadOnlyList<FollowUpCondition> Conditions, DateOnly? PeriodStart, OpenedBecause? PeriodBecause)
{
    /// <summary>Of a person of whom nothing of this is recorded.</summary>
    public static readonly FollowUpGrounds None = new([], null, null);
}

/// <summary>A reason for follow-up, the same for all who are followed for it.</summary>
/// <param name="Id">Stands for the label in an address, which must hold no word of the record: the id of the first row that bears it.</param>
/// <param name="Label">What it is called.</param>
public sealed record FollowUpCondition(Guid Id, string Label);
