namespace CareJournal.Dates;

/// <summary>How precisely a date is known: the calendar unit that the person could name.</summary>
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
