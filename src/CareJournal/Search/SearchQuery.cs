using System.Globalization;
using System.Text;
using CareJournal.Timelines;

namespace CareJournal.Search;

/// <summary>What is searched for, as it was typed: words that all occur, each at least as a beginning; what stands between quotes occurs as it is. Pure.</summary>
/// <param name="Terms">The folded words and phrases, without quotes.</param>
/// <param name="Expression">The same in the language of FTS5; <c>null</c> where nothing can be searched for.</param>
public sealed record SearchQuery(IReadOnlyList<string> Terms, string? Expression)
{
    /// <summary>The longest text that is searched for; the rest is left out.</summary>
    public const int Longest = 200;

    private const int Beginning = 90;

    /// <summary>Reads what was typed. Any text is read: what is no word, as <c>*</c> or <c>-</c>, is left out.</summary>
    public static SearchQuery Of(string? typed)
    {
        string folded = FoldedText.Fold(typed is { Length: > Longest } ? typed[..Longest] : typed);
        List<(string Text, bool Whole)> terms = [];
        string[] parts = folded.Split('"');
        for (int part = 0; part < parts.Length; part++)
        {
            // An odd part stands between quotes, unless they were never closed.
            if (part % 2 == 1 && part < parts.Length - 1)
            {
                terms.Add((parts[part].Trim(), true));
            }
            else
            {
                terms.AddRange(parts[part].Split(' ').Select(word => (word, false)));
            }
        }

        terms = [.. terms.Where(term => term.Text.EnumerateRunes().Any(IsWord)).Distinct()];
        bool isEnough = terms.Sum(term => term.Text.Length) >= FoldedText.FewestLetters || FoldedText.IsEnough([.. terms.Select(term => term.Text)]);
        return new SearchQuery(
            [.. terms.Select(term => term.Text)],
            terms.Count > 0 && isEnough ? string.Join(' ', terms.Select(term => $"\"{term.Text}\"{(term.Whole ? "" : "*")}")) : null);
    }

    /// <summary>Returns the words around the first of these terms that occurs in one of the texts; the beginning of the first text where none does, as over an apostrophe that was not typed.</summary>
    public string Excerpt(IReadOnlyList<string?> texts) =>
        Terms.SelectMany(term => texts.Select(text => RecordSearchReader.Excerpt(text, term))).FirstOrDefault(excerpt => excerpt is not null)
        ?? WrittenText.Beginning(texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "", Beginning);

    /// <summary>Cuts an excerpt where one of these terms first occurs in it.</summary>
    /// <returns>The parts in order; joined, they are the excerpt.</returns>
    public IReadOnlyList<(string Text, bool IsFound)> Marked(string excerpt)
    {
        List<(string, bool)> parts = [];
        int done = 0;
        foreach ((int start, int length) in Terms.Select(term => FoldedText.Find(excerpt, term)).OfType<(int Start, int Length)>().OrderBy(place => place.Start))
        {
            if (start >= done)
            {
                parts.AddRange([(excerpt[done..start], false), (excerpt[start..(start + length)], true)]);
                done = start + length;
            }
        }

        return [.. parts.Append((excerpt[done..], false)).Where(part => part.Item1.Length > 0)];
    }

    // As the index has them: letters, digits and symbols such as emoji.
    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;
}
