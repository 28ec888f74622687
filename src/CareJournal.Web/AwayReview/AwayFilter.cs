using CareJournal.AwayReview;
using CareJournal.Episodes;

namespace CareJournal.Web.AwayReview;

/// <summary>Which rows of the review are shown: by time since the last session, by reason for follow-up, by what opened the latest period. Pure.</summary>
/// <param name="Band">How long ago the last session was.</param>
/// <param name="Condition">For what the person is followed.</param>
/// <param name="Because">What the latest period was opened because of.</param>
public sealed record AwayFilter(AwayBand? Band = null, FollowUpCondition? Condition = null, OpenedBecause? Because = null)
{
    /// <summary>Why everybody is followed.</summary>
    public IReadOnlyDictionary<Guid, FollowUpGrounds> Known { get; init; } = new Dictionary<Guid, FollowUpGrounds>();

    /// <summary>Whether everything is shown.</summary>
    public bool IsEmpty => this is { Band: null, Condition: null, Because: null };

    /// <summary>Whether a row is shown.</summary>
    public bool Shows(AwayRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        FollowUpGrounds grounds = Known.GetValueOrDefault(row.Facts.PatientId) ?? FollowUpGrounds.None;
        return (Band is null || row.Band == Band)
            && (Condition is null || grounds.Conditions.Contains(Condition))
            && (Because is null || grounds.PeriodBecause == Because);
    }

    /// <summary>The filter without the criterion that hides most rows: what is left when one is taken away.</summary>
    public AwayFilter WithoutNarrowest(IReadOnlyList<AwayRow> rows) =>
        new[] { this with { Band = null }, this with { Condition = null }, this with { Because = null } }
            .Where(without => without != this)
            .DefaultIfEmpty(this)
            .MaxBy(without => rows.Count(without.Shows))!;
}
