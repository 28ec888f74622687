using CareJournal.AwayReview;

namespace CareJournal.Web.AwayReview;

/// <summary>
/// The geometry of one line of time since a person's last session, with a tick for each rhythm: the agreed one (or the agreed date), the observed one, and
/// today. Lengths side by side, never a ratio. Pure.
/// </summary>
/// <param name="Days">The length of the line in days.</param>
/// <param name="Ticks">The ticks, in the order of their kinds; today is always among them.</param>
public sealed record RhythmLine(decimal Days, IReadOnlyList<RhythmTick> Ticks)
{
    // The last tick keeps a little of the line behind it.
    private const decimal Air = 1.06m;

    /// <summary>Draws the line of a row on a day.</summary>
    public static RhythmLine Of(AwayRow row, DateOnly today)
    {
        DateOnly last = row.Facts.LastVisit ?? today;
        Agreement? agreed = row.Judgement.Step?.Agreement;
        List<(RhythmTickKind Kind, decimal Days)> ticks = [];
        if (agreed?.BackBy is { } backBy && backBy > last)
        {
            ticks.Add((RhythmTickKind.AgreedDate, backBy.DayNumber - last.DayNumber));
        }
        else if (agreed?.EveryDays is { } days)
        {
            ticks.Add((RhythmTickKind.Agreed, days));
        }

        if (row.Facts.Course.Latest?.Observed is { } observed)
        {
            ticks.Add((RhythmTickKind.Observed, observed));
        }

        ticks.Add((RhythmTickKind.Today, Math.Max(0, today.DayNumber - last.DayNumber)));
        decimal length = Math.Max(1, ticks.Max(tick => tick.Days)) * Air;
        return new RhythmLine(length, [.. ticks.Select(tick => new RhythmTick(tick.Kind, tick.Days, (double)(100 * tick.Days / length)))]);
    }
}

/// <summary>A tick on the line.</summary>
/// <param name="Kind">What it marks.</param>
/// <param name="Days">Its distance from the last session, in days.</param>
/// <param name="Percent">Its place on the line, 0 to 100.</param>
public sealed record RhythmTick(RhythmTickKind Kind, decimal Days, double Percent);

/// <summary>The kinds of tick.</summary>
public enum RhythmTickKind
{
    /// <summary>The agreed rhythm.</summary>
    Agreed,

    /// <summary>The agreed date.</summary>
    AgreedDate,

    /// <summary>The observed rhythm.</summary>
    Observed,

    /// <summary>Today.</summary>
    Today,
}
