namespace CareJournal.Web.Visits;

/// <summary>
/// Reads the days of a paper file as they are typed one below the other. A missing year goes on from the row above: after 12 March 2019, <c>3/4</c> is 3 April 2019
/// and <c>3/2</c> is 3 February 2020; in a file that is typed from its latest session backwards, it goes back from there. Never a day after today.
/// A day that counts from today (<c>hier</c>, <c>lundi</c>, <c>-2s</c>) is none of a paper file. Pure.
/// </summary>
public static class PastDates
{
    private const int Week = 7;

    // Read from the first day and from one years later, a day with its year is one day, and a day or a feast without a year is two. Between them is a leap day, and both are
    // late enough in their century for every year of two digits to be of it. Read from a week after the first, what counts from today is a week later, and nothing else is.
    private static readonly DateOnly OneBase = new(2091, 1, 10);
    private static readonly DateOnly OtherBase = new(2094, 7, 1);

    /// <summary>Reads the days of all rows; <c>null</c> where a text is not understood, or counts from today.</summary>
    public static IReadOnlyList<DateOnly?> Read(IEnumerable<string> typed, DateOnly today)
    {
        List<DateOnly?> days = [];
        DateOnly? above = null;
        bool? backwards = null;
        foreach (string text in typed)
        {
            DateOnly? day = Read(text, above, backwards == true, today);
            if (day is { } known && above is { } last && known != last)
            {
                backwards = known < last && backwards != false;
            }

            above = day ?? above;
            days.Add(day);
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

    /// <summary>Returns what follows a day of the week: <c>12/3</c> of « mardi 12/3 »; <c>null</c> where the text does not begin with one, or nothing follows.</summary>
    public static string? WithoutWeekday(string typed) =>
        FreeDateWords.Fold(typed).Split(' ', 2) is [var first, var rest] && FreeDateWords.Weekday(first.TrimEnd(',')) is not null ? rest : null;

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
        if (above is not { } last || (one is not null && FreeDate.ReadComing(typed, OtherBase) == one))
        {
            return nearest;
        }

        // A day of the week that is wrong there would be right in another year, far from the row above: it is no day rather than that one.
        DateOnly? goesOn = (WithoutWeekday(typed) is { } rest ? From(rest, last, backwards) : null) ?? From(typed, last, backwards);
        return goesOn is null || goesOn > today ? nearest : From(typed, last, backwards);
    }

    private static DateOnly? From(string typed, DateOnly last, bool backwards) => backwards ? FreeDate.Read(typed, last) : FreeDate.ReadComing(typed, last);
}
