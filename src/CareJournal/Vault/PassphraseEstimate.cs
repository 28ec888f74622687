namespace CareJournal.Vault;

/// <summary>
/// Estimates the bits of entropy of a passphrase, on the low side: common words, repetitions, rows of keys and years count
/// for almost nothing, unknown words for 2.5 bits a letter. Pure. It cannot know what somebody else knows about the writer.
/// Only the first <see cref="LongestJudged"/> characters are judged, since each is compared with all before it; what follows can only add.
/// </summary>
internal static class PassphraseEstimate
{
    /// <summary>The number of characters that are judged, after folding.</summary>
    public const int LongestJudged = 256;

    // Against a million rounds, eight graphics cards try some 2^15 a second: 40 bits last about a year, 60 a million years.
    private const double FairBits = 40;
    private const double StrongBits = 60;

    private const double WordBits = 8;
    private const double PatternBits = 4;
    private const double YearBits = 6;
    private const double SeparatorBits = 0.5;
    private const double LetterInWordBits = 2.5;
    private const double LoneLetterBits = 4.7;
    private const double DigitBits = 3.3;
    private const double SymbolBits = 4.5;
    private const double DistinctCharacterBits = 6;
    private const int LeastPattern = 3;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890",
        "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
    ];

    private static readonly string[] AllRows = [.. Rows, .. Rows.Select(row => new string([.. row.Reverse()]))];

    /// <summary>Returns the strength; always weak below the accepted length.</summary>
    public static Strength Judge(string text)
    {
        if (text.EnumerateRunes().Count() < Passphrase.LeastLength)
        {
            return Strength.Weak;
        }

        return Bits(text) switch
        {
            < FairBits => Strength.Weak,
            < StrongBits => Strength.Fair,
            _ => Strength.Strong,
        };
    }

    /// <summary>Returns the bits of entropy, at least zero.</summary>
    public static double Bits(string text)
    {
        var folded = FoldedText.Fold(text); // Lower case without accents: a guesser tries those first.
        var plain = folded.Length > LongestJudged ? folded[..LongestJudged] : folded;
        var bits = 0.0;
        for (var at = 0; at < plain.Length;)
        {
            var (length, surprise) = Piece(plain, at);
            bits += surprise;
            at += length;
        }

        return Math.Min(bits, plain.Distinct().Count() * DistinctCharacterBits);
    }

    /// <summary>Returns the longest piece at this position that an attacker would guess as a whole, or one character.</summary>
    private static (int Length, double Bits) Piece(string plain, int at)
    {
        var rest = plain.AsSpan(at);
        var repeated = Repeated(plain, at);
        var row = Row(rest);
        var word = CommonWords.LongestAt(rest);
        if (Math.Max(repeated, row) is var pattern && pattern >= LeastPattern && pattern >= word)
        {
            return (pattern, PatternBits);
        }

        if (word > 0)
        {
            return (word, WordBits);
        }

        if (rest.Length >= 4 && (rest.StartsWith("19", StringComparison.Ordinal) || rest.StartsWith("20", StringComparison.Ordinal)) && char.IsAsciiDigit(rest[2]) && char.IsAsciiDigit(rest[3]))
        {
            return (4, YearBits);
        }

        return (1, Single(plain, at));
    }

    private static double Single(string plain, int at)
    {
        var character = plain[at];
        if (char.IsLetter(character))
        {
            return IsLetter(plain, at - 1) && IsLetter(plain, at + 1) || IsLetter(plain, at - 1) && IsLetter(plain, at - 2) || IsLetter(plain, at + 1) && IsLetter(plain, at + 2)
                ? LetterInWordBits
                : LoneLetterBits;
        }

        if (char.IsDigit(character))
        {
            return DigitBits;
        }

        return character is ' ' or '-' or '.' or ',' or '\'' or '’' or '_' ? SeparatorBits : SymbolBits;
    }

    private static bool IsLetter(string plain, int at) => at >= 0 && at < plain.Length && char.IsLetter(plain[at]);

    /// <summary>Returns how many characters from here occur earlier in the same order, also overlapping (as in a long run of one letter).</summary>
    private static int Repeated(string plain, int at)
    {
        var longest = 0;
        for (var earlier = 0; earlier < at; earlier++)
        {
            var length = 0;
            while (at + length < plain.Length && plain[earlier + length] == plain[at + length])
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static int Row(ReadOnlySpan<char> rest)
    {
        var longest = 0;
        foreach (var row in AllRows)
        {
            var start = row.IndexOf(rest[0], StringComparison.Ordinal);
            if (start >= 0)
            {
                longest = Math.Max(longest, rest.CommonPrefixLength(row.AsSpan(start)));
            }
        }

        return longest;
    }
}
