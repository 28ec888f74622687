using CareJournal.Acts;

namespace CareJournal.Patients;

/// <summary>What was typed or pasted to find a person, folded once for all names it is compared with.</summary>
public sealed class SoughtName
{
    /// <summary>The most words that are compared. A name has fewer; what has more is no name, and is not compared with seven thousand of them.</summary>
    internal const int MostWords = 16;

    private static readonly string[] Titles =
    [
        "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "pr", "prof", "professeur", "me", "maitre", "mrs", "ms", "miss", "mx", "doctor", "professor",
    ];

    private readonly string[] _words;

    // What stands from one word to another, written as one.
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

    /// <summary>Whether enough was typed for anybody to be named.</summary>
    public bool IsEnough => FoldedText.IsEnough(_words);

    /// <summary>Whether the first word is one letter.</summary>
    public bool BeginsWithInitial => _words is [{ Length: 1 }, ..];

    /// <summary>Folds what was typed.</summary>
    public static SoughtName Of(string? typed) => new(FoldedText.Words(typed));

    /// <summary>The same without the titles in front ("Mme", "M. le Dr") and those behind that can be no initial; <c>null</c> where there are none, or nothing else.</summary>
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

    /// <summary>How many folded words in front are titles; at least one word is left that is none.</summary>
    public static int TitlesAt(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        int at = 0;
        while (at + 1 < words.Count && (IsTitle(words[at]) || (at > 0 && words[at] is "le" or "la" && at + 2 < words.Count && IsTitle(words[at + 1]))))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the words, each or several joined, begin words of a name, in any order.</summary>
    public bool IsBegunBy(FoldedName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _words.Length > 0 && Covers((from, to) => name.Begins(_joined[from, to]));
    }

    /// <summary>Whether the words, each or several joined, are words of a name, in any order; one letter stands for a word that begins with it ("Petit J."). At least one must be more than an initial.</summary>
    public bool IsBorneBy(FoldedName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Array.Exists(_words, word => FoldedText.IsEnough([word]))
            && Covers((from, to) => _joined[from, to] is var run && (name.Has(run) || (run.Length == 1 && name.Begins(run))));
    }

    private static bool IsTitle(string word) => Array.IndexOf(Titles, word) >= 0;

    private bool Covers(Func<int, int, bool> fits)
    {
        // From the end: whether the words from here on can be parted into runs that all fit.
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
