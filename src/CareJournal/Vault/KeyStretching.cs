using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// Makes guessing a passphrase slow: PBKDF2-HMAC-SHA-512 (RFC 8018). How many rounds is measured on this machine, so that one
/// guess costs at least half a second here, and never fewer than 210,000 (OWASP Password Storage Cheat Sheet).
/// </summary>
internal sealed class KeyStretching
{
    /// <summary>Rounds below which a header is not accepted.</summary>
    public const int FloorRounds = 210_000;

    /// <summary>More than this no machine of ours would have written; it would only hang.</summary>
    public const int CeilingRounds = 50_000_000;

    /// <summary>Bytes of salt.</summary>
    public const int SaltSize = 32;

    private const int SampleRounds = 50_000;
    private static readonly TimeSpan Wanted = TimeSpan.FromSeconds(0.5);

    // The fastest of a few runs counts, and some more: a machine that was busy while measuring must not weaken the journal for years.
    private const int Samples = 5;
    private const double Margin = 1.25;

    private readonly int _leastRounds;
    private readonly Lazy<int> _rounds;

    private KeyStretching(int leastRounds, Func<int> rounds)
    {
        _leastRounds = leastRounds;
        _rounds = new Lazy<int>(rounds);
    }

    /// <summary>The only one that the program uses. Measured once per process, at the first need.</summary>
    public static KeyStretching Calibrated { get; } = new(FloorRounds, () => Calibrate(TimeProvider.System));

    /// <summary>Rounds for a header that is written now.</summary>
    public int Rounds => _rounds.Value;

    /// <summary>For tests alone: few rounds, so that a thousand wrong passphrases take no minutes.</summary>
    public static KeyStretching ForTests(int rounds) => new(1, () => rounds);

    /// <summary>Whether a header with so many rounds may be opened: fewer would be a forgery, many more a trap.</summary>
    public bool Accepts(int rounds) => rounds >= _leastRounds && rounds <= CeilingRounds;

    /// <summary>The 32-byte key that a secret gives with this salt. The caller zeroes it.</summary>
    public static byte[] Stretch(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, int rounds)
    {
        var key = GC.AllocateArray<byte>(MasterKey.Size, pinned: true);
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, key, rounds, HashAlgorithmName.SHA512);
        return key;
    }

    /// <summary>How many rounds take half a second here.</summary>
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

    /// <summary>The rounds, when 50,000 of them take <paramref name="sample"/>.</summary>
    public static int RoundsFor(TimeSpan sample)
    {
        var rounds = SampleRounds * (Wanted / sample) * Margin;
        return (int)Math.Clamp(Math.Ceiling(rounds), FloorRounds, CeilingRounds);
    }
}
