using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// The bytes of a <see cref="KeyHeader"/>: two equal copies of 4096 bytes, so that a lost disk sector damages only one. A copy of version 2, big-endian:
/// magic <c>CJ-VAULT</c> (8) · version (2) · key derivation (1) · cipher (1) · key check (16) · zeros (36) · sixteen slots of 160 bytes (<see cref="KeySlot"/>) ·
/// zeros · seal (32) · SHA-256 of all before (32). Magic, version and checksum stay where they are in every later version. An empty slot is zeros, and so is one
/// that was revoked. The seal is HMAC-SHA-256 of all before it with a key of the master key: slots cannot be added, put back or exchanged without it.
/// </summary>
internal static class KeyHeaderLayout
{
    /// <summary>Where the key check stands.</summary>
    public const int KeyCheckStart = 12;

    /// <summary>The size of the key check.</summary>
    public const int KeyCheckSize = 16;

    /// <summary>The number of slots for which there is room.</summary>
    public const int MostSlots = 16;

    private const int Version = 2;
    private const int VersionStart = 8;
    private const int CopySize = 4096;
    private const int ChecksumStart = CopySize - SHA256.HashSizeInBytes;
    private const int SealStart = ChecksumStart - HMACSHA256.HashSizeInBytes;
    private const int FirstSlotsStart = KeyCheckStart + KeyCheckSize;
    private const int SlotsStart = 64;
    private const int SlotsEnd = SlotsStart + (MostSlots * KeySlot.Size);
    private const string KeyCheckPurpose = "key check";
    private const string SealPurpose = "key header";

    /// <summary>Reads both copies.</summary>
    public static KeyHeaderAnswer Read(byte[] file, KeyStretching stretching)
    {
        var first = ReadCopy(file, 0, stretching);
        var second = ReadCopy(file, CopySize, stretching);
        var oneIsDamaged = first is KeyHeaderAnswer.Damaged || second is KeyHeaderAnswer.Damaged || file.Length != 2 * CopySize;
        var answer = first is KeyHeaderAnswer.Damaged ? second : first;
        return answer is KeyHeaderAnswer.Found found ? found with { OneCopyIsDamaged = oneIsDamaged } : answer;
    }

    /// <summary>Creates a sealed header of version 2.</summary>
    /// <exception cref="InvalidOperationException">There are more slots than there is room for.</exception>
    public static KeyHeader Compose(MasterKey masterKey, IReadOnlyList<KeySlot> slots)
    {
        if (slots.Count > MostSlots)
        {
            throw new InvalidOperationException($"A key header has at most {MostSlots} slots.");
        }

        var copy = new byte[CopySize];
        KeySlot.Preamble.CopyTo(copy, 0);
        KeyCheckOf(masterKey).CopyTo(copy, KeyCheckStart);
        for (var number = 0; number < slots.Count; number++)
        {
            slots[number].Bytes.CopyTo(copy.AsSpan(SlotsStart + (number * KeySlot.Size)));
        }

        SealOf(masterKey, copy).CopyTo(copy, SealStart);
        SHA256.HashData(copy.AsSpan(0, ChecksumStart), copy.AsSpan(ChecksumStart));
        return new KeyHeader(copy, Version, slots);
    }

    /// <summary>Whether a header of version 2 was written by somebody who had this key.</summary>
    public static bool IsSealedWith(MasterKey masterKey, ReadOnlySpan<byte> copy) =>
        CryptographicOperations.FixedTimeEquals(SealOf(masterKey, copy), copy.Slice(SealStart, HMACSHA256.HashSizeInBytes));

    /// <summary>Computes a value that distinguishes master keys without revealing anything about them.</summary>
    public static byte[] KeyCheckOf(MasterKey masterKey) => masterKey.Derive(KeyCheckPurpose)[..KeyCheckSize];

