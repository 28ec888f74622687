using System.Buffers.Binary;
using System.Security.Cryptography;
using CareJournal.Vault;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Tests.Vault;

public sealed class PageCipherTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly byte[] Page = [.. Enumerable.Range(0, PageCipher.PageSize).Select(number => (byte)((number * 7) + 3))];

    [Theory]
    // McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 14 and 16 (256-bit keys).
    [InlineData(
        "0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000", "",
        "00000000000000000000000000000000", "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919")]
    [InlineData(
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888", "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b")]
    public void The_cipher_below_gives_the_published_answers(string key, string nonce, string associatedData, string plain, string expected, string expectedTag)
    {
        using var aes = new AesGcm(Convert.FromHexString(key), 16);
        var cipher = new byte[plain.Length / 2];
        var tag = new byte[16];

        aes.Encrypt(Convert.FromHexString(nonce), Convert.FromHexString(plain), cipher, tag, Convert.FromHexString(associatedData));

        Assert.Equal(expected, Convert.ToHexStringLower(cipher));
        Assert.Equal(expectedTag, Convert.ToHexStringLower(tag));
    }

    [Theory]
    // Computed outside .NET (Python, cryptography 48): key 00…1f, nonce a0…ab, page byte i = 7 i + 3; SHA-256 of the whole page on disk.
    [InlineData((int)PageHome.Database, 8192, "345c95ad54cb962937dc33a8d3ffefddc317a034e74eafa10a9fe59fc8780084")]
    [InlineData((int)PageHome.Journal, 516, "f1d959e0a02d1b9c369fb64c2456f73380f4e62bf8a5694c9697c5ac7b53cdf1")]
    public void A_page_on_disk_has_the_documented_form(int home, long offset, string sha256)
    {
        using var cipher = new PageCipher(Key);
        var sealedPage = new byte[PageCipher.PageSize];

        cipher.Encrypt((PageHome)home, offset, Page, sealedPage, [.. Enumerable.Range(0xa0, 12).Select(number => (byte)number)]);

        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(sealedPage)));
    }

    [Fact]
    public void Any_page_comes_back_as_it_was_with_an_empty_reserve()
    {
        using var cipher = new PageCipher(Key);
        Prop.ForAll<int, uint>((seed, number) =>
        {
            var page = new byte[PageCipher.PageSize];
            new Random(seed).NextBytes(page);
            var offset = number * (long)PageCipher.PageSize;
            var stored = new byte[PageCipher.PageSize];

            cipher.Encrypt(PageHome.Database, offset, page, stored);

            return cipher.TryDecrypt(PageHome.Database, offset, stored)
                && stored.AsSpan(0, 4064).SequenceEqual(page.AsSpan(0, 4064))
                && !stored.AsSpan(4064).ContainsAnyExcept((byte)0);
        }).Check(seed: 20261115);
    }

    [Fact]
    public void Every_flipped_byte_of_a_page_is_found()
    {
        using var cipher = new PageCipher(Key);
        var stored = Encrypted(cipher, PageHome.Database, 4096);
        var flipped = new byte[PageCipher.PageSize];
        for (var position = 0; position < PageCipher.PageSize; position++)
        {
            stored.CopyTo(flipped, 0);
            flipped[position] ^= (byte)(1 << (position % 8));

            Assert.False(cipher.TryDecrypt(PageHome.Database, 4096, flipped), $"byte {position}");
            Assert.False(flipped.AsSpan().ContainsAnyExcept((byte)0));
        }
    }

    [Fact]
    public void A_page_moved_to_another_place_is_refused()
    {
        using var cipher = new PageCipher(Key);

        Assert.False(cipher.TryDecrypt(PageHome.Database, 12288, Encrypted(cipher, PageHome.Database, 8192)));
    }

    [Fact]
    public void A_page_of_the_journal_does_not_pass_for_one_of_the_database()
    {
        using var cipher = new PageCipher(Key);

        Assert.False(cipher.TryDecrypt(PageHome.Database, 8192, Encrypted(cipher, PageHome.Journal, 8192)));
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        using var cipher = new PageCipher(Key);
        using var other = new PageCipher(RandomNumberGenerator.GetBytes(32));

        Assert.False(other.TryDecrypt(PageHome.Database, 0, Encrypted(cipher, PageHome.Database, 0)));
    }

    [Fact]
    public void A_nonce_is_never_used_twice_in_a_million_pages()
    {
        using var cipher = new PageCipher(Key);
        var stored = new byte[PageCipher.PageSize];
        var seen = new HashSet<UInt128>(1_000_000);
        for (var page = 0; page < 1_000_000; page++)
        {
            cipher.Encrypt(PageHome.Database, 0, Page, stored);
            var nonce = stored.AsSpan(4064, 12);
            seen.Add(new UInt128(BinaryPrimitives.ReadUInt32LittleEndian(nonce), BinaryPrimitives.ReadUInt64LittleEndian(nonce[4..])));
        }

        Assert.Equal(1_000_000, seen.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => new PageCipher(new byte[length]));

    [Fact]
    public void A_piece_of_a_page_is_refused()
    {
        using var cipher = new PageCipher(Key);

        Assert.Throws<ArgumentException>(() => cipher.TryDecrypt(PageHome.Database, 0, new byte[100]));
    }

    private static byte[] Encrypted(PageCipher cipher, PageHome home, long offset)
    {
        var stored = new byte[PageCipher.PageSize];
        cipher.Encrypt(home, offset, Page, stored);
        return stored;
    }
}
