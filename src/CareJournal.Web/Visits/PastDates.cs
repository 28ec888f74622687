namespace CareJournal.Web.Visits;

/// <summary>
/// Reads the days of a paper file as they are typed one below the other. A missing year goes on from the row above: after 12 March 2019, <c>3/4</c> is 3 April 2019
/// and <c>3/2</c> is 3 February 2020; in a file that is typed from its latest session backwards, it goes back from there. Never a day after today.
/// A text that can be a day or a month (<c>mars 19</c>), and a day of the week that the date does not fall on, are asked about.
/// A day that counts from today (<c>hier</c>, <c>lundi</c>, <c>-2s</c>) is none of a paper file. Pure.
/// </summary>
public static class PastDates
{
    private const int Week = 7;
    private const int FarthestYear = 6;

    // Read from the first day and from one years later, a day with its year is one day, and a day or a feast without a year is two. Between them is a leap day, and both are
    // late enough in their century for every year of two digits to be of it. Read from a week after the first, what counts from today is a week later, and nothing else is.
    private static readonly DateOnly OneBase = new(2091, 1, 10);
    private static readonly DateOnly OtherBase = new(2094, 7, 1);

    /// <summary>Reads the days of all rows; <c>null</c> where a text is not understood, can mean two dates, or counts from today.</summary>
    public static IReadOnlyList<DateOnly?> Read(IEnumerable<string> typed, DateOnly today) => [.. ReadEach(typed, today).Select(date => date.Day)];

    /// <summary>Reads the days of all rows, and why some are none.</summary>
    public static IReadOnlyList<PastDate> ReadEach(IEnumerable<string> typed, DateOnly today)
    {
        List<PastDate> days = [];
        DateOnly? above = null;
        bool? backwards = null;
        foreach (string text in typed)
        {
            PastDate read = ReadOne(text, above, backwards == true, today);
            DateOnly? day = read.Day;
            if (day is { } known && above is { } last && known != last)
            {
                backwards = known < last && backwards != false;
            }

            above = day ?? above;
            days.Add(read);
        }

        return days;
    }

    /// <summary>Whether the days run from the latest back to the first: at least two different ones, and each no later than the one above.</summary>
    public static bool RunBackwards(IEnumerable<DateOnly> days)
    {
        DateOnly[] known = [.. days];
        return known.Length > 1 && known[0] > known[^1] && known.Zip(known.Skip(1)).All(pair => pair.Second <= pair.First);
    }

    /// <summary>Writes out the days that mean another one than when they were typed: <c>3/12</c> of a draft that is resumed after 3 December.</summary>
    public static string WrittenOut(string text, DateOnly typedOn, DateOnly today, Words words)
    {
        IReadOnlyList<IReadOnlyList<string>> table = PastTable.Read(text);
        string[] typed = [.. table.Select(cells => cells.Count > 0 ? cells[0] : "")];
        IReadOnlyList<DateOnly?> then = Read(typed, typedOn);
        IReadOnlyList<DateOnly?> now = Read(typed, today);
        return PastTable.Write(table.Select((cells, at) => then[at] is { } day && then[at] != now[at] ? [words.Date(day), .. cells.Skip(1)] : cells));
    }

    private static PastDate ReadOne(string typed, DateOnly? above, bool backwards, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new PastDate(PastDateKind.Missing, typed);
        }

        if (NamedDay(typed) is var (weekday, rest) && Read(rest, above, backwards, today) is { } day)
        {
            return day.DayOfWeek == weekday
                ? new PastDate(PastDateKind.Day, typed) { Day = day }
                : new PastDate(PastDateKind.OtherWeekday, typed) { Choices = [.. ((DateOnly?[])[day, HasYear(rest) ? null : InNearestYear(day, weekday, today)]).OfType<DateOnly>().Select(FuzzyDate.OnDay)] };
        }

        IReadOnlyList<FuzzyDate> readings = FreeFuzzyDate.Readings(typed, today);
        return Read(typed, above, backwards, today) is not { } one
            ? new PastDate(readings.Any(reading => reading.Unit != DateUnit.Day) ? PastDateKind.WithoutDay : PastDateKind.NotUnderstood, typed)
            : readings.Count > 1 ? new PastDate(PastDateKind.DayOrMonth, typed) { Choices = [FuzzyDate.OnDay(one), .. readings.Where(reading => reading.Unit == DateUnit.Month)] }
            : new PastDate(PastDateKind.Day, typed) { Day = one };
    }

    /// <summary>A day of the week before a date, and the text of that date.</summary>
    private static (DayOfWeek Weekday, string Date)? NamedDay(string typed)
    {
        string text = FreeDateWords.Fold(typed);
        text = text.StartsWith("le ", StringComparison.Ordinal) || text.StartsWith("on ", StringComparison.Ordinal) ? text[3..] : text;
        return text.Split(' ', 2) is [var first, var rest] && FreeDateWords.Weekday(first.TrimEnd(',')) is { } weekday ? (weekday, rest) : null;
    }

    /// <summary>The same day and month in the nearest year in which it falls on a day of the week, the earlier one of two; never after today.</summary>
    private static DateOnly? InNearestYear(DateOnly day, DayOfWeek weekday, DateOnly today) =>
        Enumerable.Range(1, FarthestYear)
            .SelectMany(years => (int[])[-years, years])
            .Select(years => (DateOnly?)day.AddYears(years))
            .FirstOrDefault(other => other is { } found && found.Day == day.Day && found.DayOfWeek == weekday && found <= today);

    private static bool HasYear(string typed) => FreeDate.ReadComing(typed, OneBase) is { } one && FreeDate.ReadComing(typed, OtherBase) == one;

    /// <summary>Reads one day.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="above">The day of the row above; <c>null</c> in the first row.</param>
    /// <param name="backwards">Whether all days above run backwards.</param>
    /// <param name="today">The civil day at the practice.</param>
    private static DateOnly? Read(string typed, DateOnly? above, bool backwards, DateOnly today)
    {
        // A day of the week before a date without a year (« mardi 12/3 ») is right in some years alone: nothing is read of it from the two days.
        DateOnly? one = FreeDate.ReadComing(typed, OneBase);
        if (one is { } known && FreeDate.ReadComing(typed, OneBase.AddDays(Week)) == known.AddDays(Week))
        {
            return null;
        }

        DateOnly? nearest = FreeDate.Read(typed, today);
        if (above is not { } last || HasYear(typed))
        {
            return nearest;
        }

        DateOnly? goesOn = backwards ? FreeDate.Read(typed, last) : FreeDate.ReadComing(typed, last);
        return goesOn <= today ? goesOn : nearest;
    }
}
