using System.Security.Cryptography;
using System.Text;

namespace CareJournal.Vault;

/// <summary>
/// The random 256-bit key from which every other key of a journal is derived. It never encrypts anything itself and
/// never leaves memory unwrapped; <see cref="KeyHeader"/> keeps it wrapped on disk. Zeroed when disposed.
/// </summary>
public sealed class MasterKey : IDisposable
{
    /// <summary>The size in bytes of a master key and of every key derived from it.</summary>
    public const int Size = 32;

    private const string PurposePrefix = "CareJournal/1/";

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);
    private bool _isZeroed;

    private MasterKey()
    {
    }

    /// <summary>Creates the random key of a new journal.</summary>
    public static MasterKey Create()
    {
        var key = new MasterKey();
        RandomNumberGenerator.Fill(key._bytes);
        return key;
    }

    /// <summary>
    /// Derives the key for one purpose, 32 bytes by HKDF-SHA-512 (RFC 5869, no salt since the master key is uniform).
    /// The same purpose always gives the same key; keys of two purposes reveal nothing about each other.
    /// The caller zeroes the result.
    /// </summary>
    /// <param name="purpose">A short fixed name; changing it makes what was encrypted under it unreadable.</param>
    /// <exception cref="ArgumentException">The purpose is empty.</exception>
    /// <exception cref="ObjectDisposedException">The key was zeroed.</exception>
    public byte[] Derive(string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        var derived = GC.AllocateArray<byte>(Size, pinned: true);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, Bytes, derived, salt: [], info: Encoding.UTF8.GetBytes(PurposePrefix + purpose));
        return derived;
    }

    /// <summary>Zeroes the key. Keys that were derived from it remain with their callers.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _isZeroed = true;
    }

    /// <inheritdoc />
    public override string ToString() => "master key (not shown)";

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isZeroed, this);
            return _bytes;
        }
    }

    /// <summary>Creates the key from the bytes unwrapped from a header; <paramref name="bytes"/> are copied.</summary>
    internal static MasterKey From(ReadOnlySpan<byte> bytes)
    {
        var key = new MasterKey();
        bytes.CopyTo(key._bytes);
        return key;
    }
}
