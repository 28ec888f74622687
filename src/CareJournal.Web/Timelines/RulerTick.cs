using System.Globalization;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>A mark of the ruler.</summary>
/// <param name="X">Where it stands.</param>
/// <param name="Label">Its word; <c>null</c> for a line alone.</param>
public sealed record RulerTick(double X, string? Label)
{
    private const double Closest = 44;
    private const double Air = 10;
    private const double DaysInAYear = 365.25;

    /// <summary>Years; months where a year is wide; days where a month is. Labels keep a distance from each other and from today.</summary>
    public static IReadOnlyList<RulerTick> Draw(TimelineLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        double today = look.Scale.Middle(look.Timeline.Today);
        double besideToday = TimelineLabels.WidthOf(look.Wording["Timeline.Today"]);
        IEnumerable<(DateOnly Day, string? Label)> marks = look.Stop switch
        {
            TimelineStop.Weeks => EveryDay(look).Select(day => ((DateOnly, string?))(day, DayLabel(day))),
            TimelineStop.Season => EveryDay(look).Where(day => day.Day is 1 or 8 or 15 or 22).Select(day => ((DateOnly, string?))(day, day.Day == 1 ? look.Wording.Month(day) : Number(day.Day))),
            _ => Months(look),
        };
        return [.. marks
            .Where(mark => !look.Scale.IsFolded(mark.Day))
            .Select(mark => (X: look.Scale.X(mark.Day), mark.Label))
            .Select(mark => new RulerTick(mark.X, IsFree(mark.X, mark.Label) ? mark.Label : null))];

        // The word for today stands to the left of its line.
        bool IsFree(double x, string? label) =>
            TimelineLabels.WidthOf(label ?? "") / 2 is var half && (x + half < today - besideToday - Air || x - half > today + Air);
    }

    // Mondays say month and year too.
    private static string DayLabel(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Monday ? $"{Number(day.Day)} {Wording.MonthShort(day)} {Wording.YearOf(day)}" : Number(day.Day);

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
               select (day, (string?)(month == 1 ? Wording.YearOf(day) : Wording.MonthShort(day)));
    }
}
