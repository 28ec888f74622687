using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>What the script of the grid writes around the cells: a reading in sentences.</summary>
/// <param name="Rows">One for each row.</param>
/// <param name="Summary">The number of sessions, with the first and the last day; empty before the first.</param>
public sealed record PastPainting(IReadOnlyList<PastRowPainting> Rows, string Summary)
{
    /// <summary>Writes a reading in the language of <paramref name="words"/>.</summary>
    public static PastPainting Of(PastReading reading, Words words)
    {
        DateOnly[] days = [.. reading.Sessions.Select(row => row.Day).OfType<DateOnly>()];
        int sessions = reading.Sessions.Count(row => row.Faults.Count == 0);
        int unsettled = reading.Sessions.Count - sessions;
        int pauses = reading.Rows.Count(row => row.Since is not null);
        string[] said =
        [
            words.Count(sessions, "Count.Visits") + (unsettled > 0 ? $", {words.Count(unsettled, "Past.Unsettled")}" : ""),
            .. days.Length > 1 ? [words.Range(days.Min(), days.Max())] : Array.Empty<string>(),
            .. pauses > 0 ? [words.Count(pauses, "Count.Pauses")] : Array.Empty<string>(),
        ];
        return new PastPainting([.. reading.Rows.Select(row => Row(row, PassesOver(reading, row), words))], reading.Sessions.Count == 0 ? "" : string.Join(" · ", said));
    }

    // A row without a day may have its place in the pause: the pause is only as long as it says while that row is left out.
    private static bool PassesOver(PastReading reading, PastRow row) =>
        row is { Since: { } since, Day: { } day }
        && reading.Rows.Where(other => other is { Session: not null, Day: null }).Any(other =>
            (reading.Rows.Take(other.At).LastOrDefault(above => above.Day is not null)?.Day, reading.Rows.Skip(other.At + 1).FirstOrDefault(below => below.Day is not null)?.Day) is var around
            && (around == (since, day) || around == (day, since)));

    private static PastRowPainting Row(PastRow row, bool passesOver, Words words) => new(
        row.Day is { } day ? words.DateWithDay(day) : "",
        row.Session?.Visit.NextStep is { } step ? words.NextStep(step) : "",
        row.Since is { } since && row.Day is { } back ? words[passesOver ? "Past.Pause.PassesOver" : "Past.Pause", words.Duration(since, back), words.Date(since)] : "",
        row.Opens,
        string.Join(' ', row.Notes.Select(note => words.Of(note))),
        row.Faults.GroupBy(fault => fault.Column).ToDictionary(
            column => (int)column.Key,
            column => column.First() switch
            {
                { Problem: { } problem } => words.Problem(problem),
                { Date: { } date } => date.Sentence(words),
                var fault => words[fault.Key!],
            }),
        [.. row.Faults.Select(fault => fault.Date).OfType<PastDate>().SelectMany(date => date.Choices).Select(choice => new PastChoice(choice.Unit == DateUnit.Day ? words.Date(choice.First) : words.Month(choice.First), choice.Unit == DateUnit.Day))]);
}

/// <summary>A date that the text of a cell can mean.</summary>
/// <param name="Text">How it is written into the cell.</param>
/// <param name="IsDay">Whether it is a day; a month still needs one.</param>
public sealed record PastChoice(string Text, bool IsDay);

/// <summary>What is written around the cells of one row; an empty text for nothing.</summary>
/// <param name="Day">The day that was understood.</param>
/// <param name="Step">The next step that was understood.</param>
/// <param name="Pause">The pause before the row.</param>
/// <param name="Opens">Whether a period begins with the row, so that it can have a title.</param>
/// <param name="Notes">What is to be known of the row.</param>
/// <param name="Faults">The sentence of each cell with a problem, by its column.</param>
/// <param name="Choices">The dates that the text of the date can mean, to choose from.</param>
public sealed record PastRowPainting(string Day, string Step, string Pause, bool Opens, string Notes, IReadOnlyDictionary<int, string> Faults, IReadOnlyList<PastChoice> Choices);

/// <summary>What the script of the grid says by itself.</summary>
/// <param name="Row">The name of a row, with its number.</param>
/// <param name="Pasted">A table was pasted, with its rows.</param>
/// <param name="Removed">A row was removed.</param>
/// <param name="TooMany">A table has too many rows.</param>
/// <param name="TooWide">A table has too many columns.</param>
/// <param name="TooLong">A table has too much text.</param>
/// <param name="Most">The most rows.</param>
public sealed record PastSentences(string Row, string Pasted, string Removed, string TooMany, string TooWide, string TooLong, int Most)
{
    /// <summary>Writes them in the language of <paramref name="words"/>.</summary>
    public static PastSentences Of(Words words) => new(
        words["Past.Row"],
        words["Past.Pasted"],
        words["Past.Removed"],
        words["Past.TooMany", PastVisitsRecorder.Most.ToString("N0", Words.Culture)],
        words["Past.TooWide"],
        words["Past.TooLong"],
        PastVisitsRecorder.Most);
}
