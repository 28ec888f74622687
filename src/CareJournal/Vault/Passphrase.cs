using System.Text;

namespace CareJournal.Vault;

/// <summary>The strength of a passphrase against guessing.</summary>
public enum Strength
{
    /// <summary>Guessed by trying what people usually choose.</summary>
    Weak,

    /// <summary>Withstands somebody who finds the computer.</summary>
    Fair,

    /// <summary>Withstands somebody who buys machines for it.</summary>
    Strong,
}

/// <summary>
/// A passphrase as it was typed, normalised once (Unicode NFC) so that an accent typed on another keyboard or system is the
/// same accent. Nothing is trimmed, folded or cut off (NIST SP 800-63B-4, 3.1.1.2); one of more than <see cref="MostLength"/> is refused.
/// </summary>
public sealed class Passphrase
{
    /// <summary>The fewest characters (Unicode code points) of a new passphrase (NIST SP 800-63B-4, 3.1.1.2).</summary>
    public const int LeastLength = 15;

    /// <summary>
    /// The most characters (UTF-16 code units, as typed); a longer text is refused before anything is computed from it. It is over a hundred times
    /// what NIST requires at least (64), and far from what would keep the computer busy.
    /// </summary>
    public const int MostLength = 10_000;

    private readonly string _text;

    private Passphrase(string text)
    {
        _text = text;
        Length = text.EnumerateRunes().Count();
    }

    /// <summary>The number of characters (Unicode code points).</summary>
    public int Length { get; }

    /// <summary>A cautious estimate, to be shown beside the field where a passphrase is chosen. Computed at each call; not used to open a journal.</summary>
    public Strength Strength => PassphraseEstimate.Judge(_text);

    /// <summary>
    /// Whether a new journal may be protected with it: it is long enough. A long weak one is shown as weak and accepted,
    /// since the choice is the practitioner's.
    /// </summary>
    public bool IsAccepted => Length >= LeastLength;

    /// <summary>Whether a text has more than <see cref="MostLength"/> characters: to be checked before <see cref="From"/>. Reads its length alone.</summary>
    public static bool IsTooLong(string? text) =>
#if SABOTAGE_LONG_PHRASE
        text is null && MostLength < 0;
#else
        text?.Length > MostLength;
#endif

    /// <summary>Creates a passphrase from any text that is not too long; ill-formed Unicode is replaced.</summary>
    /// <exception cref="ArgumentException">The text is too long (<see cref="IsTooLong"/>).</exception>
    public static Passphrase From(string text)
    {
        if (IsTooLong(text))
        {
            throw new ArgumentException($"A passphrase has at most {MostLength} characters.", nameof(text));
        }

        return new Passphrase(WrittenText.Valid(text).Normalize(NormalizationForm.FormC));
    }

    /// <summary>Returns a fixed text that does not reveal the passphrase.</summary>
    public override string ToString() => "passphrase (not shown)";

    /// <summary>Returns the UTF-8 input of key stretching. The caller zeroes the result.</summary>
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_text);
}
