using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// The small file beside the database with the master key, wrapped once for each secret that opens the journal: the passphrase, the recovery code,
/// the codes of continuity envelopes. Without it and one of the secrets, nothing opens the journal. A new secret wraps the key again and changes nothing else.
/// <para>The bytes: <see cref="KeyHeaderLayout"/>. A header of version 1 (PBKDF2, two secrets) opens, and is written as version 2 by the first change.
/// Version 2 is sealed: whatever is changed in it without the key, no secret opens it any more.</para>
/// </summary>
public sealed class KeyHeader
{
    // Two at a time: each costs 64 MiB of memory and more.
    private static readonly ParallelOptions TwoAtOnce = new() { MaxDegreeOfParallelism = 2 };

    private readonly byte[] _copy;

    internal KeyHeader(byte[] copy, int version, IReadOnlyList<KeySlot> slots)
    {
        _copy = copy;
        Version = version;
        Slots = slots;
    }

    /// <summary>The version of the file: 1 or 2.</summary>
    internal int Version { get; }

    /// <summary>The slots, without those that were revoked.</summary>
    internal IReadOnlyList<KeySlot> Slots { get; }

    private ReadOnlySpan<byte> KeyCheck => _copy.AsSpan(KeyHeaderLayout.KeyCheckStart, KeyHeaderLayout.KeyCheckSize);

    /// <summary>
    /// Wraps a new journal's master key, with a recovery code that nobody has typed back yet. Slow on purpose (a second or two): the cost is measured and spent.
    /// The caller checks whether the passphrase is long enough (<see cref="Passphrase.IsAccepted"/>).
    /// </summary>
    /// <param name="masterKey">The key.</param>
    /// <param name="passphrase">The chosen passphrase.</param>
    /// <param name="recoveryCode">The code that is about to be shown.</param>
    /// <param name="today">The UTC day.</param>
    public static KeyHeader Create(MasterKey masterKey, Passphrase passphrase, RecoveryCode recoveryCode, DateOnly today) =>
        Create(masterKey, passphrase, recoveryCode, today, KeyStretching.Calibrated);

    /// <summary>
    /// Reads the header and never writes: a damaged file stays as it is. One intact copy of the two is enough.
    /// </summary>
    /// <exception cref="IOException">The file is there but cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static KeyHeaderAnswer ReadFrom(string path) => ReadFrom(path, KeyStretching.Calibrated);

    /// <summary>
    /// Unwraps the master key with any secret that has no last day; <c>null</c> when it is none of them. Slow on purpose (half a second and more): do not call
    /// it on the thread of the page. Every slot is always tried, so neither the result nor its time reveals which of them somebody was guessing.
    /// </summary>
    public MasterKey? Unlock(string secret) => Open(secret, DateOnly.MaxValue)?.MasterKey;

    /// <summary>Writes a new file, syncs it, renames it over the old one, syncs the folder: at any moment there is exactly one complete header.</summary>
    /// <exception cref="IOException">It is not certain that the new header is on disk; there is a complete one all the same.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; nothing was changed.</exception>
    public void WriteTo(string path) => DurableFile.Replace(path, [.. _copy, .. _copy]);

    internal static KeyHeaderAnswer ReadFrom(string path, KeyStretching stretching)
    {
        try
        {
            return KeyHeaderLayout.Read(File.ReadAllBytes(path), stretching);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new KeyHeaderAnswer.Missing();
        }
    }

    /// <summary>Returns the value by which the headers of one journal are known, without a secret; <c>null</c> when there is no intact header.</summary>
    internal static byte[]? CheckOf(string path) => File.Exists(path) ? KeyHeaderLayout.CheckOf(File.ReadAllBytes(path)) : null;

    /// <summary>Returns the same value of a master key.</summary>
    internal static byte[] CheckOf(MasterKey masterKey) => KeyHeaderLayout.KeyCheckOf(masterKey);

    internal static KeyHeader Create(
        MasterKey masterKey, Passphrase passphrase, RecoveryCode recoveryCode, DateOnly today, KeyStretching stretching, bool isConfirmed = false)
    {
        var keyCheck = KeyHeaderLayout.KeyCheckOf(masterKey);
        return KeyHeaderLayout.Compose(masterKey, [
            KeySlot.Wrap(new NewSlot(SlotKind.Passphrase, today, stretching.Cost), masterKey, passphrase.ToBytes(), keyCheck),
            KeySlot.Wrap(new NewSlot(SlotKind.RecoveryCode, today, stretching.CodeCost, isConfirmed), masterKey, recoveryCode.ToBytes(), keyCheck),
        ]);
    }

