using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>The file that a page belongs to. The number is part of the associated data, so it never changes.</summary>
internal enum PageHome : byte
{
    /// <summary>The database itself.</summary>
    Database = 1,

    /// <summary>The rollback journal, with earlier states of pages while a transaction runs.</summary>
    Journal = 3,
}

/// <summary>
/// Encrypts and decrypts one page with AES-256-GCM (NIST SP 800-38D). Pure: no file, no state but the key.
/// One instance is used by one thread at a time.
/// <para>A page on disk: 4064 bytes of cipher text · 12 bytes nonce · 16 bytes tag · 4 zero bytes.
/// Associated data: one byte for the file, eight for the offset (little-endian), so that a page
/// moved elsewhere no longer decrypts.</para>
/// </summary>
internal sealed class PageCipher : IDisposable
{
    /// <summary>The size of a page in bytes, on disk and in memory; SQLite's default page size.</summary>
    public const int PageSize = 4096;

    /// <summary>The number of bytes at the end of each page that SQLite reserves for the file system.</summary>
    public const int ReservedBytes = 32;

    /// <summary>The size of a key in bytes.</summary>
    public const int KeySize = 32;

    private const int ContentSize = PageSize - ReservedBytes;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int UnusedStart = ContentSize + NonceSize + TagSize;

    private readonly AesGcm _aes;

    /// <param name="key">32 bytes; copied by the cipher, the caller still owns and zeroes its own.</param>
    public PageCipher(ReadOnlySpan<byte> key)
    {
        Check(key.Length, KeySize, nameof(key));
        _aes = new AesGcm(key, TagSize);
    }

    /// <summary>
    /// Writes the encrypted form of <paramref name="page"/> into <paramref name="destination"/>, with a new random
    /// nonce. The last 32 bytes of <paramref name="page"/> are not kept.
    /// </summary>
    /// <remarks>Random 96-bit nonces are good for 2^32 writes under one key (NIST SP 800-38D, 8.3): 16 TiB of pages.</remarks>
    public void Encrypt(PageHome home, long offset, ReadOnlySpan<byte> page, Span<byte> destination)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
#if SABOTAGE_NONCE
        nonce.Clear();
#else
        RandomNumberGenerator.Fill(nonce);
#endif
        Encrypt(home, offset, page, destination, nonce);
    }

    /// <summary>Encrypts with a given nonce. Only known-answer tests may choose one.</summary>
    internal void Encrypt(PageHome home, long offset, ReadOnlySpan<byte> page, Span<byte> destination, ReadOnlySpan<byte> nonce)
    {
        Check(page.Length, PageSize, nameof(page));
        Check(destination.Length, PageSize, nameof(destination));
        nonce.CopyTo(destination.Slice(ContentSize, NonceSize));
        destination[UnusedStart..].Clear();
        Span<byte> place = stackalloc byte[PlaceSize];
        WritePlace(place, home, offset);
        _aes.Encrypt(nonce, page[..ContentSize], destination[..ContentSize], destination.Slice(ContentSize + NonceSize, TagSize), place);
#if SABOTAGE_ENCRYPTION
        page[..ContentSize].CopyTo(destination);
#endif
    }

    /// <summary>
    /// Decrypts <paramref name="page"/> in place and zeroes its reserved bytes.
    /// <c>false</c> when a single bit of it differs from what was written at this place with this key; the page is then all zero.
    /// </summary>
    public bool TryDecrypt(PageHome home, long offset, Span<byte> page)
    {
        Check(page.Length, PageSize, nameof(page));
#if SABOTAGE_ENCRYPTION
        _ = _aes;
#else
        if (page[UnusedStart..].ContainsAnyExcept((byte)0))
        {
            page.Clear();
            return false;
        }

        Span<byte> place = stackalloc byte[PlaceSize];
        WritePlace(place, home, offset);
        try
        {
            _aes.Decrypt(page.Slice(ContentSize, NonceSize), page[..ContentSize], page.Slice(ContentSize + NonceSize, TagSize), page[..ContentSize], place);
        }
        catch (AuthenticationTagMismatchException)
        {
            page.Clear();
            return false;
        }
#endif
        page[ContentSize..].Clear();
        return true;
    }

    /// <summary>Removes the key. Using this cipher afterwards throws an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _aes.Dispose();

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"Expected {expected} bytes, not {length}.", name);
        }
    }

#if SABOTAGE_ASSOCIATED_DATA
    private const int PlaceSize = 0;

    private static void WritePlace(Span<byte> place, PageHome home, long offset)
    {
    }
#else
    private const int PlaceSize = 9;

    private static void WritePlace(Span<byte> place, PageHome home, long offset)
    {
        place[0] = (byte)home;
        BinaryPrimitives.WriteInt64LittleEndian(place[1..], offset);
    }
#endif
}
