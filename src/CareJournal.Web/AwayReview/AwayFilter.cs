using CareJournal.AwayReview;
using CareJournal.Episodes;
using CareJournal.Search;
using CareJournal.Web.Security;

namespace CareJournal.Web.AwayReview;

/// <summary>Filters the rows of the review: by time since the last session, by reason for follow-up, by what opened the latest period, by theme. Pure.</summary>
/// <param name="Band">How long ago the last session was.</param>
/// <param name="Condition">The reason for which the person is followed.</param>
/// <param name="Because">Why the latest period was opened.</param>
/// <param name="Theme">The theme that is written about the person.</param>
public sealed record AwayFilter(AwayBand? Band = null, FollowUpCondition? Condition = null, OpenedBecause? Because = null, PeopleTheme? Theme = null)
{
    /// <summary>The grounds on which each person is followed, by the id of the person.</summary>
    public IReadOnlyDictionary<Guid, FollowUpGrounds> Grounds { get; init; } = new Dictionary<Guid, FollowUpGrounds>();

    /// <summary>Whether everything is shown.</summary>
    public bool IsEmpty => this is { Band: null, Condition: null, Because: null, Theme: null };

    /// <summary>The filter without any criterion.</summary>
    public AwayFilter Everything => new() { Grounds = Grounds };

    /// <summary>Whether a row is shown.</summary>
    public bool Shows(AwayRow row)
    {
        FollowUpGrounds grounds = Grounds.GetValueOrDefault(row.Facts.PatientId) ?? FollowUpGrounds.None;
        return (Band is null || row.Band == Band)
            && (Condition is null || grounds.Conditions.Contains(Condition))
            && (Because is null || grounds.PeriodBecause == Because)
            && (Theme is null || Theme.People.Contains(row.Facts.PatientId));
    }

    /// <summary>Returns the filter without the criterion that hides most rows.</summary>
    public AwayFilter WithoutNarrowest(IReadOnlyList<AwayRow> rows) =>
        new[] { this with { Band = null }, this with { Condition = null }, this with { Because = null }, this with { Theme = null } }
            .Where(without => without != this)
            .DefaultIfEmpty(this)
            .MaxBy(without => rows.Count(without.Shows))!;
}
