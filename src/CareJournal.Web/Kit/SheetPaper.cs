using System.Globalization;
using System.Text;

namespace CareJournal.Web.Kit;

/// <summary>
/// The paper of a sheet as a style sheet: its format, and at the foot of every page what the document is, whose it is and which page it is.
/// Only the browser knows the pages, so it counts them. Pure.
/// </summary>
public static class SheetPaper
{
    private const char Page = '\u0001';
    private const char Pages = '\u0002';

    /// <summary>The style sheet of a document about a person, with its foot.</summary>
    /// <param name="landscape">Whether the paper lies on its side.</param>
    /// <param name="whose">Whose it is, and when it was printed.</param>
    /// <param name="wording">The reader's words.</param>
    public static string Document(bool landscape, string whose, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return Document(landscape, wording["Print.Footer"], whose, wording);
    }

    /// <summary>The style sheet of any document, with its foot.</summary>
    /// <param name="landscape">Whether the paper lies on its side.</param>
    /// <param name="what">What it is, and what it says nothing about.</param>
    /// <param name="whose">Whose it is, if anybody's, and when it was printed.</param>
    /// <param name="wording">The reader's words.</param>
    public static string Document(bool landscape, string what, string whose, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        string counted = wording["Print.Page", Page, Pages];
        return $$"""
            @page {
              size: A4 {{(landscape ? "landscape" : "portrait")}};
              margin: {{(landscape ? "8mm 10mm 15mm" : "14mm 18mm 22mm")}};
              @bottom-left { content: {{Text(what)}} "\A " {{Text(whose)}}; font: 8pt/1.35 "Liberation Sans", Arial, Helvetica, sans-serif; text-align: left; vertical-align: middle; white-space: pre-line; width: {{(landscape ? "88%" : "84%")}}; }
              @bottom-right { content: {{Counted(counted)}}; font: 8pt/1.35 "Liberation Sans", Arial, Helvetica, sans-serif; text-align: right; vertical-align: middle; white-space: nowrap; }
            }
            """;
    }

    /// <summary>The style sheet of the card: a sheet on its side, folded in the middle, with nothing at its foot.</summary>
    public static string Card() => "@page { size: A4 landscape; margin: 0; }";

    /// <summary>A text as CSS takes it. Everything but plain letters and figures is escaped: a name can neither end the string nor the style sheet.</summary>
    public static string Text(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
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
