using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// The small file beside the database with the master key, wrapped once with the passphrase and once with the recovery code.
/// Without it and one of the two secrets, nothing opens the journal. A new passphrase wraps the key again and changes nothing else.
/// <para>The file: two equal copies of 4096 bytes, so that a lost disk sector damages only one. A copy, big-endian:
/// magic <c>CJ-VAULT</c> (8) · version (2) · key derivation (1) · cipher (1) · key check (16) · slot of the passphrase (96) ·
/// slot of the recovery code (96) · zeros · SHA-256 of all before (32). Magic, version and checksum stay where they are in every
/// later version.</para>
/// </summary>
public sealed class KeyHeader
{
    private const int Version = 1;

    // The file records its key derivation and cipher: Argon2id, once a vetted library is available, becomes number 2.
    private const byte Pbkdf2Sha512 = 1;
    private const byte Aes256Gcm = 1;

    private const int CopySize = 4096;
    private const int ChecksumStart = CopySize - SHA256.HashSizeInBytes;
    private const int VersionStart = 8;
    private const int KeyCheckStart = 12;
    private const int KeyCheckSize = 16;
    private const int SlotsStart = KeyCheckStart + KeyCheckSize;
    private const string KeyCheckPurpose = "key check";

    private readonly byte[] _preamble;
    private readonly KeySlot _passphrase;
    private readonly KeySlot _recoveryCode;

    private KeyHeader(byte[] preamble, KeySlot passphrase, KeySlot recoveryCode)
    {
        _preamble = preamble;
        _passphrase = passphrase;
        _recoveryCode = recoveryCode;
    }

    private static ReadOnlySpan<byte> Magic => "CJ-VAULT"u8;

    /// <summary>
    /// Wraps a new journal's master key. Slow on purpose (about a second): the rounds are measured and spent twice.
    /// The caller checks whether the passphrase is long enough (<see cref="Passphrase.IsAccepted"/>).
    /// </summary>
    public static KeyHeader Create(MasterKey masterKey, Passphrase passphrase, RecoveryCode recoveryCode) =>
        Create(masterKey, passphrase, recoveryCode, KeyStretching.Calibrated);

    /// <summary>
    /// Reads the header and never writes: a damaged file stays as it is. One intact copy of the two is enough.
    /// </summary>
    /// <exception cref="IOException">The file is there but cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static KeyHeaderAnswer ReadFrom(string path) => ReadFrom(path, KeyStretching.Calibrated);

    /// <summary>
    /// Unwraps the master key with the passphrase or the recovery code, whichever was typed; <c>null</c> when it is neither.
    /// Slow on purpose (half a second and more): do not call it on the thread of the page. Both ways are always tried, so neither the
    /// result nor its time reveals which of the two somebody was guessing.
    /// </summary>
    public MasterKey? Unlock(string secret)
    {
        var passphrase = Passphrase.From(secret).ToBytes();
        var recoveryCode = RecoveryCode.TryParse(secret, out var code) ? code.ToBytes() : [.. passphrase];
        MasterKey? byPassphrase = null;
        MasterKey? byRecoveryCode = null;
        Parallel.Invoke(
            () => byPassphrase = _passphrase.Unwrap(passphrase, _preamble),
            () => byRecoveryCode = _recoveryCode.Unwrap(recoveryCode, _preamble));
        return byPassphrase ?? byRecoveryCode;
    }

    /// <summary>
    /// Creates the header of the same journal with a new passphrase. The master key and the recovery code stay; older copies of this file,
    /// in backups, still open with the old passphrase.
    /// </summary>
    /// <exception cref="ArgumentException">The master key is another journal's.</exception>
    public KeyHeader WithPassphrase(MasterKey masterKey, Passphrase passphrase) => WithPassphrase(masterKey, passphrase, KeyStretching.Calibrated);

    /// <summary>Writes a new file, syncs it, renames it over the old one, syncs the folder: at any moment there is exactly one complete header.</summary>
    /// <exception cref="IOException">It is not certain that the new header is on disk; there is a complete one all the same.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; nothing was changed.</exception>
    public void WriteTo(string path) => DurableFile.Replace(path, ToBytes());

