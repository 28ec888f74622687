using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

public sealed class KeyHeaderTests : IDisposable
{
    private const string Words = "la rivière est calme ce soir";
    private const int CopySize = 4096;

    private static readonly KeyStretching Quick = KeyStretching.ForTests(1);
    private static readonly DateOnly Today = new(2026, 12, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-header-").FullName;
    private readonly MasterKey _masterKey = MasterKey.Create();
    private readonly RecoveryCode _recoveryCode = RecoveryCode.Create();

    private string HeaderPath => Path.Combine(_folder, "journal.key");

    public void Dispose()
    {
        _masterKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_passphrase_opens_it()
    {
        using var opened = Written().Unlock(Words);

        AssertSameKey(opened);
    }

    [Fact]
    public void The_recovery_code_opens_it_however_it_is_typed()
    {
        using var opened = Written().Unlock(" " + _recoveryCode.Printed.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l') + "\n");

        AssertSameKey(opened);
    }

    [Fact]
    public void An_accent_typed_as_two_characters_is_the_same_accent()
    {
        using var opened = Written().Unlock(Words.Replace("è", "e\u0300", StringComparison.Ordinal));

        AssertSameKey(opened);
    }

    [Fact]
    public void A_thousand_wrong_secrets_open_nothing_and_change_nothing()
    {
        var header = Written();
        var before = File.ReadAllBytes(HeaderPath);
        for (var number = 0; number < 500; number++)
        {
            Assert.Null(header.Unlock($"{Words}{number}"));
            Assert.Null(header.Unlock(RecoveryCode.Create().Printed));
        }

        Assert.Equal(before, File.ReadAllBytes(HeaderPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" la rivière est calme ce soir")]
    [InlineData("La rivière est calme ce soir")]
    [InlineData("la riviere est calme ce soir")]
    [InlineData("la rivière est calme ce soi")]
    [InlineData("\uD800")]
    public void A_secret_that_is_nearly_right_or_no_text_at_all_is_wrong(string secret) => Assert.Null(Written().Unlock(secret));

    [Fact]
    public void A_bit_flipped_anywhere_is_repaired_from_the_other_copy()
    {
        Written();
        var bytes = File.ReadAllBytes(HeaderPath);
        for (var position = 0; position < bytes.Length; position++)
        {
            bytes[position] ^= (byte)(1 << (position % 8));
            File.WriteAllBytes(HeaderPath, bytes);
            bytes[position] ^= (byte)(1 << (position % 8));

            var found = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath, Quick));
            Assert.True(found.OneCopyIsDamaged);
            if (position % CopySize < 256 || position % 64 == 0)
            {
                using var opened = found.Header.Unlock(Words);
                AssertSameKey(opened);
            }
        }
    }

    [Fact]
    public void A_bit_flipped_in_the_only_good_copy_is_refused_and_never_gives_a_wrong_key()
    {
        Written();
        var bytes = File.ReadAllBytes(HeaderPath);
        bytes.AsSpan(CopySize).Clear();
        for (var position = 0; position < CopySize; position++)
        {
            bytes[position] ^= (byte)(1 << (position % 8));
            File.WriteAllBytes(HeaderPath, bytes);
            bytes[position] ^= (byte)(1 << (position % 8));

            Assert.IsType<KeyHeaderAnswer.Damaged>(KeyHeader.ReadFrom(HeaderPath, Quick));
        }
    }

    [Fact]
    public void A_byte_changed_anywhere_with_a_mended_checksum_opens_nothing_and_breaks_nothing()
    {
        Written();
        var whole = File.ReadAllBytes(HeaderPath);
        var opened = 0;
        for (var position = 8; position < CopySize - 32; position++)
        {
            var bytes = whole.AsSpan(0, CopySize).ToArray();
            bytes[position] ^= (byte)(1 << (position % 8));
            Mended(bytes);

            // A header that is found at all is sound, so that nothing is computed that takes long; and it opens with neither secret.
            if (KeyHeader.ReadFrom(HeaderPath, Quick) is KeyHeaderAnswer.Found found)
            {
                opened++;
                Assert.Null(found.Header.Unlock(Words));
                Assert.Null(found.Header.Unlock(_recoveryCode.Printed));
            }
        }

        Assert.InRange(opened, 200, 4000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4095)]
    public void A_header_without_a_whole_copy_is_damaged_and_not_touched(int length)
    {
        Written();
        var half = File.ReadAllBytes(HeaderPath)[..length];
        File.WriteAllBytes(HeaderPath, half);

        Assert.IsType<KeyHeaderAnswer.Damaged>(KeyHeader.ReadFrom(HeaderPath, Quick));
        Assert.Equal(half, File.ReadAllBytes(HeaderPath));
    }

    [Fact]
    public void A_header_cut_after_its_first_copy_opens()
    {
        Written();
        File.WriteAllBytes(HeaderPath, File.ReadAllBytes(HeaderPath)[..5000]);

        using var opened = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath, Quick)).Header.Unlock(Words);
        AssertSameKey(opened);
    }

    [Fact]
    public void A_missing_file_is_distinguished_from_a_damaged_one()
    {
        Assert.IsType<KeyHeaderAnswer.Missing>(KeyHeader.ReadFrom(HeaderPath));
        Assert.IsType<KeyHeaderAnswer.Missing>(KeyHeader.ReadFrom(Path.Combine(_folder, "nowhere", "journal.key")));
    }

    [Fact]
    public void A_header_of_a_later_version_is_named_as_such()
    {
        Written();
        var copy = File.ReadAllBytes(HeaderPath)[..CopySize];
        copy[9] = 7;
        Mended(copy);

        Assert.Equal(new KeyHeaderAnswer.Newer(7), KeyHeader.ReadFrom(HeaderPath, Quick));
    }

