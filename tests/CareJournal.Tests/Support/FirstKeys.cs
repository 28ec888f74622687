using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Support;

/// <summary>Makes a key header of version 1 for a journal: from the documented form, since no program writes one any more.</summary>
public static class FirstKeys
{
    /// <summary>The recovery code of the header.</summary>
    public const string Code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK";

    private const int CopySize = 4096;
    private const int Rounds = 210_000;

    /// <summary>Replaces the header of a journal with one of version 1, at the lowest cost that a program accepts.</summary>
    public static void PutInPlaceOf(JournalFolder folder, string passphrase)
    {
        KeyHeader header = ((KeyHeaderAnswer.Found)KeyHeader.ReadFrom(folder.KeyHeaderPath, FewestRounds.Quick)).Header;
        using MasterKey master = header.Unlock(passphrase)!;
        byte[] preamble = [.. KeySlot.FirstPreamble, .. KeyHeaderLayout.KeyCheckOf(master)];
        byte[] copy = [.. preamble, .. Slot(1, master, Encoding.UTF8.GetBytes(passphrase), preamble), .. Slot(2, master, Encoding.ASCII.GetBytes(Code.Replace("-", "", StringComparison.Ordinal)), preamble)];
        copy = [.. copy, .. new byte[CopySize - 32 - copy.Length]];
        copy = [.. copy, .. SHA256.HashData(copy)];
        File.WriteAllBytes(folder.KeyHeaderPath, [.. copy, .. copy]);
    }

    private static byte[] Slot(byte kind, MasterKey master, byte[] secret, byte[] preamble)
    {
        byte[] rounds = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(rounds, Rounds);
        byte[] salt = RandomNumberGenerator.GetBytes(32);
        byte[] nonce = RandomNumberGenerator.GetBytes(12);
        byte[] wrapped = new byte[32];
        byte[] tag = new byte[16];
        using AesGcm aes = new(Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA512, 32), tag.Length);
        aes.Encrypt(nonce, master.Bytes, wrapped, tag, [.. preamble, kind, .. rounds, .. salt]);
        return [.. rounds, .. salt, .. nonce, .. wrapped, .. tag];
    }
}
