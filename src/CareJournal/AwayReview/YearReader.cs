using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads a calendar year of the practice.</summary>
public sealed class YearReader(IDbContextFactory<JournalContext> journals, VisitDates visitDates, PracticeClock clock)
{
    /// <summary>Reads a year in counts, up to today; <c>null</c> for a year that has not begun or that does not exist in the calendar.</summary>
    /// <param name="year">The year; the present one where it is left out.</param>
    public async Task<(DateOnly Today, YearOfCare? Year)> ReadAsync(int? year = null)
    {
        DateOnly today = clock.Today;
        int counted = year ?? today.Year;
        if (counted < DateOnly.MinValue.Year || counted > today.Year)
        {
            return (today, null);
        }

        (DateOnly first, DateOnly last) = (new DateOnly(counted, 1, 1), new DateOnly(counted, 12, 31));
        await using JournalContext journal = await journals.CreateDbContextAsync();
        Dictionary<VisitMode, int> modes = await journal.Visits
            .Where(visit => visit.Status == VisitStatus.Held && visit.HeldOn >= first && visit.HeldOn <= last)
            .GroupBy(visit => visit.Mode)
            .Select(mode => new { mode.Key, Visits = mode.Count() })
            .ToDictionaryAsync(mode => mode.Key, mode => mode.Visits);
        int opened = await journal.Visits
            .Where(visit => visit.Status == VisitStatus.Held && visit.HeldOn >= first && visit.HeldOn <= last && visit.EpisodeId != null)
            .Where(visit => !journal.Visits.Any(earlier => earlier.EpisodeId == visit.EpisodeId && earlier.HeldOn < first))
            .Select(visit => visit.EpisodeId)
            .Distinct()
            .CountAsync();
        int closed = await journal.Episodes.CountAsync(period => period.ClosedOn >= first && period.ClosedOn <= last);
        int reviews = await journal.Reviews.CountAsync(review => review.TakenOn >= first && review.TakenOn <= last);
        int threshold = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync();
        return (today, YearOfCare.Count(counted, visitDates.All(), new YearRows(modes, opened, closed, reviews, threshold)));
    }
}
