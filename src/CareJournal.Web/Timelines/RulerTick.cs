namespace CareJournal.Web.Timelines;

/// <summary>A tick of the ruler.</summary>
/// <param name="X">Its position, in pixels.</param>
/// <param name="Label">Its label; <c>null</c> for a line alone.</param>
/// <param name="IsLabel">Whether it is a label alone: that of a year that began in a folded pause, at the end of it.</param>
public sealed record RulerTick(double X, string? Label, bool IsLabel = false)
{
    private const double Closest = 44;
    private const double Air = 10;
    private const double DaysInAYear = 365.25;

    /// <summary>Draws the ticks: years; months where a year is wide; days where a month is. Labels keep a distance from each other and from today.</summary>
    public static IReadOnlyList<RulerTick> Draw(TimelineLook look)
    {
        double today = look.Scale.Middle(look.Timeline.Today);
        double besideToday = TimelineLabels.WidthOf(look.Words["Timeline.Today"]);
        IEnumerable<(DateOnly Day, string? Label)> marks = look.Stop switch
        {
            TimelineStop.Weeks => EveryDay(look).Select(day => ((DateOnly, string?))(day, DayLabel(day))),
            TimelineStop.Season => EveryDay(look).Where(day => day.Day is 1 or 8 or 15 or 22).Select(day => ((DateOnly, string?))(day, day.Day == 1 ? look.Words.Month(day) : Number(day.Day))),
            _ => Months(look),
        };
        IEnumerable<RulerTick> ticks = marks.Where(mark => !look.Scale.IsFolded(mark.Day)).Select(mark => new RulerTick(look.Scale.X(mark.Day), mark.Label));
        return [.. Apart(ticks.Concat(look.Stop < TimelineStop.Season ? YearsAfterFolds(look) : []).OrderBy(tick => tick.X).Select(tick => tick with { Label = IsFree(tick.X, tick.Label) ? tick.Label : null }))];

        // The label of today is written to the left of its line.
        bool IsFree(double x, string? label) =>
            TimelineLabels.WidthOf(label ?? "") / 2 is var half && (x + half < today - besideToday - Air || x - half > today + Air);
    }

    // A label that would touch the one before it is dropped: folded years are narrow.
    private static IEnumerable<RulerTick> Apart(IEnumerable<RulerTick> ticks)
    {
        double end = double.NegativeInfinity;
        foreach (RulerTick tick in ticks)
        {
            double half = TimelineLabels.WidthOf(tick.Label ?? "") / 2;
            bool touches = tick.Label is not null && tick.X - half < end;
            end = tick.Label is null || touches ? end : tick.X + half;
            if (!touches || !tick.IsLabel)
            {
                yield return touches ? tick with { Label = null } : tick;
            }
        }
    }

    // A year that began in a folded pause is named where time goes on.
    private static IEnumerable<RulerTick> YearsAfterFolds(TimelineLook look) =>
        look.Scale.Folds.Where(fold => fold.To < look.Timeline.Today && new DateOnly(fold.To.Year, 1, 1) is var first && first > fold.From && first < fold.To)
            .Select(fold => new RulerTick(look.Scale.X(fold.To), Words.YearOf(fold.To), IsLabel: true));

    // Mondays show the month and the year too.
    private static string DayLabel(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Monday ? $"{Number(day.Day)} {Words.MonthShort(day)} {Words.YearOf(day)}" : Number(day.Day);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> EveryDay(TimelineLook look)
    {
        DateOnly first = look.Window is { } window && window.From > look.Scale.From ? window.From : look.Scale.From;
        DateOnly last = look.Window?.To is { } end && end < look.Scale.To ? end : look.Scale.To;
        return Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(DateOnly.FromDayNumber);
    }

    private static IEnumerable<(DateOnly, string?)> Months(TimelineLook look)
    {
        TimelineScale scale = look.Scale;
        double year = scale.PixelsPerDay * DaysInAYear;
        int[] months = year > 12 * Closest ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : year > 4 * Closest * 1.5 ? [1, 4, 7, 10] : [1];
        int every = (int)Math.Max(1, Math.Ceiling(Closest / year));
        return from number in Enumerable.Range(scale.From.Year, scale.To.Year - scale.From.Year + 1)
               where number % every == 0
               from month in months
               let day = new DateOnly(number, month, 1)
               where day > scale.From && day <= scale.To
               select (day, (string?)(month == 1 ? Words.YearOf(day) : Words.MonthShort(day)));
    }
}
