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
        int unread = reading.Sessions.Count(row => row.Day is null);
        int pauses = reading.Rows.Count(row => row.Since is not null);
        string[] said =
        [
            words.Count(reading.Sessions.Count - unread, "Count.Visits"),
            .. days.Length > 1 ? [words.Range(days.Min(), days.Max())] : Array.Empty<string>(),
            .. pauses > 0 ? [words.Count(pauses, "Count.Pauses")] : Array.Empty<string>(),
            .. unread > 0 ? [words.Count(unread, "Past.Unread")] : Array.Empty<string>(),
        ];
        return new PastPainting([.. reading.Rows.Select(row => Row(row, words))], reading.Sessions.Count == 0 ? "" : string.Join(" · ", said));
    }

    private static PastRowPainting Row(PastRow row, Words words) => new(
        row.Day is { } day ? words.DateWithDay(day) : "",
        row.Session?.Visit.NextStep is { } step ? words.NextStep(step) : "",
        row.Since is { } since && row.Day is { } back ? words["Past.Pause", words.Duration(since, back), words.Date(since)] : "",
        row.Opens,
        string.Join(' ', row.Notes.Select(note => words.Of(note))),
        row.Faults.GroupBy(fault => fault.Column).ToDictionary(
            column => (int)column.Key,
            column => column.First() is { Problem: { } problem } ? words.Problem(problem) : words[column.First().Key!]));
}

/// <summary>What is written around the cells of one row; an empty text for nothing.</summary>
/// <param name="Day">The day that was understood.</param>
/// <param name="Step">The next step that was understood.</param>
/// <param name="Pause">The pause before the row.</param>
/// <param name="Opens">Whether a period begins with the row, so that it can have a title.</param>
/// <param name="Notes">What is to be known of the row.</param>
/// <param name="Faults">The sentence of each cell with a problem, by its column.</param>
public sealed record PastRowPainting(string Day, string Step, string Pause, bool Opens, string Notes, IReadOnlyDictionary<int, string> Faults);

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
