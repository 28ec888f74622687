using System.Security.Cryptography;
using CareJournal.Keeping;
using CareJournal.Support;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>Creating, claiming and unlocking a journal; every file that is refused stays byte for byte as it is.</summary>
public sealed class OpeningTests
{
    [Fact]
    public void A_journal_is_made_locked_and_opened_by_passphrase_and_by_recovery_code()
    {
        using TestJournal journal = TestJournal.NotCreated();
        Assert.Equal(JournalState.NotCreated, journal.File.State);
        RecoveryCode code = Assert.IsType<CreateOutcome.Created>(journal.File.Create(TestJournal.Passphrase)).RecoveryCode;
        Assert.Equal(JournalState.Open, journal.File.State);
        Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(journal.File.Folder.KeyHeaderPath));
        Assert.Throws<InvalidOperationException>(() => journal.File.Create(TestJournal.Passphrase));

        foreach (string secret in new[] { TestJournal.Passphrase, code.Printed, code.Printed.ToLowerInvariant().Replace('-', ' ') })
        {
            journal.File.Lock();
            Assert.Equal(JournalState.Locked, journal.File.State);
            Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.Unlock(secret + "x"));
            Assert.Equal(JournalState.Locked, journal.File.State);
            Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(secret));
            if (secret == code.Printed)
            {
                // Both secrets were tried as they are created; from here on another spelling of the same code is tested.
                journal.File.Lock();
                FewestRounds.WriteTo(journal.File.Folder.KeyHeaderPath, TestJournal.Passphrase, code);
            }
        }

        Assert.Equal(["journal.db", "journal.head", "journal.key", "journal.tries"], Directory.EnumerateFiles(journal.File.Folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_header_that_costs_less_than_it_must_opens_nothing_outside_of_a_test()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        using TestJournal asTheProgramMakesIt = TestJournal.NotCreated();
        journal.File.Stretching = asTheProgramMakesIt.File.Stretching;
        Assert.Same(KeyStretching.Calibrated, journal.File.Stretching);
        IsRefused(journal, StorageFault.KeyDamaged);
    }

    [Fact]
    public async Task A_new_passphrase_opens_the_same_rows_and_the_old_one_opens_nothing()
    {
        using TestJournal journal = TestJournal.Open();
        await PatientAsync(journal);
        long rows = journal.Rows();
        Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.ChangePassphrase("pas la bonne phrase", "une toute autre phrase"));
        Assert.IsType<UnlockOutcome.Opened>(journal.File.ChangePassphrase(TestJournal.Passphrase, "une toute autre phrase"));
        journal.File.Lock();
        Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.Unlock(TestJournal.Passphrase));
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock("une toute autre phrase"));
        Assert.Equal(rows, journal.Rows());
        journal.File.Lock();
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Code.Printed));
    }

    [Theory]
    [InlineData("user_version = 99", StorageFault.Newer)]
    [InlineData("user_version = 0", StorageFault.Foreign)]
    [InlineData("application_id = 42", StorageFault.Foreign)]
    [InlineData("application_id = 0", StorageFault.Foreign)]
    public void A_newer_or_foreign_file_is_refused_and_stays_byte_for_byte_the_same(string mark, StorageFault expected)
    {
        using TestJournal journal = TestJournal.Open();
        journal.Run($"PRAGMA {mark}");
        journal.File.Lock();
        IsRefused(journal, expected);
    }

    [Theory]
    [InlineData("plain", StorageFault.WrongKey)]
    [InlineData("random", StorageFault.WrongKey)]
    [InlineData("short", StorageFault.WrongKey)]
    [InlineData("empty", StorageFault.Foreign)]
    [InlineData("other", StorageFault.WrongKey)]
    [InlineData("damaged", StorageFault.Damaged)]
    public void A_file_that_is_no_journal_of_this_key_is_refused_and_stays_byte_for_byte_the_same(string kind, StorageFault expected)
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        string path = journal.File.Folder.DatabasePath;
        byte[] whole = File.ReadAllBytes(path);
        File.Delete(path);
        switch (kind)
        {
            case "plain":
                using (SqliteConnection plain = new($"Data Source={path};Pooling=False"))
                {
                    plain.Open();
                    using SqliteCommand command = plain.CreateCommand();
                    command.CommandText = "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('x')";
                    command.ExecuteNonQuery();
                }

                break;
            case "damaged":
                whole[100] ^= 1;
                File.WriteAllBytes(path, whole);
                break;
            case "other":
                JournalSchema.Create(path, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), "Europe/Paris");
                break;
            default:
                File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(kind == "random" ? 81920 : kind == "short" ? 17 : 0));
                break;
        }

        IsRefused(journal, expected);
    }

    [Theory]
    [InlineData("missing", StorageFault.KeyMissing)]
    [InlineData("random", StorageFault.KeyDamaged)]
    [InlineData("empty", StorageFault.KeyDamaged)]
    [InlineData("flipped in both copies", StorageFault.KeyDamaged)]
    [InlineData("newer", StorageFault.KeyNewer)]
    public async Task A_key_header_that_is_missing_damaged_or_newer_opens_nothing_and_says_which_it_is(string kind, StorageFault expected)
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        string path = journal.File.Folder.KeyHeaderPath;
        byte[] header = File.ReadAllBytes(path);
        switch (kind)
        {
            case "missing":
                File.Delete(path);
                break;
            case "newer":
                File.WriteAllBytes(path, [.. OfVersion(header.AsSpan(0, 4096), 99), .. OfVersion(header.AsSpan(4096), 99)]);
                break;
            default:
                header[200] ^= 1;
                header[4096 + 200] ^= 1;
                File.WriteAllBytes(path, kind == "random" ? RandomNumberGenerator.GetBytes(8192) : kind == "empty" ? [] : header);
                break;
        }

        IsRefused(journal, expected);
        FolderCheckAnswer answer = await FolderCheck.RunAsync(journal.File.Folder, TestJournal.Passphrase, null);
        Assert.Equal(expected, Assert.IsType<FolderCheckAnswer.Failed>(answer).Fault);
    }

    [Fact]
    public void The_header_of_another_journal_opens_nothing_under_its_own_passphrase()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        KeyHeader.Create(MasterKey.Create(), Passphrase.From("la phrase d'un autre"), RecoveryCode.Create(), new DateOnly(2026, 11, 1), KeyStretching.Floor)
            .WriteTo(journal.File.Folder.KeyHeaderPath);
        byte[] before = File.ReadAllBytes(journal.File.Folder.DatabasePath);
        Assert.Equal(StorageFault.WrongKey, Assert.IsType<UnlockOutcome.Failed>(journal.File.Unlock("la phrase d'un autre")).Fault);
        Assert.Equal(before, File.ReadAllBytes(journal.File.Folder.DatabasePath));
    }

    [Fact]
    public void A_second_start_gets_the_address_of_the_first_one_until_that_one_ends()
    {
        using TestJournal first = TestJournal.NotCreated();
        Assert.IsType<ClaimOutcome.Owned>(first.File.Claim("http://127.0.0.1:5117"));
        Assert.IsType<ClaimOutcome.Owned>(first.File.Claim("http://127.0.0.1:5117"));
        TestJournal second = TestJournal.At(first.File.Folder.Path);
        Assert.Equal("http://127.0.0.1:5117", Assert.IsType<ClaimOutcome.TakenBy>(second.File.Claim("http://127.0.0.1:9")).Address);
        Assert.Equal("http://127.0.0.1:5117", File.ReadAllText(first.File.Folder.AddressPath));

        first.File.Dispose();
        Assert.IsType<ClaimOutcome.Owned>(second.File.Claim("http://127.0.0.1:9"));
        second.File.Dispose();
    }

    // Magic, version and checksum are at the same place in every version of the header.
    private static byte[] OfVersion(ReadOnlySpan<byte> copy, ushort version)
    {
        byte[] later = copy.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(later.AsSpan(8), version);
        SHA256.HashData(later.AsSpan(0, 4096 - 32), later.AsSpan(4096 - 32));
        return later;
    }

    private static void IsRefused(TestJournal journal, StorageFault expected)
    {
        SortedDictionary<string, string> before = Fingerprints(journal);
        Assert.Equal(expected, Assert.IsType<UnlockOutcome.Failed>(journal.File.Unlock(TestJournal.Passphrase)).Fault);
        Assert.Equal(JournalState.Locked, journal.File.State);
        Assert.Equal(before, Fingerprints(journal));

        // The key was unregistered with the refusal: a second try is refused in the same way.
        Assert.Equal(expected, Assert.IsType<UnlockOutcome.Failed>(journal.File.Unlock(TestJournal.Passphrase)).Fault);
    }

    private static SortedDictionary<string, string> Fingerprints(TestJournal journal) => new(
        Directory.EnumerateFiles(journal.File.Folder.Path).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
