namespace CareJournal.Dates;

/// <summary>The feasts by which people remember a time, fixed or moving with Easter.</summary>
public enum Feast
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>Easter Sunday of the western churches.</summary>
    Easter,

    /// <summary>The day after Easter Sunday.</summary>
    EasterMonday,

    /// <summary>Whit Sunday, 49 days after Easter Sunday.</summary>
    Pentecost,

    /// <summary>1 November.</summary>
    AllSaints,

    /// <summary>25 December.</summary>
    Christmas,
}

/// <summary>Computes the day of a feast.</summary>
public static class FeastDay
{
    private const int PentecostAfterEaster = 49;

    /// <summary>Returns the day of the feast in a year of the Gregorian calendar.</summary>
    public static DateOnly In(int year, Feast feast) => feast switch
    {
        Feast.NewYear => new DateOnly(year, 1, 1),
        Feast.EasterMonday => Easter(year).AddDays(1),
        Feast.Pentecost => Easter(year).AddDays(PentecostAfterEaster),
        Feast.AllSaints => new DateOnly(year, 11, 1),
        Feast.Christmas => new DateOnly(year, 12, 25),
        _ => Easter(year),
    };

    /// <summary>The Sunday after the first full moon of spring, as the church computes it: the algorithm of Butcher (1876), in the names of Meeus.</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19;
        (int b, int c) = Math.DivRem(year, 100);
        (int d, int e) = Math.DivRem(b, 4);
        int g = ((8 * b) + 13) / 25;
        int h = ((19 * a) + b - d - g + 15) % 30;
        (int i, int k) = Math.DivRem(c, 4);
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        (int month, int day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
