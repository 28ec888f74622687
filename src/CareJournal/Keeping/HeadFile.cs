using System.Buffers.Binary;
using System.Security.Cryptography;
using CareJournal.Vault;

namespace CareJournal.Keeping;

/// <summary>
/// Reads and writes <c>journal.head</c>: two slots of <see cref="SlotSize"/> bytes, of which the valid one with the higher number counts. Each act overwrites the older slot
/// in place, so a kill or a power cut at any moment leaves one of the last two heads whole, and no save pays for a sync: a power cut may leave the head of some seconds ago,
/// which lies in the chain of the newer file and is no doubt. A slot is: form (8 bytes), number, ticks of the time (8 each, big-endian), digest (32), and
/// HMAC-SHA-256 over all of it under the key derived for <see cref="KeyPurpose"/> (32); the rest is zero.
/// </summary>
internal static class HeadFile
{
    /// <summary>The purpose for which the key is derived from the master key (<see cref="MasterKey.Derive"/>).</summary>
    public const string KeyPurpose = "journal head";

    /// <summary>One sector of a disk, which is written whole or not at all.</summary>
    public const int SlotSize = 512;

    private const int NumberAt = 8;
    private const int TimeAt = NumberAt + sizeof(long);
    private const int DigestAt = TimeAt + sizeof(long);
    private const int ProofAt = DigestAt + ChainLink.DigestSize;

    private static ReadOnlySpan<byte> Form => "CJHEAD 1"u8;

    /// <summary>Reads the head; <see cref="HeadAnswer.Damaged"/> also when it was written with another key.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public static HeadAnswer Read(string path, byte[] key)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new HeadAnswer.Missing();
        }
        catch (UnauthorizedAccessException)
        {
            return new HeadAnswer.Damaged();
        }

        JournalHead? head = file.Chunk(SlotSize).Take(2).Select(slot => Open(slot, key)).MaxBy(slot => slot?.Number ?? 0);
        return head is null ? new HeadAnswer.Damaged() : new HeadAnswer.Found(head);
    }

    /// <summary>Overwrites the slot of the head before the last one. Costs no sync.</summary>
    /// <exception cref="IOException">The file is not there, or the disk did not allow it; the other slot is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, byte[] key, JournalHead head)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Position = head.Number % 2 * SlotSize;
        file.Write(Seal(head, key));
    }

    /// <summary>Replaces the file by one with this head alone, in one step, and syncs it: a restored copy, or a state that the practitioner accepted, is the last known one from now on.</summary>
    /// <exception cref="IOException">The disk did not allow it; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Replace(string path, byte[] key, JournalHead head)
    {
        byte[] file = new byte[2 * SlotSize];
        Seal(head, key).CopyTo(file, (int)(head.Number % 2 * SlotSize));
        DurableFile.Replace(path, file);
    }

    private static byte[] Seal(JournalHead head, byte[] key)
    {
        byte[] slot = new byte[SlotSize];
        Form.CopyTo(slot);
        BinaryPrimitives.WriteInt64BigEndian(slot.AsSpan(NumberAt), head.Number);
        BinaryPrimitives.WriteInt64BigEndian(slot.AsSpan(TimeAt), head.AtUtc.Ticks);
        head.Digest.CopyTo(slot, DigestAt);
        HMACSHA256.HashData(key, slot.AsSpan(0, ProofAt), slot.AsSpan(ProofAt));
        return slot;
    }

    private static JournalHead? Open(byte[] slot, byte[] key)
    {
        if (slot.Length != SlotSize || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, slot.AsSpan(0, ProofAt)), slot.AsSpan(ProofAt, HMACSHA256.HashSizeInBytes)))
        {
            return null;
        }

        // What is read from here on was written with the key.
        DateTime at = new(BinaryPrimitives.ReadInt64BigEndian(slot.AsSpan(TimeAt)), DateTimeKind.Utc);
        return new JournalHead(BinaryPrimitives.ReadInt64BigEndian(slot.AsSpan(NumberAt)), slot[DigestAt..ProofAt], at);
    }
}

/// <summary>What a file of the head holds.</summary>
internal abstract record HeadAnswer
{
    private HeadAnswer()
    {
    }

    /// <summary>The last known link.</summary>
    public sealed record Found(JournalHead Head) : HeadAnswer;

    /// <summary>There is no file.</summary>
    public sealed record Missing : HeadAnswer;

    /// <summary>There is one without a head that the key proves.</summary>
    public sealed record Damaged : HeadAnswer;
}