    [Fact]
    public void A_new_passphrase_keeps_the_master_key_and_the_recovery_code()
    {
        Written().WithPassphrase(_masterKey, Passphrase.From("une tout autre phrase"), Today, Quick).WriteTo(HeaderPath);
        var header = Read();

        using var byNew = header.Unlock("une tout autre phrase");
        using var byCode = header.Unlock(_recoveryCode.Printed);
        AssertSameKey(byNew);
        AssertSameKey(byCode);
        Assert.Null(header.Unlock(Words));
    }

    [Fact]
    public void A_new_passphrase_can_be_set_by_whoever_unlocked_with_the_recovery_code()
    {
        var header = Written();
        using var byCode = header.Unlock(_recoveryCode.Printed);

        header.WithPassphrase(byCode!, Passphrase.From("une tout autre phrase"), Today, Quick).WriteTo(HeaderPath);

        using var opened = Read().Unlock("une tout autre phrase");
        AssertSameKey(opened);
    }

    [Fact]
    public void The_master_key_of_another_journal_is_not_wrapped()
    {
        using var other = MasterKey.Create();

        Assert.Throws<ArgumentException>(() => Written().WithPassphrase(other, Passphrase.From(Words), Today, Quick));
    }

    [Fact]
    public void Two_headers_of_the_same_secrets_have_nothing_in_common()
    {
        Written();
        var first = File.ReadAllBytes(HeaderPath);
        Written();
        var second = File.ReadAllBytes(HeaderPath);

        Assert.NotEqual(first[68..84], second[68..84]);
        Assert.NotEqual(first[104..196], second[104..196]);
        Assert.NotEqual(first[104..120], first[264..280]);
    }

    [Fact]
    public void A_header_that_is_too_cheap_is_refused_outside_the_tests()
    {
        Written();

        Assert.IsType<KeyHeaderAnswer.Damaged>(KeyHeader.ReadFrom(HeaderPath));
    }

    [Fact]
    public void Writing_leaves_no_file_beside_and_a_failed_write_keeps_the_old_one()
    {
        var header = Written();
        var before = File.ReadAllBytes(HeaderPath);
        Directory.CreateDirectory(HeaderPath + ".new");

        Assert.ThrowsAny<Exception>(() => header.WithPassphrase(_masterKey, Passphrase.From("une tout autre phrase"), Today, Quick).WriteTo(HeaderPath));

        Assert.Equal(before, File.ReadAllBytes(HeaderPath));
        Directory.Delete(HeaderPath + ".new");
        header.WriteTo(HeaderPath);
        Assert.Equal([HeaderPath], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void The_file_shows_neither_secret_nor_key()
    {
        Written();
        var file = File.ReadAllBytes(HeaderPath);

        Assert.False(VaultFolder.Shows(file, Words));
        Assert.False(VaultFolder.Shows(file, _recoveryCode.Printed.Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal(-1, file.AsSpan().IndexOf(_masterKey.Bytes));
    }

    [Fact]
    public void A_header_of_the_first_version_opens_for_ever()
    {
        // Made outside .NET (Python, cryptography 48) from the documented form: rounds 3, master key 40…5f.
        const string First = """
            Q0otVkFVTFQAAQEBXtjZVYqFvepvW5LeZNfqwQAAAAMRERERERERERERERERERERERERERERERERERERERERERISEhISEhISEhISEk/hM3fE1gu2lOB5L3Ud
            QsBojAvB0YTRp8WzXaQ6Lr2DB4uXnasIw9nuNu5CWO7kUAAAAAMiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiMjIyMjIyMjIyMjI4IGxIr/RWqW
            y1+GiLNH57lVKVFi/JpAEzPZp4DC1+aYEq3sysJ3MklGMFVn9ecAEQ==
            """;
        byte[] copy = new byte[CopySize];
        Convert.FromBase64String(First).CopyTo(copy, 0);
        Mended(copy);
        var masterKey = Enumerable.Range(0x40, 32).Select(number => (byte)number).ToArray();

        using var byPassphrase = Read().Unlock(Words);
        using var byCode = Read().Unlock("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK");

        Assert.Equal(masterKey, byPassphrase!.Bytes.ToArray());
        Assert.Equal(masterKey, byCode!.Bytes.ToArray());
    }

    [Fact]
    public void The_ordinary_way_spends_at_least_the_floor_and_opens_again()
    {
        KeyHeader.Create(_masterKey, Passphrase.From(Words), _recoveryCode, Today).WriteTo(HeaderPath);

        using var opened = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath)).Header.Unlock(Words);
        AssertSameKey(opened);
        var cost = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath)).Header.Slots.Select(slot => slot.Cost).ToArray();
        Assert.All(cost, slot => Assert.True(slot.Memory >= 64 * 1024 && slot.Passes >= 3));
    }

    private KeyHeader Written()
    {
        KeyHeader.Create(_masterKey, Passphrase.From(Words), _recoveryCode, Today, Quick).WriteTo(HeaderPath);
        return Read();
    }

    private void Mended(byte[] copy)
    {
        System.Security.Cryptography.SHA256.HashData(copy.AsSpan(0, CopySize - 32), copy.AsSpan(CopySize - 32));
        File.WriteAllBytes(HeaderPath, [.. copy, .. copy]);
    }

    private KeyHeader Read() => Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath, Quick)).Header;

    private void AssertSameKey(MasterKey? opened)
    {
        Assert.NotNull(opened);
        Assert.Equal(_masterKey.Bytes.ToArray(), opened.Bytes.ToArray());
    }
}
