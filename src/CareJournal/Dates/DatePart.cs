namespace CareJournal.Dates;

/// <summary>The part of a month or a year that the person named: "early", "mid-" or "late", a third each.</summary>
public enum DatePart
{
    /// <summary>The whole unit: no part was named.</summary>
    Whole,

    /// <summary>The beginning: the 1st to the 10th of a month, January to April of a year.</summary>
    Early,

    /// <summary>The middle: the 11th to the 20th of a month, May to August of a year.</summary>
    Middle,

    /// <summary>The end: the 21st to the last day of a month, September to December of a year.</summary>
    Late,
}
