namespace CareJournal.Dates;

/// <summary>The meteorological seasons, each numbered by its first month.</summary>
public enum Season
{
    /// <summary>March to May.</summary>
    Spring = 3,

    /// <summary>June to August.</summary>
    Summer = 6,

    /// <summary>September to November.</summary>
    Autumn = 9,

    /// <summary>December to the end of February of the next year.</summary>
    Winter = 12,
}
