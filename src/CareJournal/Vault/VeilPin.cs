using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CareJournal.Vault;

/// <summary>
/// The PIN that ends the veil over the screen of an open journal: 4 to 8 digits. It opens no journal. Only its stretched form is stored, inside the encrypted
/// file, by PBKDF2-HMAC-SHA-512 (RFC 8018) with 210,000 rounds (OWASP Password Storage Cheat Sheet): whoever reads a copy of that row does not read the PIN at once.
/// </summary>
public static class VeilPin
{
    /// <summary>The fewest digits.</summary>
    public const int Shortest = 4;

    /// <summary>The most digits.</summary>
    public const int Longest = 8;

    private const int Rounds = 210_000;
    private const int SaltSize = 16;
    private const int KeySize = 32;

    /// <summary>Whether a text has the form of a PIN: 4 to 8 of the digits 0 to 9.</summary>
    public static bool IsPin(string? typed) => typed is { Length: >= Shortest and <= Longest } && typed.All(char.IsAsciiDigit);

    /// <summary>Whether a PIN is what somebody beside the computer would try first: one digit again and again, or digits that count up or down by one.</summary>
    public static bool IsObvious(string pin) =>
        pin.Zip(pin.Skip(1), (one, next) => next - one).Distinct().ToArray() is [0 or 1 or -1];

    /// <summary>Returns the stored form of a PIN, with a salt of its own. Takes about a tenth of a second on purpose.</summary>
    /// <exception cref="ArgumentException">It has not the form of a PIN.</exception>
    public static string Stretch(string pin)
    {
        if (!IsPin(pin))
        {
            throw new ArgumentException("Not a PIN.", nameof(pin));
        }

        byte[] salt = RandomNumberGenerator.GetBytes(SaltSize);
        return string.Create(CultureInfo.InvariantCulture, $"{Rounds}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Key(pin, salt, Rounds))}");
    }

    /// <summary>Whether a text is the PIN of a stored form. Takes the same time wherever the two differ; a stored form that is none matches nothing.</summary>
    public static bool Matches(string? stored, string? typed)
    {
        if (!IsPin(typed) || stored?.Split('.') is not [var rounds, var salt, var key] || !int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > 10 * Rounds)
        {
            return false;
        }

        try
        {
            return CryptographicOperations.FixedTimeEquals(Key(typed!, Convert.FromBase64String(salt), count), Convert.FromBase64String(key));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Key(string pin, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(pin), salt, rounds, HashAlgorithmName.SHA512, KeySize);
}
