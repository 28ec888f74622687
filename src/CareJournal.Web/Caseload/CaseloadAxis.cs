using CareJournal.Caseload;

namespace CareJournal.Web.Caseload;

/// <summary>The axis above the rows: calendar years while they are aligned on today, else months and years before and after. Pure.</summary>
/// <param name="Ticks">The lines of the axis.</param>
/// <param name="Anchor">The position of the day on which all rows are aligned, in pixels.</param>
public sealed record CaseloadAxis(IReadOnlyList<CaseloadTick> Ticks, double Anchor)
{
    private const double FewestPixels = 56;

    private static readonly int[] Steps = [1, 3, 6, 12, 24, 60, 120];

    /// <summary>Creates the axis of a choice at a width.</summary>
    public static CaseloadAxis Create(CaseloadChoice choice, DateOnly today, int width, Words words)
    {
        (int before, int after) = CaseloadOverview.Reach(choice);
        double perMonth = (width - 2.0) / (before + after);
        double anchor = 1 + (before * perMonth);
        int step = Steps.First(months => months * perMonth >= FewestPixels || months == Steps[^1]);
        IEnumerable<CaseloadTick> ticks = choice.Align == CaseloadAnchor.Today
            ? Calendar(today, before, after, step).Select(day => new CaseloadTick(MiniTimelinePath.X(day, today.AddMonths(-before), today.AddMonths(after), width), Name(day, step)))
            : Enumerable.Range(-before / step, (before / step) + (after / step) + 1)
                .Select(count => new CaseloadTick(anchor + (count * step * perMonth), count == 0 ? "" : Distance(count * step, words)));

        // Words that are cut off at an end of the strip could be misread: the line is drawn without them.
        return new CaseloadAxis(
            [.. ticks.Where(tick => tick.X >= 1 && tick.X <= width - 1).Select(tick => tick.X < FewestPixels / 2 || tick.X > width - (FewestPixels / 2) ? tick with { Words = "" } : tick)],
            anchor);
    }

    // The lines are counted from 1 January, so that a line is the same day on every screen.
    private static IEnumerable<DateOnly> Calendar(DateOnly today, int before, int after, int step)
    {
        DateOnly from = today.AddMonths(-before);
        DateOnly first = new(from.Year, 1, 1);
        for (DateOnly day = first; day <= today.AddMonths(after); day = day.AddMonths(step))
        {
            if (day >= from)
            {
                yield return day;
            }
        }
    }

    private static string Name(DateOnly day, int step) =>
        step >= 12 || day.Month == 1 ? day.Year.ToString(CultureInfo.InvariantCulture) : Words.Culture.DateTimeFormat.GetAbbreviatedMonthName(day.Month);

    private static string Distance(int months, Words words) =>
        (months < 0 ? "−" : "+") + (months % 12 == 0 ? words.Count(Math.Abs(months) / 12, "Duration.Years") : words.Count(Math.Abs(months), "Duration.Months"));
}

/// <summary>A line of the axis.</summary>
/// <param name="X">Its position, in pixels.</param>
/// <param name="Words">Its label; empty at the day that is aligned on, and where it would be cut off.</param>
public sealed record CaseloadTick(double X, string Words);
