using CareJournal.Support;
using CareJournal.Vault;

namespace CareJournal.Storage;

/// <summary>Tests how the secrets of a journal are changed, added and revoked, and that wrong ones are counted.</summary>
public sealed class SecretsTests
{
    [Fact]
    public void A_renewed_code_opens_the_journal_and_the_one_before_does_not()
    {
        using TestJournal journal = TestJournal.Open();
        RecoveryCode code = RecoveryCode.Create();

        Assert.IsType<UnlockOutcome.Opened>(journal.File.RenewRecoveryCode(TestJournal.Passphrase, code));

        Assert.False(Opens(journal, TestJournal.Code.Printed));
        Assert.True(Opens(journal, code.Printed));
        Assert.True(Opens(journal, TestJournal.Passphrase));
    }

    [Fact]
    public void The_secrets_change_for_whoever_gives_the_passphrase_and_for_nobody_else()
    {
        using TestJournal journal = TestJournal.Open();
        byte[] before = File.ReadAllBytes(journal.File.Folder.KeyHeaderPath);
        RecoveryCode code = RecoveryCode.Create();
        foreach (string secret in new[] { TestJournal.Code.Printed, "une autre phrase que la bonne", "" })
        {
            Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.RenewRecoveryCode(secret, code));
            Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.AddEnvelope(secret, code));
            Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.RevokeEnvelope(secret, Guid.NewGuid()));
            Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.StrengthenKey(secret));
        }

        Assert.Equal(before, File.ReadAllBytes(journal.File.Folder.KeyHeaderPath));
        Assert.Equal(12, journal.File.Tries.Count);
    }

    [Fact]
    public void A_revoked_envelope_opens_the_journal_no_more_and_a_copy_of_before_still_does()
    {
        using TestJournal journal = TestJournal.Open();
        RecoveryCode code = RecoveryCode.Create();
        Assert.IsType<UnlockOutcome.Opened>(journal.File.AddEnvelope(TestJournal.Passphrase, code));
        EnvelopeFact envelope = Assert.Single(journal.File.ReadKeys()!.Envelopes);
        Assert.Equal(new DateOnly(2026, 11, 22), envelope.Created);
        Assert.True(Opens(journal, code.Printed));
        byte[] copied = File.ReadAllBytes(journal.File.Folder.KeyHeaderPath);

        Assert.IsType<UnlockOutcome.Opened>(journal.File.RevokeEnvelope(TestJournal.Passphrase, envelope.Id));

        Assert.Empty(journal.File.ReadKeys()!.Envelopes);
        Assert.False(Opens(journal, code.Printed));
        Assert.True(Opens(journal, TestJournal.Passphrase));
        File.WriteAllBytes(journal.File.Folder.KeyHeaderPath, copied);
        Assert.True(Opens(journal, code.Printed));
    }

    [Fact]
    public void Whoever_takes_over_with_an_envelope_sets_a_passphrase_of_their_own()
    {
        using TestJournal journal = TestJournal.Open();
        RecoveryCode code = RecoveryCode.Create();
        journal.File.AddEnvelope(TestJournal.Passphrase, code);

        Assert.IsType<UnlockOutcome.Opened>(journal.File.ChangePassphrase(code.Printed, "une phrase pour la suite"));

        Assert.True(Opens(journal, "une phrase pour la suite"));
        Assert.False(Opens(journal, TestJournal.Passphrase));
    }

    [Fact]
    public void A_code_is_remembered_as_confirmed_once_it_was_typed_back()
    {
        using TestJournal journal = TestJournal.NotCreated();
        journal.File.Stretching = FewestRounds.Quick;
        RecoveryCode code = Assert.IsType<CreateOutcome.Created>(journal.File.Create(TestJournal.Passphrase)).RecoveryCode;
        Assert.False(journal.File.ReadKeys()!.CodesAreConfirmed);
        Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.ConfirmRecoveryCode(TestJournal.Passphrase));
        Assert.False(journal.File.ReadKeys()!.CodesAreConfirmed);

        Assert.IsType<UnlockOutcome.Opened>(journal.File.ConfirmRecoveryCode(code.Printed.ToLowerInvariant()));

        Assert.True(journal.File.ReadKeys()!.CodesAreConfirmed);
        Assert.True(Opens(journal, code.Printed));
        Assert.True(Opens(journal, TestJournal.Passphrase));
    }

    [Fact]
    public void A_locum_whose_day_has_not_passed_is_not_let_in_by_a_version_that_shows_everything()
    {
        using TestJournal journal = TestJournal.Open();
        const string Locum = "trois hérons au bord du canal";
        KeyHeader header = ((KeyHeaderAnswer.Found)KeyHeader.ReadFrom(journal.File.Folder.KeyHeaderPath, FewestRounds.Quick)).Header;
        using (MasterKey master = header.Unlock(TestJournal.Passphrase)!)
        {
            header.WithSlot(master, new NewSlot(SlotKind.Locum, new DateOnly(2026, 11, 22), FewestRounds.Quick.Cost, LastDay: new DateOnly(2027, 1, 1)), Passphrase.From(Locum).ToBytes())
                .WriteTo(journal.File.Folder.KeyHeaderPath);
        }

        Assert.False(Opens(journal, Locum));
        Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.ChangePassphrase(Locum, "une phrase pour la suite"));
        Assert.True(Opens(journal, TestJournal.Passphrase));
    }

    [Fact]
    public void The_answer_to_a_wrong_secret_is_the_same_whichever_it_is()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        foreach (string wrong in new[] { "une autre phrase que la bonne", RecoveryCode.Create().Printed, "0000-0000", "" })
        {
            Assert.Equal(new UnlockOutcome.WrongSecret(), journal.File.Unlock(wrong));
        }
    }

    [Fact]
    public void Wrong_secrets_are_counted_over_a_restart_and_told_after_the_next_right_one()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        for (int wrong = 0; wrong < 7; wrong++)
        {
            journal.File.Unlock($"fausse {wrong}");
        }

        using TestJournal restarted = TestJournal.At(journal.File.Folder.Path);
        Assert.True(restarted.File.Tries.Remaining > TimeSpan.Zero);
        Assert.IsType<UnlockOutcome.Opened>(restarted.File.Unlock(TestJournal.Passphrase));

        Assert.Equal(TimeSpan.Zero, restarted.File.Tries.Remaining);
        FailedTries failed = restarted.File.Tries.Take()!;
        Assert.Equal((7, true), (failed.Count, failed.IsComplete));
    }

    [Fact]
    public void Taking_the_count_away_between_two_starts_brings_the_longest_wait_and_a_copy_in_a_new_folder_none()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        File.WriteAllText(journal.File.Folder.HostPath, "used-before.localhost");
        File.Delete(journal.File.Folder.TriesPath);
        using (TestJournal restarted = TestJournal.At(journal.File.Folder.Path))
        {
            Assert.IsType<ClaimOutcome.Owned>(restarted.File.Claim("http://localhost"));
            Assert.InRange(restarted.File.Tries.Remaining, WrongSecretDelay.LongestWait - TimeSpan.FromMinutes(1), WrongSecretDelay.LongestWait);
            Copy(journal, out string elsewhere);
            using TestJournal copy = TestJournal.At(elsewhere);
            Assert.IsType<ClaimOutcome.Owned>(copy.File.Claim("http://localhost"));
            Assert.Equal(TimeSpan.Zero, copy.File.Tries.Remaining);
            Assert.True(Opens(copy, TestJournal.Passphrase));
        }
    }

    private static void Copy(TestJournal journal, out string elsewhere)
    {
        elsewhere = Directory.CreateTempSubdirectory("carejournal-test-").FullName;
        File.Copy(journal.File.Folder.DatabasePath, Path.Combine(elsewhere, "journal.db"));
        File.Copy(journal.File.Folder.KeyHeaderPath, Path.Combine(elsewhere, "journal.key"));
    }

    private static bool Opens(TestJournal journal, string secret)
    {
        journal.File.Lock();
        return journal.File.Unlock(secret) is UnlockOutcome.Opened;
    }
}
