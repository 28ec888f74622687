namespace CareJournal.Demo;

/// <summary>Makes dates as vague as memory: the longer ago the day when it is reported, the vaguer.</summary>
internal static class VagueDates
{
    private const int Fresh = 21;
    private const int Recent = 120;

    /// <summary>The season of a day.</summary>
    public static FuzzyDate InSeason(DateOnly day)
    {
        int first = day.Month / 3 * 3;
        return first == 0 ? FuzzyDate.InSeason(day.Year - 1, Season.Winter) : FuzzyDate.InSeason(day.Year, (Season)first);
    }

    /// <summary>The day as it is remembered on <paramref name="reportedOn"/>.</summary>
    public static FuzzyDate Remember(SeededStream stream, DateOnly day, DateOnly reportedOn)
    {
        int ago = reportedOn.DayNumber - day.DayNumber;
        FuzzyDate onDay = FuzzyDate.OnDay(day);
        FuzzyDate inMonth = FuzzyDate.InMonth(day.Year, day.Month);
        FuzzyDate remembered = ago <= Fresh
            ? stream.Weigh((onDay, 0.6), (onDay.Roughly(), 0.4))
            : ago <= Recent
                ? stream.Weigh((onDay, 0.1), (onDay.Roughly(), 0.3), (inMonth, 0.5), (inMonth.Roughly(), 0.1))
                : stream.Weigh((inMonth, 0.45), (inMonth.Roughly(), 0.2), (InSeason(day), 0.3), (FuzzyDate.InYear(day.Year), 0.05));
        return remembered.Earliest > reportedOn ? onDay : remembered;
    }
}
