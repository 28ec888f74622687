using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>The secret that opens a slot. The number is stored in the file and in the associated data, so it never changes.</summary>
internal enum SlotKind : byte
{
    Passphrase = 1,
    RecoveryCode = 2,
}

/// <summary>
/// The master key wrapped with one secret: AES-256-GCM with the key that <see cref="KeyStretching"/> derives from it.
/// In the file, 96 bytes: rounds (4, big-endian) · salt (32) · nonce (12) · wrapped key (32) · tag (16).
/// The associated data binds the bytes before the slots, the kind of slot, the rounds and the salt.
/// </summary>
internal sealed class KeySlot
{
    public const int Size = RoundsSize + KeyStretching.SaltSize + NonceSize + MasterKey.Size + TagSize;

    private const int RoundsSize = 4;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int NonceStart = RoundsSize + KeyStretching.SaltSize;
    private const int WrappedStart = NonceStart + NonceSize;
    private const int TagStart = WrappedStart + MasterKey.Size;

    private readonly SlotKind _kind;
    private readonly byte[] _bytes;

    private KeySlot(SlotKind kind, byte[] bytes)
    {
        _kind = kind;
        _bytes = bytes;
    }

    /// <summary>The bytes as in the file.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The number of rounds that a guess costs.</summary>
    public int Rounds => BinaryPrimitives.ReadInt32BigEndian(_bytes);

    /// <summary>Creates the slot from its bytes in a file.</summary>
    public static KeySlot Read(SlotKind kind, ReadOnlySpan<byte> bytes) => new(kind, bytes[..Size].ToArray());

    /// <summary>Creates a slot, with a salt and a nonce of its own. <paramref name="secret"/> is zeroed.</summary>
    public static KeySlot Wrap(SlotKind kind, MasterKey masterKey, byte[] secret, int rounds, ReadOnlySpan<byte> preamble)
    {
        var slot = new KeySlot(kind, new byte[Size]);
        var bytes = slot._bytes.AsSpan();
        BinaryPrimitives.WriteInt32BigEndian(bytes, rounds);
        RandomNumberGenerator.Fill(bytes[RoundsSize..WrappedStart]);
        var key = slot.Stretch(secret);
        CryptographicOperations.ZeroMemory(secret);
        using (var aes = new AesGcm(key, TagSize))
        {
            aes.Encrypt(bytes[NonceStart..WrappedStart], masterKey.Bytes, bytes[WrappedStart..TagStart], bytes[TagStart..], slot.AssociatedData(preamble));
        }

        CryptographicOperations.ZeroMemory(key);
        return slot;
    }

    /// <summary>Unwraps the master key; <c>null</c> with another secret. <paramref name="secret"/> is zeroed.</summary>
    public MasterKey? Unwrap(byte[] secret, ReadOnlySpan<byte> preamble)
    {
        var key = Stretch(secret);
        CryptographicOperations.ZeroMemory(secret);
        Span<byte> masterKey = stackalloc byte[MasterKey.Size];
        try
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(_bytes.AsSpan(NonceStart, NonceSize), _bytes.AsSpan(WrappedStart, MasterKey.Size), _bytes.AsSpan(TagStart), masterKey, AssociatedData(preamble));
            return MasterKey.From(masterKey);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(masterKey);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private byte[] Stretch(ReadOnlySpan<byte> secret) => KeyStretching.Stretch(secret, _bytes.AsSpan(RoundsSize, KeyStretching.SaltSize), Rounds);

    private byte[] AssociatedData(ReadOnlySpan<byte> preamble) => [.. preamble, (byte)_kind, .. _bytes.AsSpan(0, NonceStart)];
}
