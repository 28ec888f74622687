using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads after how long people return, from the visit days that are in memory.</summary>
public sealed class ReturnsReader(IDbContextFactory<JournalContext> journals, VisitDates visitDates, PracticeClock clock)
{
    /// <summary>Reads the returns as of today.</summary>
    /// <param name="threshold">The threshold of a pause for this view, 60, 90 or 180 days; with any other value, the practice's own.</param>
    public async Task<ReturnsAnswer> ReadAsync(int? threshold = null)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        int own = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync();
        int counted = threshold is { } asked && PracticeSettings.Thresholds.Contains(asked) ? asked : own;
        return ReturnsAnswer.Of(visitDates.All(), clock.Today, counted, own);
    }
}