    /// <summary>Throws when the key belongs to another header.</summary>
    /// <exception cref="ArgumentException">It does.</exception>
    public static void RequireKeyOf(MasterKey masterKey, ReadOnlySpan<byte> keyCheck)
    {
        if (!CryptographicOperations.FixedTimeEquals(KeyCheckOf(masterKey), keyCheck))
        {
            throw new ArgumentException("This master key belongs to another header.", nameof(masterKey));
        }
    }

    private static byte[] SealOf(MasterKey masterKey, ReadOnlySpan<byte> copy)
    {
        var key = masterKey.Derive(SealPurpose);
        var tag = HMACSHA256.HashData(key, copy[..SealStart]);
        CryptographicOperations.ZeroMemory(key);
        return tag;
    }

    private static KeyHeaderAnswer ReadCopy(byte[] file, int start, KeyStretching stretching)
    {
        if (file.Length < start + CopySize)
        {
            return new KeyHeaderAnswer.Damaged();
        }

        var copy = file.AsSpan(start, CopySize);
        if (!IsIntact(copy))
        {
            return new KeyHeaderAnswer.Damaged();
        }

        int version = BinaryPrimitives.ReadUInt16BigEndian(copy[VersionStart..]);
        if (version > Version)
        {
            return new KeyHeaderAnswer.Newer(version);
        }

        var slots = version == 1 ? FirstSlots(copy) : SlotsOf(copy);
        return slots is not null && IsSound(slots, version, stretching)
            ? new KeyHeaderAnswer.Found(new KeyHeader(copy.ToArray(), version, slots), OneCopyIsDamaged: false)
            : new KeyHeaderAnswer.Damaged();
    }

    /// <summary>Returns the value by which the headers of one journal are known, of any version; <c>null</c> when neither copy is intact.</summary>
    public static byte[]? CheckOf(byte[] file) =>
        new[] { 0, CopySize }.Where(start => file.Length >= start + CopySize && IsIntact(file.AsSpan(start, CopySize)))
            .Select(start => file[(start + KeyCheckStart)..(start + KeyCheckStart + KeyCheckSize)])
            .FirstOrDefault();

    private static bool IsIntact(ReadOnlySpan<byte> copy) =>
        copy.StartsWith("CJ-VAULT"u8) && SHA256.HashData(copy[..ChecksumStart]).AsSpan().SequenceEqual(copy[ChecksumStart..]);

    private static List<KeySlot>? FirstSlots(ReadOnlySpan<byte> copy) => copy.StartsWith(KeySlot.FirstPreamble)
        ? [KeySlot.ReadFirst(SlotKind.Passphrase, copy[FirstSlotsStart..]), KeySlot.ReadFirst(SlotKind.RecoveryCode, copy[(FirstSlotsStart + KeySlot.FirstSize)..])]
        : null;

    private static List<KeySlot>? SlotsOf(ReadOnlySpan<byte> copy)
    {
        if (!copy.StartsWith(KeySlot.Preamble) || copy[FirstSlotsStart..SlotsStart].ContainsAnyExcept((byte)0) || copy[SlotsEnd..SealStart].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        List<KeySlot> slots = [];
        for (var number = 0; number < MostSlots; number++)
        {
            if (KeySlot.Read(copy[(SlotsStart + (number * KeySlot.Size))..]) is { } slot)
            {
                slots.Add(slot);
            }
        }

        return slots;
    }

    // A passphrase as version 1 wrapped it is weaker than version 2 promises, and nothing that this program writes.
    private static bool IsSound(IReadOnlyList<KeySlot> slots, int version, KeyStretching stretching) =>
        slots.All(slot => slot.IsSound(stretching) && (version == 1 || !slot.IsOfFirstVersion || slot.Kind == SlotKind.RecoveryCode))
        && slots.Where(slot => !slot.IsOfFirstVersion).Sum(slot => slot.Cost.Work) <= KeyStretching.CeilingWork
        && slots.Count(slot => slot.IsOfFirstVersion) <= (version == 1 ? 2 : 1);
}
