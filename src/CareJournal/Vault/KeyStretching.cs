using System.Security.Cryptography;
using NSec.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// Makes guessing a secret slow: Argon2id (RFC 9106, one lane), of which one guess needs at least 64 MiB and three passes. What a chosen passphrase
/// costs is measured on this machine, so that one guess takes half a second to a second on it. A random code of 135 bits costs the floor.
/// Headers of version 1 are read with PBKDF2-HMAC-SHA-512 (RFC 8018).
/// </summary>
internal sealed class KeyStretching
{
    /// <summary>The size of the salt of version 1 in bytes.</summary>
    public const int SaltSize = 32;

    /// <summary>The size of the salt of Argon2id in bytes.</summary>
    public const int ArgonSaltSize = 16;

    /// <summary>The fewest PBKDF2 rounds with which a header of version 1 is accepted.</summary>
    public const int FloorRounds = 210_000;

    /// <summary>The most PBKDF2 rounds with which a header of version 1 is accepted.</summary>
    public const int CeilingRounds = 50_000_000;

    /// <summary>The most memory in KiB with which a slot is accepted.</summary>
    public const int CeilingMemory = 1024 * 1024;

    /// <summary>The most passes with which a slot is accepted.</summary>
    public const int CeilingPasses = 64;

    /// <summary>The most work, in KiB times passes, that all slots of a header may ask for together: some fifteen seconds here.</summary>
    public const long CeilingWork = 16L * 1024 * 1024;

    /// <summary>The lowest cost with which a slot is accepted outside the tests.</summary>
    public static readonly StretchingCost FloorCost = new(64 * 1024, 3);

    private static readonly TimeSpan Wanted = TimeSpan.FromSeconds(0.6);

    // The fastest of a few runs counts, plus a margin: a machine that was busy while measuring must not weaken the journal for years.
    private const int Samples = 4;
    private const double Margin = 1.25;

    // More passes first, then more memory: the other slots are tried beside this one.
    private const int MostPasses = 16;
    private const int MostMemory = 256 * 1024;

    private readonly StretchingCost _least;
    private readonly int _leastRounds;
    private readonly Lazy<StretchingCost> _cost;

    private KeyStretching(StretchingCost least, int leastRounds, Func<StretchingCost> cost)
    {
        _least = least;
        _leastRounds = leastRounds;
        _cost = new Lazy<StretchingCost>(cost);
    }

    /// <summary>The only instance that the program uses. Measured once per process, on first use.</summary>
    public static KeyStretching Calibrated { get; } = new(FloorCost, FloorRounds, () => Calibrate(TimeProvider.System));

    /// <summary>The least that a program accepts: for tests that open a journal with one.</summary>
    public static KeyStretching Floor { get; } = new(FloorCost, FloorRounds, () => FloorCost);

    /// <summary>The cost of a slot whose secret somebody chose.</summary>
    public StretchingCost Cost => _cost.Value;

    /// <summary>The cost of a slot whose secret is random: nobody guesses 135 bits at any cost.</summary>
    public StretchingCost CodeCost => _least;

    /// <summary>Creates an instance for tests only: next to no cost, so that a thousand wrong passphrases do not take minutes.</summary>
    public static KeyStretching ForTests(int passes) => new(new StretchingCost(8, 1), 1, () => new StretchingCost(8, passes));

    /// <summary>Whether a slot with this cost may be opened: less would be a forgery, much more an attempt to hang the program.</summary>
    public bool Accepts(StretchingCost cost) =>
#if !SABOTAGE_COST_FLOOR
        cost.Memory >= _least.Memory && cost.Passes >= _least.Passes &&
#endif
        cost.Memory is > 0 and <= CeilingMemory && cost.Passes is > 0 and <= CeilingPasses && cost.Work <= CeilingWork;

    /// <summary>Whether a slot of version 1 with so many rounds may be opened.</summary>
    public bool Accepts(int rounds) => rounds >= _leastRounds && rounds <= CeilingRounds;

    /// <summary>Derives the 32-byte key of a secret and a salt with Argon2id. The caller zeroes it.</summary>
    public static byte[] Stretch(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, StretchingCost cost)
    {
        var key = GC.AllocateArray<byte>(MasterKey.Size, pinned: true);
        new Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.Memory, NumberOfPasses = cost.Passes }).DeriveBytes(secret, salt, key);
        return key;
    }

    /// <summary>Derives the 32-byte key of a slot of version 1. The caller zeroes it.</summary>
    public static byte[] Stretch(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, int rounds)
    {
        var key = GC.AllocateArray<byte>(MasterKey.Size, pinned: true);
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, key, rounds, HashAlgorithmName.SHA512);
        return key;
    }

    /// <summary>Measures which cost takes the wanted time on this machine.</summary>
    public static StretchingCost Calibrate(TimeProvider time)
    {
        var salt = new byte[ArgonSaltSize];
        var fastest = TimeSpan.MaxValue;
        for (var sample = 0; sample < Samples; sample++)
        {
            var start = time.GetTimestamp();
            Stretch("how fast is this machine?"u8, salt, FloorCost);
            var elapsed = time.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        return CostFor(fastest);
    }

    /// <summary>Returns the cost of a passphrase, when the floor takes <paramref name="sample"/>.</summary>
    public static StretchingCost CostFor(TimeSpan sample)
    {
        var passes = Math.Min(FloorCost.Passes * (Wanted / sample) * Margin, CeilingPasses * (double)MostMemory / FloorCost.Memory);
        var memory = FloorCost.Memory;
        while (passes > MostPasses && memory < MostMemory)
        {
            (memory, passes) = (2 * memory, passes / 2);
        }

        return new StretchingCost(memory, (int)Math.Clamp(Math.Ceiling(passes), FloorCost.Passes, CeilingPasses));
    }
}

/// <summary>The cost of one guess with Argon2id.</summary>
/// <param name="Memory">In KiB.</param>
/// <param name="Passes">Over that memory.</param>
internal readonly record struct StretchingCost(int Memory, int Passes)
{
    /// <summary>Memory times passes, to which the time is proportional.</summary>
    public long Work => (long)Memory * Passes;
}
