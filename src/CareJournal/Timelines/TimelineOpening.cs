namespace CareJournal.Timelines;

/// <summary>
/// The days that the first picture of a follow-up holds: its last period and today, however long ago that period ended, so that it never opens on a silence alone. Pure.
/// </summary>
/// <param name="From">The first of them; not after the last session.</param>
/// <param name="To">The last of them: today.</param>
/// <param name="Whole">Whether the whole follow-up is shown at first: it has few sessions, or is short.</param>
public sealed record TimelineOpening(DateOnly From, DateOnly To, bool Whole)
{
    /// <summary>The number of sessions up to which a follow-up opens as a whole, over however many years.</summary>
    public const int FewVisits = 12;

    /// <summary>The number of days from the first session to today below which a follow-up opens as a whole.</summary>
    public const int ShortDays = 731;

    /// <summary>The number of days before the last session that are held of a period that is longer.</summary>
    public const int LongestPeriodDays = 1826;

    /// <summary>The number of days held at least.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Finds the days that the first picture of a follow-up holds; without a session, everything that is known.</summary>
    public static TimelineOpening Find(PatientTimeline timeline)
    {
        if (timeline is not { FollowedSince: { } first, LastVisit: { } last })
        {
            return new TimelineOpening(timeline.From, timeline.Today, Whole: true);
        }

        if (IsWhole(timeline.Held.Count, timeline.Today.DayNumber - first.DayNumber))
        {
            return new TimelineOpening(Earlier(first, timeline.Today), timeline.Today, Whole: true);
        }

        DateOnly begins = PeriodOf(timeline, last) ?? timeline.Gaps.LastOrDefault(gap => gap.To is not null)?.To ?? first;
        DateOnly earliest = last.AddDays(-LongestPeriodDays);
        return new TimelineOpening(Earlier(begins > earliest ? begins : earliest, timeline.Today), timeline.Today, Whole: false);
    }

    /// <summary>Whether a follow-up opens as a whole.</summary>
    /// <param name="visits">The number of held sessions.</param>
    /// <param name="followedDays">The number of days from the first session to today.</param>
    public static bool IsWhole(int visits, int followedDays) => visits <= FewVisits || followedDays < ShortDays;

    // The first session of the period in which the last session was; of several, the one that began last.
    private static DateOnly? PeriodOf(PatientTimeline timeline, DateOnly last) =>
        timeline.Episodes.Where(episode => episode.Last == last).Select(episode => (DateOnly?)episode.First).Max();

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
