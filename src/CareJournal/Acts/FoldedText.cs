using System.Globalization;
using System.Text;

namespace CareJournal.Acts;

/// <summary>
/// Folds text for comparison: the one folding of the program, for names, searches, dates and numbers alike. It drops case, accents and marks; writes ligatures
/// and letters that Unicode does not decompose as they are usually typed (ı i, đ d, ø o, þ th); writes every digit of every script as 0 to 9; makes
/// apostrophes, quotes, dashes, ellipses and spaces plain and a control character a space; and leaves no space before ; : ! ? or inside « ».
/// No text throws.
/// </summary>
public static class FoldedText
{
    /// <summary>The fewest letters that can be searched for: others may see the screen.</summary>
    public const int FewestLetters = 2;

    /// <summary>
    /// Letters that do not decompose, in lower case, with their replacement: where ICAO Doc 9303-3 (names in travel documents) writes two letters for what
    /// is commonly typed as one (ø, å), that one.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Letters { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["œ"] = "oe", ["æ"] = "ae", ["ß"] = "ss", ["þ"] = "th", ["ø"] = "o", ["ł"] = "l", ["ı"] = "i", ["đ"] = "d", ["ð"] = "d", ["ɖ"] = "d", ["ħ"] = "h", ["ŧ"] = "t",
        ["ŋ"] = "n", ["ĸ"] = "k", ["ə"] = "e", ["ǝ"] = "e", ["ɛ"] = "e", ["ɔ"] = "o", ["ƒ"] = "f", ["ɓ"] = "b", ["ƀ"] = "b", ["ɗ"] = "d", ["ɠ"] = "g", ["ǥ"] = "g", ["ɣ"] = "g",
        ["ɨ"] = "i", ["ƙ"] = "k", ["ɲ"] = "n", ["ƥ"] = "p", ["ɵ"] = "o", ["ʉ"] = "u", ["ƭ"] = "t", ["ʋ"] = "v", ["ƴ"] = "y", ["ƶ"] = "z", ["ȼ"] = "c", ["ɇ"] = "e", ["ɉ"] = "j", ["ɍ"] = "r",
        ["ȷ"] = "j", ["ⱥ"] = "a", ["ⱦ"] = "t", ["ς"] = "σ",
    };

    /// <summary>Returns the folded text; empty for <c>null</c>. Runs of spaces become one; leading and trailing spaces are removed.</summary>
    public static string Fold(string? text) => Folding.Of(text).Text.TrimEnd(' ');

    /// <summary>Returns the folded words: runs of letters and digits, separated by apostrophes, hyphens and spaces.</summary>
    public static string[] Words(string? text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (Rune rune in Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, word.ToString()] : [.. words];
    }

    /// <summary>Whether folded words are enough to search for: two letters, or one character that is a word by itself, as in 李.</summary>
    public static bool IsEnough(IReadOnlyCollection<string> words) =>
        words.Sum(word => word.Length) >= FewestLetters || words.Any(word => word.EnumerateRunes().Any(IsWordBySelf));

    /// <summary>Returns where a folded text first occurs in an unfolded one, as a span of the latter; <c>null</c> where it does not occur.</summary>
    public static (int Start, int Length)? Find(string? text, string folded)
    {
        ArgumentException.ThrowIfNullOrEmpty(folded);
        Folding whole = Folding.Of(text);
        int at = whole.Text.IndexOf(folded, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        (int start, int end) = (whole.Places[at].Start, whole.Places[at + folded.Length - 1].End);

        // The marks on the last letter are part of it.
        while (end < text!.Length && CharUnicodeInfo.GetUnicodeCategory(text, end) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        return (start, end - start);
    }

    /// <summary>Returns the text, character by character and of the same length, with the digits of every script and East Asian full-width characters as plain ones.</summary>
    public static string PlainDigits(string text) =>
        string.Create(text.Length, text, static (plain, written) =>
        {
            for (int at = 0; at < plain.Length; at++)
            {
                char sign = written[at];
                int digit = CharUnicodeInfo.GetDecimalDigitValue(sign);
                plain[at] = digit >= 0 && char.IsDigit(sign) ? (char)('0' + digit) : sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - '\uFF01' + '!') : sign;
            }
        });

    // Chinese characters with their extensions, and kana: each may be a whole name.
    private static bool IsWordBySelf(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>A text being folded; each folded character keeps the span of the text it came from.</summary>
    private sealed class Folding
    {
        private readonly StringBuilder _text = new();
        private (int Start, int End) _place;
        private bool _opened;

        public string Text => _text.ToString();

        public List<(int Start, int End)> Places { get; } = [];

        public static Folding Of(string? text)
        {
            Folding folding = new();
            int at = 0;
            foreach (Rune rune in (text ?? "").EnumerateRunes())
            {
                folding._place = (at, at + rune.Utf16SequenceLength);
                folding.Read(rune);
                at += rune.Utf16SequenceLength;
            }

            return folding;
        }

        private void Read(Rune rune)
        {
            switch (rune.Value)
            {
                case < 0x80:
                    Put(rune.Value == '`' ? '\'' : char.ToLowerInvariant((char)rune.Value));
                    return;
                case 0xB4 or 0x2B9 or (>= 0x2BB and <= 0x2BF) or 0x2C8 or 0x5F3 or (>= 0x2018 and <= 0x201B) or 0x2032 or 0x2035 or 0xA78B or 0xA78C:
                    Put('\'');
                    return;
                case 0x2BA or 0x5F4 or (>= 0x201C and <= 0x201F) or 0x2033 or (>= 0x300C and <= 0x300F) or (>= 0x301D and <= 0x301F):
                    Put('"');
                    return;
                case 0xAB or 0x2039:
                    Put('"');
                    _opened = true;
                    return;
                case 0xBB or 0x203A:
                    Close();
                    Put('"');
                    return;
                case 0x2212 or 0x2043:
                    Put('-');
                    return;
            }

            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                    return;
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    Put(' ');
                    return;
                case UnicodeCategory.DashPunctuation:
                    Put('-');
                    return;
                case UnicodeCategory.DecimalDigitNumber:
                    Put((char)('0' + (int)Rune.GetNumericValue(rune)));
                    return;

                // ² is the key beside 1 on the French keyboard: it is not read as 2. What has no meaning in Unicode cannot be decomposed.
                case UnicodeCategory.OtherNumber or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse:
                    PutAll(rune.ToString());
                    return;
                default:
                    ReadLetter(Rune.ToLowerInvariant(rune));
                    return;
            }
        }

        private void ReadLetter(Rune rune)
        {
            string written = rune.ToString();
            if (Letters.TryGetValue(written, out string? plain))
            {
                PutAll(plain);
                return;
            }

            string parts = written.Normalize(NormalizationForm.FormKD);
            if (string.Equals(parts, written, StringComparison.Ordinal))
            {
                PutAll(written);
                return;
            }

            foreach (Rune part in parts.EnumerateRunes())
            {
                Read(part);
            }
        }

        private void PutAll(string signs)
        {
            foreach (char sign in signs)
            {
                Put(sign);
            }
        }

        private void Put(char sign)
        {
            if (sign == ' ' || char.IsControl(sign))
            {
                if (_text.Length == 0 || _text[^1] == ' ' || _opened)
                {
                    return;
                }

                sign = ' ';
            }
            else if (sign is ';' or ':' or '!' or '?')
            {
                Close();
            }

            _opened = false;
            _text.Append(sign);
            Places.Add(_place);
        }

        private void Close()
        {
            if (_text.Length > 0 && _text[^1] == ' ')
            {
                _text.Length--;
                Places.RemoveAt(Places.Count - 1);
            }
        }
    }
}
