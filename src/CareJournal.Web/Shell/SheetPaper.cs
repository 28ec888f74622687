using System.Text;

namespace CareJournal.Web.Shell;

/// <summary>
/// Style sheets for printed paper: its format, and the footer of every page with the document's name, the person and the page number.
/// Only the browser knows the pages, so it counts them. Pure.
/// </summary>
public static class SheetPaper
{
    private const char Page = '\u0001';
    private const char Pages = '\u0002';

    /// <summary>The style sheet of a document about a person, with its footer.</summary>
    /// <param name="landscape">Whether the paper is in landscape format.</param>
    /// <param name="whose">The name of the person, and when it was printed.</param>
    /// <param name="words">The reader's words.</param>
    public static string Document(bool landscape, string whose, Words words) =>
        Document(landscape, words["Print.Footer"], whose, words);

    /// <summary>The style sheet of any document, with its footer.</summary>
    /// <param name="landscape">Whether the paper is in landscape format.</param>
    /// <param name="what">What the document is, and what it does not contain.</param>
    /// <param name="whose">The name of the person, if any, and when it was printed.</param>
    /// <param name="words">The reader's words.</param>
    public static string Document(bool landscape, string what, string whose, Words words)
    {
        string counted = words["Print.Page", Page, Pages];
        return $$"""
            @page {
              size: A4 {{(landscape ? "landscape" : "portrait")}};
              margin: {{(landscape ? "8mm 10mm 15mm" : "14mm 18mm 22mm")}};
              @bottom-left { content: {{Text(what)}} "\A " {{Text(whose)}}; font: 8pt/1.35 "Liberation Sans", Arial, Helvetica, sans-serif; text-align: left; vertical-align: middle; white-space: pre-line; overflow-wrap: anywhere; width: {{(landscape ? "88%" : "84%")}}; }
              @bottom-right { content: {{Counted(counted)}}; font: 8pt/1.35 "Liberation Sans", Arial, Helvetica, sans-serif; text-align: right; vertical-align: middle; white-space: nowrap; }
            }
            """;
    }

    /// <summary>The second line of a footer, with the state of the journal from which the sheet was made.</summary>
    /// <param name="whose">The name of the person, if any, and when it was printed.</param>
    /// <param name="fingerprint">The short form of the last act (<see cref="Keeping.JournalHead.Fingerprint"/>).</param>
    /// <param name="words">The reader's words.</param>
    public static string Stamped(string whose, string? fingerprint, Words words) => fingerprint is null ? whose : words["Print.Stamped", whose, fingerprint];

    /// <summary>The style sheet of the card: landscape paper, folded in the middle, without a footer.</summary>
    public static string Card() => "@page { size: A4 landscape; margin: 0; }";

    /// <summary>A text as a CSS string. Everything but plain letters and figures is escaped: a name can end neither the string nor the style sheet.</summary>
    public static string Text(string words)
    {
        StringBuilder text = new("\"");
        foreach (Rune rune in words.EnumerateRunes())
        {
            text.Append(Rune.IsLetterOrDigit(rune) && rune.IsAscii ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x} "));
        }

        return text.Append('"').ToString();
    }

    private static string Counted(string sentence) =>
        string.Join(' ', sentence.Split(Page, Pages) is [var before, var between, var after]
            ? [Text(before), "counter(page)", Text(between), "counter(pages)", Text(after)]
            : (string[])[Text(sentence)]);
}
