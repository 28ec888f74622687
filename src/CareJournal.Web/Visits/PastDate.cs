namespace CareJournal.Web.Visits;

/// <summary>What was read in the date of a row: a day, or why it is none. A text that can mean two dates is asked about, and means neither until then.</summary>
/// <param name="Kind">What was read.</param>
/// <param name="Typed">The text.</param>
public sealed record PastDate(PastDateKind Kind, string Typed)
{
    /// <summary>The day; <c>null</c> unless there is exactly one.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The dates to choose from; empty if nothing can be offered.</summary>
    public IReadOnlyList<FuzzyDate> Choices { get; init; } = [];

    /// <summary>Why it is no day, in one short sentence.</summary>
    public string Sentence(Words words) => Kind switch
    {
        PastDateKind.Missing => words["Past.Fault.NoDate"],
        PastDateKind.WithoutDay => words["Past.Fault.NoDay"],
        PastDateKind.DayOrMonth => words["Date.Which", Typed],
        PastDateKind.OtherWeekday => words["Past.Fault.Weekday", words.Date(Choices[0].First), Words.Culture.DateTimeFormat.GetDayName(Choices[0].First.DayOfWeek)],
        _ => words["Past.Fault.Date"],
    };
}

/// <summary>What can be read in the date of a row.</summary>
public enum PastDateKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>A text that is no date.</summary>
    NotUnderstood,

    /// <summary>A month, a season or a year.</summary>
    WithoutDay,

    /// <summary>A day of this year, or a month of another one: <c>mars 19</c>.</summary>
    DayOrMonth,

    /// <summary>A day with a name that is not its own: <c>lundi 12/3</c> in a year in which that is a Tuesday. The first choice is that day.</summary>
    OtherWeekday,
}
