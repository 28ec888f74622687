using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>The file that a page belongs to. The number is part of the associated data, so it never changes.</summary>
internal enum PageHome : byte
{
    /// <summary>The database itself.</summary>
    Database = 1,

    /// <summary>A rollback journal of a program from before decision 18, whose page numbers were not authenticated. Read once after a crash, never written.</summary>
    Journal = 3,

    /// <summary>A page in the rollback journal: its state before the transaction that is running.</summary>
    Record = 4,

    /// <summary>A head of the rollback journal, which is authenticated and not encrypted.</summary>
    Head = 5,
}

/// <summary>
/// Encrypts and decrypts one page with AES-256-GCM (NIST SP 800-38D). Pure: no file, no state but the key.
/// One instance is used by one thread at a time.
/// <para>A page on disk: 4064 bytes of cipher text · 12 bytes nonce · 16 bytes tag · 4 zero bytes.
/// Associated data: one byte for the file, eight for the offset (little-endian), so that a page
/// moved elsewhere no longer decrypts; in the rollback journal also four for the page number. The nonce of such a page begins
/// with the transaction (<see cref="RollbackTransaction"/>), so one of another transaction is recognised.</para>
/// </summary>
internal sealed class PageCipher : IDisposable
{
    /// <summary>The size of a page in bytes, on disk and in memory; SQLite's default page size.</summary>
    public const int PageSize = 4096;

    /// <summary>The number of bytes at the end of each page that SQLite reserves for the file system.</summary>
    public const int ReservedBytes = 32;

    /// <summary>The size of a key in bytes.</summary>
    public const int KeySize = 32;

    /// <summary>The size of a nonce in bytes.</summary>
    public const int NonceSize = 12;

    /// <summary>The size of a tag in bytes.</summary>
    public const int TagSize = 16;

    /// <summary>The number of bytes of a page that are content; nonce and tag follow.</summary>
    public const int ContentSize = PageSize - ReservedBytes;

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

    /// <summary>Encrypts with a given nonce, which was never used before: that of a transaction, or of a known-answer test.</summary>
    internal void Encrypt(PageHome home, long offset, ReadOnlySpan<byte> page, Span<byte> destination, ReadOnlySpan<byte> nonce)
    {
        Span<byte> place = stackalloc byte[PlaceSize];
        WritePlace(place, home, offset);
        Encrypt(place, page, destination, nonce);
    }

    /// <summary>Encrypts a page for the rollback journal, bound to its offset there and to its number in the database.</summary>
    public void EncryptRecord(long offset, uint number, ReadOnlySpan<byte> page, Span<byte> destination, ReadOnlySpan<byte> nonce)
    {
        Span<byte> place = stackalloc byte[RecordPlaceSize];
        WriteRecordPlace(place, offset, number);
        Encrypt(place, page, destination, nonce);
    }

    /// <summary>
    /// Decrypts <paramref name="page"/> in place and zeroes its reserved bytes.
    /// <c>false</c> when a single bit of it differs from what was written at this place with this key; the page is then all zero.
    /// </summary>
    public bool TryDecrypt(PageHome home, long offset, Span<byte> page)
    {
        Span<byte> place = stackalloc byte[PlaceSize];
        WritePlace(place, home, offset);
        return TryDecrypt(place, page);
    }

    /// <summary>Decrypts a page of the rollback journal in place; <c>false</c> as for <see cref="TryDecrypt(PageHome, long, Span{byte})"/>, and for another page number.</summary>
    public bool TryDecryptRecord(long offset, uint number, Span<byte> page)
    {
        Span<byte> place = stackalloc byte[RecordPlaceSize];
        WriteRecordPlace(place, offset, number);
        return TryDecrypt(place, page);
    }

    /// <summary>Fills the last 28 bytes of a head of the rollback journal with a random nonce and the tag of the bytes before them and of the offset.</summary>
    public void Sign(Span<byte> head, long offset)
    {
        var nonce = head.Slice(head.Length - TagSize - NonceSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, [], [], head[^TagSize..], SignedBytes(head, offset));
    }

    /// <summary>Whether a head is as it was signed, at this offset, with this key.</summary>
    public bool IsSigned(ReadOnlySpan<byte> head, long offset)
    {
#if SABOTAGE_ROLLBACK_HEAD
        _ = _aes;
        return true;
#else
        try
        {
            _aes.Decrypt(head.Slice(head.Length - TagSize - NonceSize, NonceSize), [], head[^TagSize..], [], SignedBytes(head, offset));
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
#endif
    }

    /// <summary>Removes the key. Using this cipher afterwards throws an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _aes.Dispose();

    private void Encrypt(ReadOnlySpan<byte> place, ReadOnlySpan<byte> page, Span<byte> destination, ReadOnlySpan<byte> nonce)
    {
        Check(page.Length, PageSize, nameof(page));
        Check(destination.Length, PageSize, nameof(destination));
        nonce.CopyTo(destination.Slice(ContentSize, NonceSize));
        destination[UnusedStart..].Clear();
        _aes.Encrypt(nonce, page[..ContentSize], destination[..ContentSize], destination.Slice(ContentSize + NonceSize, TagSize), place);
#if SABOTAGE_ENCRYPTION
        page[..ContentSize].CopyTo(destination);
#endif
    }

    private bool TryDecrypt(ReadOnlySpan<byte> place, Span<byte> page)
    {
        Check(page.Length, PageSize, nameof(page));
#if SABOTAGE_ENCRYPTION
        _ = (_aes, place.Length);
#else
        if (page[UnusedStart..].ContainsAnyExcept((byte)0))
        {
            page.Clear();
            return false;
        }

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

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"Expected {expected} bytes, not {length}.", name);
        }
    }

    private static byte[] SignedBytes(ReadOnlySpan<byte> head, long offset)
    {
        var signed = new byte[1 + sizeof(long) + head.Length - NonceSize - TagSize];
        signed[0] = (byte)PageHome.Head;
        BinaryPrimitives.WriteInt64LittleEndian(signed.AsSpan(1), offset);
        head[..^(NonceSize + TagSize)].CopyTo(signed.AsSpan(1 + sizeof(long)));
        return signed;
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

    private const int RecordPlaceSize = 1 + sizeof(long) + sizeof(uint);

    private static void WriteRecordPlace(Span<byte> place, long offset, uint number)
    {
        place[0] = (byte)PageHome.Record;
        BinaryPrimitives.WriteInt64LittleEndian(place[1..], offset);
#if SABOTAGE_ROLLBACK_NUMBER
        number = 0;
#endif
        BinaryPrimitives.WriteUInt32LittleEndian(place[(1 + sizeof(long))..], number);
    }
}
