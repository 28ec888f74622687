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
/// same accent. Nothing is trimmed, folded or cut off, and there is no longest one (NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
public sealed class Passphrase
{
    /// <summary>Characters (Unicode code points) below which a new passphrase is not accepted (NIST SP 800-63B-4, 3.1.1.2).</summary>
    public const int LeastLength = 15;

    private readonly string _text;

    private Passphrase(string text)
    {
        _text = text;
        Length = text.EnumerateRunes().Count();
        Strength = PassphraseEstimate.Judge(text);
    }

    /// <summary>How many characters (Unicode code points) it has.</summary>
    public int Length { get; }

    /// <summary>A sober estimate, to be shown beside the field while typing.</summary>
    public Strength Strength { get; }

    /// <summary>
    /// Whether a new journal may be closed with it: it is long enough. A long weak one is shown as weak and accepted,
    /// since the choice is the practitioner's.
    /// </summary>
    public bool IsAccepted => Length >= LeastLength;

    /// <summary>Takes any text; what is not well-formed Unicode is replaced, so that no text throws.</summary>
    public static Passphrase From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Passphrase(WrittenText.Valid(text).Normalize(NormalizationForm.FormC));
    }

    /// <summary>Says that it is a passphrase, never which.</summary>
    public override string ToString() => "passphrase (not shown)";

    /// <summary>What goes into key stretching: UTF-8. The caller zeroes the answer.</summary>
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_text);
}