    /// <summary>Opens it with a secret on a UTC day: the master key, and the slot that it came from.</summary>
    internal OpenedSlot? Open(string secret, DateOnly today)
    {
        var words = Passphrase.From(secret).ToBytes();
        var code = RecoveryCode.TryParse(secret, out var typed) ? typed.ToBytes() : [.. words];
        var keys = new MasterKey?[Slots.Count];
        Parallel.For(0, Slots.Count, TwoAtOnce, number => keys[number] = Slots[number].Unwrap(Slots[number].IsByCode ? code : words, KeyCheck));
        CryptographicOperations.ZeroMemory(words);
        CryptographicOperations.ZeroMemory(code);
        OpenedSlot? opened = null;
        for (var number = 0; number < keys.Length; number++)
        {
            if (keys[number] is not { } key)
            {
                continue;
            }

            if (opened is null && Slots[number].OpensOn(today) && (Version == 1 || KeyHeaderLayout.IsSealedWith(key, _copy)))
            {
                opened = new OpenedSlot(key, Slots[number]);
            }
            else
            {
                key.Dispose();
            }
        }

        return opened;
    }

    /// <summary>Returns the header of the same journal with another passphrase, in version 2. The master key and the codes stay.</summary>
    /// <exception cref="ArgumentException">The master key is another journal's.</exception>
    internal KeyHeader WithPassphrase(MasterKey masterKey, Passphrase passphrase, DateOnly today, KeyStretching stretching) =>
        With(masterKey, SlotKind.Passphrase, () => KeySlot.Wrap(new NewSlot(SlotKind.Passphrase, today, stretching.Cost), masterKey, passphrase.ToBytes(), KeyCheck));

    /// <summary>Returns the header with another recovery code, or the same one typed back. Of version 2 only: see <see cref="WithPassphrase"/>.</summary>
    internal KeyHeader WithRecoveryCode(MasterKey masterKey, RecoveryCode code, DateOnly created, KeyStretching stretching) =>
        With(masterKey, SlotKind.RecoveryCode, () => KeySlot.Wrap(new NewSlot(SlotKind.RecoveryCode, created, stretching.CodeCost), masterKey, code.ToBytes(), KeyCheck));

    /// <summary>Returns the header with one more slot. Of version 2 only.</summary>
    /// <exception cref="InvalidOperationException">There is no room for another one (<see cref="HasRoom"/>).</exception>
    internal KeyHeader WithSlot(MasterKey masterKey, NewSlot what, byte[] secret) =>
        Composed(masterKey, [.. Slots, KeySlot.Wrap(what, masterKey, secret, KeyCheck)]);

    /// <summary>Returns the header without a slot: what it opened before, it opens no more. Of version 2 only.</summary>
    internal KeyHeader WithoutSlot(MasterKey masterKey, Guid id) =>
#if SABOTAGE_REVOKED_SLOT
        Composed(masterKey, [.. Slots.Where(slot => slot.Id != id || slot.Id == id)]);
#else
        Composed(masterKey, [.. Slots.Where(slot => slot.Id != id)]);
#endif

    /// <summary>Whether another slot can be added.</summary>
    internal bool HasRoom => Slots.Count < KeyHeaderLayout.MostSlots;

    private KeyHeader With(MasterKey masterKey, SlotKind kind, Func<KeySlot> slot)
    {
        KeyHeaderLayout.RequireKeyOf(masterKey, KeyCheck);
        return Composed(masterKey, [.. Slots.Select(old => old.Kind == kind ? slot() : old)]);
    }

    private KeyHeader Composed(MasterKey masterKey, IReadOnlyList<KeySlot> slots)
    {
        KeyHeaderLayout.RequireKeyOf(masterKey, KeyCheck);
        return slots.Any(slot => slot is { IsOfFirstVersion: true, Kind: not SlotKind.RecoveryCode })
            ? throw new InvalidOperationException("The passphrase of a header of version 1 is wrapped anew before anything else is changed in it.")
            : KeyHeaderLayout.Compose(masterKey, slots);
    }
}

/// <summary>A journal's key, and the slot from which it came. The caller disposes it.</summary>
internal sealed record OpenedSlot(MasterKey MasterKey, KeySlot Slot) : IDisposable
{
    /// <summary>The kind of secret that was given.</summary>
    public SlotKind Kind => Slot.Kind;

    /// <inheritdoc />
    public void Dispose() => MasterKey.Dispose();
}

/// <summary>The result of reading a key header.</summary>
public abstract record KeyHeaderAnswer
{
    private KeyHeaderAnswer()
    {
    }

    /// <summary>A header. When one copy is damaged, writing it again repairs the file.</summary>
    public sealed record Found(KeyHeader Header, bool OneCopyIsDamaged) : KeyHeaderAnswer;

    /// <summary>There is no such file.</summary>
    public sealed record Missing : KeyHeaderAnswer;

    /// <summary>Neither copy is intact. The file was not touched: a backup's header opens the same journal.</summary>
    public sealed record Damaged : KeyHeaderAnswer;

    /// <summary>The file was written by a later version of the program.</summary>
    public sealed record Newer(int Version) : KeyHeaderAnswer;
}
