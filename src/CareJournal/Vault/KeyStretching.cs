using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// Makes guessing a passphrase slow: PBKDF2-HMAC-SHA-512 (RFC 8018). The number of rounds is measured on this machine, so that one
/// guess costs at least half a second on it, and is never fewer than 210,000 (OWASP Password Storage Cheat Sheet).
/// </summary>
internal sealed class KeyStretching
{
    /// <summary>The fewest rounds with which a header is accepted.</summary>
    public const int FloorRounds = 210_000;

    /// <summary>The most rounds with which a header is accepted: no real machine would have written more; it would only hang the program.</summary>
    public const int CeilingRounds = 50_000_000;

    /// <summary>The size of the salt in bytes.</summary>
    public const int SaltSize = 32;

    private const int SampleRounds = 50_000;
    private static readonly TimeSpan Wanted = TimeSpan.FromSeconds(0.5);

    // The fastest of a few runs counts, plus a margin: a machine that was busy while measuring must not weaken the journal for years.
    private const int Samples = 5;
    private const double Margin = 1.25;

    private readonly int _leastRounds;
    private readonly Lazy<int> _rounds;

    private KeyStretching(int leastRounds, Func<int> rounds)
    {
        _leastRounds = leastRounds;
        _rounds = new Lazy<int>(rounds);
    }

    /// <summary>The only instance that the program uses. Measured once per process, on first use.</summary>
    public static KeyStretching Calibrated { get; } = new(FloorRounds, () => Calibrate(TimeProvider.System));

    /// <summary>The number of rounds for a header that is written now.</summary>
    public int Rounds => _rounds.Value;

    /// <summary>Creates an instance for tests only: few rounds, so that a thousand wrong passphrases do not take minutes.</summary>
    public static KeyStretching ForTests(int rounds) => new(1, () => rounds);

    /// <summary>Whether a header with so many rounds may be opened: fewer would be a forgery, many more an attempt to hang the program.</summary>
    public bool Accepts(int rounds) => rounds >= _leastRounds && rounds <= CeilingRounds;

    /// <summary>Derives the 32-byte key of a secret and a salt. The caller zeroes it.</summary>
    public static byte[] Stretch(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, int rounds)
    {
        var key = GC.AllocateArray<byte>(MasterKey.Size, pinned: true);
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, key, rounds, HashAlgorithmName.SHA512);
        return key;
    }

    /// <summary>Measures how many rounds take half a second on this machine.</summary>
    public static int Calibrate(TimeProvider time)
    {
        var salt = new byte[SaltSize];
        var fastest = TimeSpan.MaxValue;
        for (var sample = 0; sample < Samples; sample++)
        {
            var start = time.GetTimestamp();
            Stretch("how fast is this machine?"u8, salt, SampleRounds);
            var elapsed = time.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        return RoundsFor(fastest);
    }

    /// <summary>Returns the number of rounds, when 50,000 of them take <paramref name="sample"/>.</summary>
    public static int RoundsFor(TimeSpan sample)
    {
        var rounds = SampleRounds * (Wanted / sample) * Margin;
        return (int)Math.Clamp(Math.Ceiling(rounds), FloorRounds, CeilingRounds);
    }
}
