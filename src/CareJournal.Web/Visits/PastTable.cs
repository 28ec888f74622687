using System.Text;

namespace CareJournal.Web.Visits;

/// <summary>
/// Reads and writes a table as spreadsheets put it on the clipboard: cells divided by tabs, rows by line breaks; a cell with one of these, or that begins with a
/// quotation mark, is quoted, and a quotation mark in it doubled. The script of the grid reads and writes the same. Pure; no text throws.
/// </summary>
public static class PastTable
{
    private const char Quote = '"';

    private static readonly char[] Quoted = ['\t', '\n', '\r', Quote];

    /// <summary>Reads the rows; none in an empty text.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string? text)
    {
        List<IReadOnlyList<string>> rows = [];
        int at = 0;
        while (text is not null && at < text.Length)
        {
            List<string> cells = [];
            for (bool more = true; more; at++)
            {
                int closing = at < text.Length && text[at] == Quote ? ClosingQuote(text, at + 1) : -1;
                int end = closing >= 0 ? closing + 1 : text.AsSpan(at).IndexOfAny('\t', '\n') is >= 0 and var found ? at + found : text.Length;
                cells.Add(closing >= 0 ? text[(at + 1)..closing].Replace("\"\"", "\"", StringComparison.Ordinal) : text[at..end]);
                more = end < text.Length && text[end] == '\t';
                at = end;
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <summary>Writes the rows.</summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> rows) => string.Join('\n', rows.Select(cells => string.Join('\t', cells.Select(Written))));

    private static string Written(string cell) => cell.IndexOfAny(Quoted) < 0
        ? cell
        : new StringBuilder(cell.Length + 2).Append(Quote).Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append(Quote).ToString();

    // A quotation mark that no cell ends after was typed as such.
    private static int ClosingQuote(string text, int from)
    {
        for (int at = from; at < text.Length; at++)
        {
            if (text[at] == Quote && at + 1 < text.Length && text[at + 1] == Quote)
            {
                at++;
            }
            else if (text[at] == Quote)
            {
                return at + 1 == text.Length || text[at + 1] is '\t' or '\n' ? at : -1;
            }
        }

        return -1;
    }
}

/// <summary>The columns of the grid, in the order in which a table is pasted.</summary>
public enum PastColumn
{
    /// <summary>The day, as typed.</summary>
    Date,

    /// <summary>What to take away.</summary>
    Impression,

    /// <summary>What was agreed.</summary>
    Agreed,

    /// <summary>The next step, in words.</summary>
    NextStep,

    /// <summary>The answer to the scale of activities.</summary>
    Activities,

    /// <summary>The title of the period that begins with the row.</summary>
    PeriodTitle,

    /// <summary>How the pause before the row was: the name of the choice.</summary>
    PauseHow,

    /// <summary>What was reported of the pause before the row.</summary>
    PauseWords,
}
