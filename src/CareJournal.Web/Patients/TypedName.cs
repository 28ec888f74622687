using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.Web.Patients;

/// <summary>Reads a given and a family name from the text of a search: « claire vasseur », « Mme VASSEUR Claire », « Vasseur », « Vasseur Claire 17/07/1972 ».</summary>
/// <param name="Given">The given name; empty if one word was typed.</param>
/// <param name="Family">The family name.</param>
/// <param name="Born">The day of birth, where one was typed behind the name.</param>
public sealed record TypedName(string Given, string Family, DateOnly? Born = null)
{
    /// <summary>
    /// Reads a name. A word in capitals is the family name, wherever it is; otherwise the first word is the given name. A title in front is
    /// dropped. Text typed all in small letters gets its capitals; anything else is left as typed.
    /// </summary>
    public static TypedName Read(string? typed)
    {
        if (DayListLines.Parse(typed) is [{ Born: { } born } line])
        {
            return Read(line.Name) with { Born = born };
        }

        string[] words = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words = words[SoughtName.TitlesAt([.. words.Select(word => string.Concat(FoldedText.Words(word)))])..];
        string[] capitals = [.. words.Where(IsCapitals)];
        if (capitals.Length > 0 && capitals.Length < words.Length)
        {
            return new TypedName(Join(words.Where(word => !IsCapitals(word))), Join(capitals));
        }

        return words is [var given, _, ..] ? new TypedName(Join([given]), Join(words[1..])) : new TypedName("", Join(words));
    }

    private static bool IsCapitals(string word) => word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower);

    private static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(word => word.Any(char.IsUpper) ? word : Capitals(word)));

    // Also after the apostrophe of an article or a clan: L’Hermite, O’Grady.
    private static string Capitals(string word)
    {
        string written = Words.Culture.TextInfo.ToTitleCase(word);
        return written is [var article, '\'' or '’' or 'ʼ', var first, ..] && char.IsLetter(article) ? $"{written[..2]}{char.ToUpper(first, Words.Culture)}{written[3..]}" : written;
    }
}
