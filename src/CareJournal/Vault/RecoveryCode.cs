using System.Security.Cryptography;
using System.Text;

namespace CareJournal.Vault;

/// <summary>
/// The second way to open a journal: 135 random bits, printed once on paper and typed back once.
/// Seven groups of four characters in Crockford's alphabet (no I, L, O, U: https://www.crockford.com/base32.html);
/// the last character is a check over the others, so that a slip of the pen is distinguished from a wrong code.
/// </summary>
public sealed class RecoveryCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int GroupSize = 4;
    private const int Length = 28;

    private readonly string _characters;

    private RecoveryCode(string characters) => _characters = characters;

    /// <summary>The printed form: <c>XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX</c>. Never to be logged.</summary>
    public string Printed => string.Join('-', _characters.Chunk(GroupSize).Select(group => new string(group)));

    /// <summary>Creates a random code.</summary>
    public static RecoveryCode Create()
    {
        Span<char> characters = stackalloc char[Length];
        RandomNumberGenerator.GetItems<char>(Alphabet, characters[..^1]);
        characters[^1] = Check(characters[..^1]);
        var code = new RecoveryCode(new string(characters));
        characters.Clear();
        return code;
    }

    /// <summary>
    /// Reads a code as a person may type it: any case, any spaces and dashes, the letter O for 0, I or L for 1.
    /// <c>false</c> when it is not 28 characters of the alphabet, or the check character does not match.
    /// </summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RecoveryCode? code)
    {
        code = null;
        Span<char> characters = stackalloc char[Length];
        var count = 0;
        foreach (var character in typed ?? "")
        {
            if (char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.DashPunctuation)
            {
                continue;
            }

            var read = Read(character);
            if (count == Length || !Alphabet.Contains(read))
            {
                return false;
            }

            characters[count++] = read;
        }

        if (count != Length || characters[^1] != Check(characters[..^1]))
        {
            return false;
        }

        code = new RecoveryCode(new string(characters));
        return true;
    }

    /// <summary>Reads a text that is known to be a code.</summary>
    /// <exception cref="FormatException">The text is not a code.</exception>
    public static RecoveryCode Parse(string typed) =>
        TryParse(typed, out var code) ? code : throw new FormatException("Not a recovery code.");

    /// <summary>Whether what was typed back is this code. Takes the same time wherever the two differ.</summary>
    public bool Matches(RecoveryCode other) =>
        CryptographicOperations.FixedTimeEquals(ToBytes(), other.ToBytes());

    /// <summary>Whether what was typed back is the second and the last group of four, however they are spaced and written.</summary>
    public bool MatchesInPart(string? typed)
    {
        var read = (typed ?? "").Where(character => !char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.DashPunctuation).Select(Read);
        return string.Concat(read) is var groups && string.Equals(groups, _characters[GroupSize..(2 * GroupSize)] + _characters[^GroupSize..], StringComparison.Ordinal);
    }

    /// <summary>Returns a fixed text that does not reveal the code.</summary>
    public override string ToString() => "recovery code (not shown)";

    /// <summary>Returns the secret that wraps the master key: the 28 characters, without dashes. The caller zeroes the result.</summary>
    internal byte[] ToBytes() => Encoding.ASCII.GetBytes(_characters);

    private static char Read(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };

    /// <summary>
    /// Computes one Reed–Solomon check digit over GF(32): every single wrong character and every two exchanged ones are detected,
    /// since each place has another power of the generator, of which there are 31.
    /// </summary>
    private static char Check(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        foreach (var character in characters)
        {
            sum = TimesGenerator(sum) ^ Alphabet.IndexOf(character, StringComparison.Ordinal);
        }

        return Alphabet[TimesGenerator(sum)];
    }

    /// <summary>Multiplies by x modulo x^5 + x^2 + 1.</summary>
    private static int TimesGenerator(int value) => (value & 0b1_0000) == 0 ? value << 1 : ((value << 1) & 0b1_1111) ^ 0b0_0101;
}
