using System.Text;
using CareJournal.Acts;

namespace CareJournal.Vault;

/// <summary>How well a passphrase withstands guessing.</summary>
public enum Strength
{
    /// <summary>Found by trying what people usually choose.</summary>
    Weak,

    /// <summary>Holds against somebody who finds the computer.</summary>
    Fair,

    /// <summary>Holds against somebody who buys machines for it.</summary>
    Strong,
}

/// <summary>
/// A passphrase as it was typed, normalised once (Unicode NFC) so that an accent typed on another keyboard or system is the
/// same accent. Nothing is trimmed, folded or cut off (NIST SP 800-63B-4, 3.1.1.2); one of more than <see cref="MostLength"/> is refused.
/// </summary>
public sealed class Passphrase
{
    /// <summary>Characters (Unicode code points) below which a new passphrase is not accepted (NIST SP 800-63B-4, 3.1.1.2).</summary>
    public const int LeastLength = 15;

    /// <summary>
    /// Characters (UTF-16 code units, as typed) above which a text is refused before anything is computed from it: two hundred times
    /// what NIST asks for at least (64), and far from what would keep the computer busy.
    /// </summary>
    public const int MostLength = 10_000;

    private readonly string _text;

    private Passphrase(string text)
    {
        _text = text;
        Length = text.EnumerateRunes().Count();
    }

    /// <summary>How many characters (Unicode code points) it has.</summary>
    public int Length { get; }

    /// <summary>A sober estimate, to be shown beside the field where a passphrase is chosen. Computed at each call; opening a journal never asks for it.</summary>
    public Strength Strength => PassphraseEstimate.Judge(_text);

    /// <summary>
    /// Whether a new journal may be closed with it: it is long enough. A long weak one is shown as weak and accepted,
    /// since the choice is the practitioner's.
    /// </summary>
    public bool IsAccepted => Length >= LeastLength;

    /// <summary>Whether a text has more than <see cref="MostLength"/> characters: to be asked before <see cref="From"/>. Looks at its length alone.</summary>
    public static bool IsTooLong(string? text) =>
#if SABOTAGE_LONG_PHRASE
        text is null && MostLength < 0;
#else
        text?.Length > MostLength;
#endif

    /// <summary>Takes any text that is not too long; what is not well-formed Unicode is replaced.</summary>
    /// <exception cref="ArgumentException">The text is too long (<see cref="IsTooLong"/>).</exception>
    public static Passphrase From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsTooLong(text))
        {
            throw new ArgumentException($"A passphrase has at most {MostLength} characters.", nameof(text));
        }

        return new Passphrase(WrittenText.Valid(text).Normalize(NormalizationForm.FormC));
    }

    /// <summary>Says that it is a passphrase, never which.</summary>
    public override string ToString() => "passphrase (not shown)";

    /// <summary>What goes into key stretching: UTF-8. The caller zeroes the answer.</summary>
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_text);
}
