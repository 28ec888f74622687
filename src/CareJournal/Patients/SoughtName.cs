namespace CareJournal.Patients;

/// <summary>A text typed or pasted to find a person, folded once for all names it is compared with.</summary>
public sealed class SoughtName
{
    /// <summary>The most words that are compared. A text with more is not a name, and is not compared with thousands of them.</summary>
    internal const int MostWords = 16;

    private static readonly string[] Titles =
    [
        "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "pr", "prof", "professeur", "me", "maitre", "mrs", "ms", "miss", "mx", "doctor", "professor",
    ];

    private readonly string[] _words;

    // The words from one index to another, joined.
    private readonly string[,] _joined;

    private SoughtName(string[] words)
    {
        _words = words.Length > MostWords ? [] : words;
        _joined = new string[_words.Length, _words.Length + 1];
        for (int from = 0; from < _words.Length; from++)
        {
            string run = "";
            for (int to = from + 1; to <= _words.Length; to++)
            {
                run += _words[to - 1];
                _joined[from, to] = run;
            }
        }
    }

    /// <summary>Whether enough was typed to search for anybody.</summary>
    public bool IsEnough => FoldedText.IsEnough(_words);

    /// <summary>Whether the first word is one letter.</summary>
    public bool BeginsWithInitial => _words is [{ Length: 1 }, ..];

    /// <summary>Folds what was typed.</summary>
    public static SoughtName Of(string? typed) => new(FoldedText.Words(typed));

    /// <summary>Returns the name without titles in front ("Mme", "M. le Dr") and those behind that cannot be initials; <c>null</c> without titles, or with nothing else.</summary>
    public SoughtName? WithoutTitles()
    {
        int from = TitlesAt(_words);
        int to = _words.Length;
        while (to - from > 1 && _words[to - 1].Length > 1 && IsTitle(_words[to - 1]))
        {
            to--;
        }

        return from == 0 && to == _words.Length ? null : new SoughtName(_words[from..to]);
    }

    /// <summary>Returns the number of folded words in front that are titles; at least one word that is no title remains.</summary>
    public static int TitlesAt(IReadOnlyList<string> words)
    {
        int at = 0;
        while (at + 1 < words.Count && (IsTitle(words[at]) || (at > 0 && words[at] is "le" or "la" && at + 2 < words.Count && IsTitle(words[at + 1]))))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether each word, or several joined, is the beginning of a word of a name, in any order.</summary>
    public bool IsBegunBy(FoldedName name) =>
        _words.Length > 0 && Covers((from, to) => name.Begins(_joined[from, to]));

    /// <summary>Whether each word, or several joined, is a word of a name, in any order; one letter matches a word's first letter ("Petit J."), if not all are initials.</summary>
    public bool IsBorneBy(FoldedName name) =>
        Array.Exists(_words, word => FoldedText.IsEnough([word]))
            && Covers((from, to) => _joined[from, to] is var run && (name.Has(run) || (run.Length == 1 && name.Begins(run))));

    private static bool IsTitle(string word) => Array.IndexOf(Titles, word) >= 0;

    private bool Covers(Func<int, int, bool> fits)
    {
        // Filled from the end: whether the words from an index on can be split into runs that all match.
        Span<bool> covered = stackalloc bool[MostWords + 1];
        covered[_words.Length] = true;
        for (int from = _words.Length - 1; from >= 0; from--)
        {
            for (int to = from + 1; to <= _words.Length && !covered[from]; to++)
            {
                covered[from] = covered[to] && fits(from, to);
            }
        }

        return covered[0];
    }
}
