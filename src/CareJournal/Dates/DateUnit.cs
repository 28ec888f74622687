namespace CareJournal.Dates;

/// <summary>The precision of a date: the calendar unit that the person could name.</summary>
public enum DateUnit
{
    /// <summary>One civil day.</summary>
    Day,

    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>One meteorological season: three whole months, spring beginning on 1 March.</summary>
    Season,

    /// <summary>One calendar year.</summary>
    Year,
}