    internal static KeyHeader Create(MasterKey masterKey, Passphrase passphrase, RecoveryCode recoveryCode, KeyStretching stretching)
    {
        byte[] preamble = [.. Magic, 0, Version, Pbkdf2Sha512, Aes256Gcm, .. KeyCheck(masterKey)];
        return new KeyHeader(
            preamble,
            KeySlot.Wrap(SlotKind.Passphrase, masterKey, passphrase.ToBytes(), stretching.Rounds, preamble),
            KeySlot.Wrap(SlotKind.RecoveryCode, masterKey, recoveryCode.ToBytes(), stretching.Rounds, preamble));
    }

    internal static KeyHeaderAnswer ReadFrom(string path, KeyStretching stretching)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new KeyHeaderAnswer.Missing();
        }

        var first = ReadCopy(file, 0, stretching);
        var second = ReadCopy(file, CopySize, stretching);
        var oneIsDamaged = first is KeyHeaderAnswer.Damaged || second is KeyHeaderAnswer.Damaged || file.Length != 2 * CopySize;
        var answer = first is KeyHeaderAnswer.Damaged ? second : first;
        return answer is KeyHeaderAnswer.Found found ? found with { OneCopyIsDamaged = oneIsDamaged } : answer;
    }

    /// <summary>Returns the value by which the headers of one journal are known, without a secret; <c>null</c> when there is no intact header.</summary>
    internal static byte[]? CheckOf(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] file = File.ReadAllBytes(path);
        return new[] { 0, CopySize }.Where(start => file.Length >= start + CopySize && IsIntact(file.AsSpan(start, CopySize)))
            .Select(start => file[(start + KeyCheckStart)..(start + SlotsStart)])
            .FirstOrDefault();
    }

    /// <summary>Returns the same value of a master key.</summary>
    internal static byte[] CheckOf(MasterKey masterKey) => KeyCheck(masterKey);

    internal KeyHeader WithPassphrase(MasterKey masterKey, Passphrase passphrase, KeyStretching stretching)
    {
        if (!CryptographicOperations.FixedTimeEquals(KeyCheck(masterKey), _preamble.AsSpan(KeyCheckStart, KeyCheckSize)))
        {
            throw new ArgumentException("This master key belongs to another header.", nameof(masterKey));
        }

        var slot = KeySlot.Wrap(SlotKind.Passphrase, masterKey, passphrase.ToBytes(), stretching.Rounds, _preamble);
        return new KeyHeader(_preamble, slot, _recoveryCode);
    }

    private static bool IsIntact(ReadOnlySpan<byte> copy) =>
        copy.StartsWith(Magic) && SHA256.HashData(copy[..ChecksumStart]).AsSpan().SequenceEqual(copy[ChecksumStart..]);

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

        var version = BinaryPrimitives.ReadUInt16BigEndian(copy[VersionStart..]);
        if (version > Version)
        {
            return new KeyHeaderAnswer.Newer(version);
        }

        var passphrase = KeySlot.Read(SlotKind.Passphrase, copy[SlotsStart..]);
        var recoveryCode = KeySlot.Read(SlotKind.RecoveryCode, copy[(SlotsStart + KeySlot.Size)..]);
        var isSound = version == Version && copy[VersionStart + 2] == Pbkdf2Sha512 && copy[VersionStart + 3] == Aes256Gcm
            && stretching.Accepts(passphrase.Rounds) && stretching.Accepts(recoveryCode.Rounds);
        return isSound
            ? new KeyHeaderAnswer.Found(new KeyHeader(copy[..SlotsStart].ToArray(), passphrase, recoveryCode), OneCopyIsDamaged: false)
            : new KeyHeaderAnswer.Damaged();
    }

    /// <summary>Computes a value that distinguishes master keys without revealing anything about them.</summary>
    private static byte[] KeyCheck(MasterKey masterKey) => masterKey.Derive(KeyCheckPurpose)[..KeyCheckSize];

    private byte[] ToBytes()
    {
        var copy = new byte[CopySize];
        byte[] content = [.. _preamble, .. _passphrase.Bytes, .. _recoveryCode.Bytes];
        content.CopyTo(copy, 0);
        SHA256.HashData(copy.AsSpan(0, ChecksumStart), copy.AsSpan(ChecksumStart));
        return [.. copy, .. copy];
    }
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
