using System.Security.Cryptography;
using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

/// <summary>Tests a key header that the last program with version 1 wrote (PBKDF2, 210,000 rounds): it opens for ever, and becomes version 2.</summary>
public sealed class FirstKeyHeaderTests : IDisposable
{
    private const string Words = "la rivière est calme ce soir";
    private const string Code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK";
    private const int CopySize = 4096;
    private const int PassphraseStart = 28;
    private const int CodeStart = 124;

    // Bytes 0 to 219 of the file; the master key is 80…9f.
    private const string Written = """
        Q0otVkFVTFQAAQEBiWTxQZ2TvnR7aso31TnsOAADNFDUZP9kiwOsbwr7kM6bQ+9320tmOC5xNsKP
        9HBAe+vq237+P7slGgMKEI2H0koCtmE4EyEtIpr5MY4391+ZjAJwdHnpU7EuEv8gKVWxfP3RLs8g
        3EZ2fNZK4ZzwZwADNFC8uPctRRwmPgCCx93Dad75DTAF+U1E6fkN1Y18mT80MUC9j3/3Cb/dBIIk
        fYBO1OYxQH+SFzSOoVr8ufKkIqeziIdWrgjVGhke0nP5Jjann7ilr40UanZISXx8Qg==
        """;

    private static readonly DateOnly Today = new(2026, 12, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-first-").FullName;
    private readonly byte[] _master = [.. Enumerable.Range(0x80, 32).Select(number => (byte)number)];

    public FirstKeyHeaderTests()
    {
        byte[] copy = new byte[CopySize];
        Convert.FromBase64String(Written).CopyTo(copy, 0);
        Mend(copy);
    }

    private string HeaderPath => Path.Combine(_folder, "journal.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_opens_with_both_secrets_as_the_program_reads_it()
    {
        Assert.True(Opens(Words));
        Assert.True(Opens(Code));
        Assert.False(Opens("la rivière est calme ce matin"));
    }

    [Fact]
    public void It_is_written_again_as_it_is_while_nothing_changes_in_it()
    {
        var before = File.ReadAllBytes(HeaderPath);
        Read().WriteTo(HeaderPath);
        Assert.Equal(before, File.ReadAllBytes(HeaderPath));
    }

    [Fact]
    public void A_new_passphrase_makes_it_version_2_and_the_code_on_paper_still_opens_it()
    {
        using var master = MasterKey.From(_master);
        Read().WithPassphrase(master, Passphrase.From("une tout autre phrase"), Today, KeyStretching.Floor).WriteTo(HeaderPath);

        var header = Read();
        Assert.Equal(2, header.Version);
        Assert.True(header.Slots[0].Cost.Memory >= 64 * 1024);
        Assert.True(Opens("une tout autre phrase"));
        Assert.True(Opens(Code));
        Assert.False(Opens(Words));
    }

    [Fact]
    public void The_code_that_was_carried_along_is_replaced_by_a_new_one()
    {
        using var master = MasterKey.From(_master);
        var code = RecoveryCode.Create();
        Read().WithPassphrase(master, Passphrase.From(Words), Today, KeyStretching.Floor).WithRecoveryCode(master, code, Today, KeyStretching.Floor).WriteTo(HeaderPath);

        Assert.True(Opens(code.Printed));
        Assert.False(Opens(Code));
        Assert.DoesNotContain(Read().Slots, slot => slot.IsOfFirstVersion);
    }

    [Fact]
    public void Nothing_else_changes_in_it_before_its_passphrase_is_wrapped_anew()
    {
        using var master = MasterKey.From(_master);
        Assert.Throws<InvalidOperationException>(() => Read().WithRecoveryCode(master, RecoveryCode.Create(), Today, KeyStretching.Floor));
    }

    [Fact]
    public void Version_2_edited_back_to_version_1_opens_nothing_by_its_passphrase()
    {
        using var master = MasterKey.From(_master);
        var first = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        Read().WithPassphrase(master, Passphrase.From("une tout autre phrase"), Today, KeyStretching.Floor).WriteTo(HeaderPath);
        var second = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();

        // By its version number alone; and as a whole header of version 1, with what version 2 wrapped in the place of the passphrase.
        var byNumber = second.ToArray();
        (byNumber[9], byNumber[10]) = (1, 1);
        second.AsSpan(64 + 40, 92).CopyTo(first.AsSpan(PassphraseStart + 4));
        foreach (var copy in (byte[][])[byNumber, first])
        {
            Mend(copy);
            Assert.True(KeyHeader.ReadFrom(HeaderPath) is not KeyHeaderAnswer.Found || (!Opens("une tout autre phrase") && !Opens(Words)));
        }
    }

    [Fact]
    public void A_passphrase_of_version_1_put_into_version_2_is_refused()
    {
        using var master = MasterKey.From(_master);
        var old = KeySlot.ReadFirst(SlotKind.Passphrase, File.ReadAllBytes(HeaderPath).AsSpan(PassphraseStart));
        Read().WithPassphrase(master, Passphrase.From("une tout autre phrase"), Today, KeyStretching.Floor).WriteTo(HeaderPath);
        var copy = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        old.Bytes.CopyTo(copy.AsSpan(64 + (2 * 160)));
        Mend(copy);

        Assert.IsType<KeyHeaderAnswer.Damaged>(KeyHeader.ReadFrom(HeaderPath));
    }

    [Fact]
    public void Its_two_slots_in_the_wrong_order_open_nothing()
    {
        var copy = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        var passphrase = copy[PassphraseStart..CodeStart];
        copy.AsSpan(CodeStart, 96).CopyTo(copy.AsSpan(PassphraseStart));
        passphrase.CopyTo(copy.AsSpan(CodeStart));
        Mend(copy);

        Assert.False(Opens(Words));
        Assert.False(Opens(Code));
    }

    private KeyHeader Read() => Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath)).Header;

    private bool Opens(string secret)
    {
        using var opened = Read().Unlock(secret);
        Assert.True(opened is null || opened.Bytes.SequenceEqual(_master));
        return opened is not null;
    }

    private void Mend(byte[] copy)
    {
        SHA256.HashData(copy.AsSpan(0, CopySize - 32), copy.AsSpan(CopySize - 32));
        File.WriteAllBytes(HeaderPath, [.. copy, .. copy]);
    }
}
