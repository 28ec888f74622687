using System.Security.Cryptography;
using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

public sealed class MasterKeyTests
{
    [Fact]
    public void Derivation_below_gives_the_published_answer()
    {
        // RFC 5869, appendix A.1.
        var derived = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Convert.FromHexString("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
            42,
            Convert.FromHexString("000102030405060708090a0b0c"),
            Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9"));

        Assert.Equal("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865", Convert.ToHexStringLower(derived));
    }

    [Fact]
    public void A_derived_key_never_changes_from_one_version_to_the_next()
    {
        // Computed outside .NET (Python, hmac): HKDF-SHA-512 without salt, info "CareJournal/1/journal pages".
        using var key = MasterKey.From([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

        Assert.Equal("163af5cefc2179352ec18e5ee7329e0a6ad83c6998b3c2d47da98d94b7dc1af9", Convert.ToHexStringLower(key.Derive("journal pages")));
    }

    [Fact]
    public void Each_purpose_and_each_journal_has_its_own_key()
    {
        using var first = MasterKey.Create();
        using var second = MasterKey.Create();

        Assert.Equal(first.Derive("pages"), first.Derive("pages"));
        Assert.NotEqual(first.Derive("pages"), first.Derive("drafts"));
        Assert.NotEqual(first.Derive("pages"), second.Derive("pages"));
    }

    [Fact]
    public void A_zeroed_key_derives_nothing()
    {
        var key = MasterKey.Create();
        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Derive("pages"));
    }

    [Fact]
    public void No_secret_shows_itself_as_text()
    {
        using var key = MasterKey.Create();
        var code = RecoveryCode.Create();

        Assert.Equal("master key (not shown)", key.ToString());
        Assert.Equal("recovery code (not shown)", code.ToString());
        Assert.Equal("passphrase (not shown)", Passphrase.From("la rivière est calme").ToString());
    }
}
