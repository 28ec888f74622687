using CareJournal.Acts;
using CareJournal.Demo;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Support;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>The check of the open journal reads every page, the structure and the chain, says what it found in terms of the record, and records when all was well.</summary>
public sealed class JournalCheckTests
{
    private const string Today = "2026-11-22";

    [Fact]
    public async Task A_whole_journal_is_said_to_be_whole_and_the_day_of_the_check_is_kept()
    {
        using TestJournal journal = TestJournal.Open(Today);
        await DemoJournal.FillAsync(journal.File, DemoSize.Demo, Day(Today));
        Assert.Null((await journal.Get<SettingsReader>().ReadAsync()).LastCheckAtUtc);
        List<double> shares = [];

        CheckAnswer.Whole whole = Assert.IsType<CheckAnswer.Whole>(await journal.Get<JournalCheck>().RunAsync(new ProgressAction(shares.Add)));

        Assert.Equal(journal.Ask<long>("SELECT COUNT(*) FROM Acts") - 1, whole.Acts);
        Assert.Equal(journal.Clock.GetUtcNow().UtcDateTime, (await journal.Get<SettingsReader>().ReadAsync()).LastCheckAtUtc);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
        // The note of the check is an act like any other, and has nothing to undo.
        Assert.IsType<CheckAnswer.Whole>(await journal.Get<JournalCheck>().RunAsync());
        Assert.DoesNotContain(await journal.Get<ActReader>().ReadLastAsync(50), act => act.Kind == ActKind.JournalChecked);
    }

    [Fact]
    public async Task A_session_that_was_changed_without_the_program_is_named_by_its_person_and_day()
    {
        using TestJournal journal = TestJournal.Open(Today);
        Guid person = await PatientAsync(journal);
        await VisitAsync(journal, person, "2019-03-12", note: "une note");
        await VisitAsync(journal, person, "2019-04-02", note: "une note");
        journal.Run("UPDATE Visits SET Note = 'jamais écrite' WHERE HeldOn = '2019-03-12'");

        CheckAnswer.Changed changed = Assert.IsType<CheckAnswer.Changed>(await journal.Get<JournalCheck>().RunAsync());

        Assert.Equal(1, changed.Faults);
        Assert.Contains(new ChangedRecord("Visits", person, Day("2019-03-12")), changed.Records);
        Assert.DoesNotContain(changed.Records, record => record.On == Day("2019-04-02"));
        Assert.False(journal.File.Damaged);
        Assert.Null((await journal.Get<SettingsReader>().ReadAsync()).LastCheckAtUtc);
    }

    [Theory]
    [InlineData("CREATE TRIGGER quiet AFTER INSERT ON Visits BEGIN UPDATE Visits SET Note = NULL; END", "quiet")]
    [InlineData("CREATE VIEW everybody AS SELECT * FROM Patients", "everybody")]
    [InlineData("DROP INDEX IX_Acts_AtUtc", "IX_Acts_AtUtc")]
    [InlineData("CREATE INDEX mine ON Visits (Note)", "mine")]
    public async Task A_trigger_a_view_or_an_index_that_no_journal_has_is_named(string sql, string name)
    {
        using TestJournal journal = TestJournal.Open(Today);
        journal.Run(sql);
        Assert.Equal([name], Assert.IsType<CheckAnswer.Changed>(await journal.Get<JournalCheck>().RunAsync()).Foreign);
    }

    [Fact]
    public async Task One_flipped_bit_anywhere_is_found_and_nothing_is_written_any_more()
    {
        Random chance = new(20261201);
        for (int turn = 0; turn < 12; turn++)
        {
            using TestJournal journal = TestJournal.Open(Today);
            await VisitAsync(journal, await PatientAsync(journal), "2019-03-12", note: "une note");
            using (FileStream file = new(journal.File.Folder.DatabasePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                // The last four bytes of a page are zeros that nothing authenticates and nothing reads.
                long at = (chance.NextInt64(1, file.Length / 4096) * 4096) + chance.Next(4092);
                file.Position = at;
                int bits = file.ReadByte();
                file.Position = at;
                file.WriteByte((byte)(bits ^ (1 << chance.Next(8))));
            }

            Assert.InRange(Assert.IsType<CheckAnswer.Damaged>(await journal.Get<JournalCheck>().RunAsync()).Pages, 0, 1);
            Assert.True(journal.File.Damaged);
        }
    }

    [Fact]
    public async Task A_check_that_is_stopped_records_nothing()
    {
        using TestJournal journal = TestJournal.Open(Today);
        await PatientAsync(journal);
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.Get<JournalCheck>().RunAsync(new ProgressAction(_ => stop.Cancel()), stop.Token));
        Assert.Null((await journal.Get<SettingsReader>().ReadAsync()).LastCheckAtUtc);
    }

    [Fact]
    public async Task One_goes_on_saving_while_the_journal_is_checked()
    {
        using TestJournal journal = TestJournal.Open(Today);
        await DemoJournal.FillAsync(journal.File, DemoSize.Demo, Day(Today));
        int saved = 0;

        // At every step of the check somebody is added: each save comes between two parts of it.
        CheckAnswer answer = await journal.Get<JournalCheck>().RunAsync(new ProgressAction(_ => IsSaved(journal.Get<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = $"Pendant{saved++}", GivenName = "Contrôle" }).GetAwaiter().GetResult())));

        Assert.IsType<CheckAnswer.Whole>(answer);
        Assert.True(saved > 5);
        Assert.Equal(saved, journal.Ask<long>("SELECT COUNT(*) FROM Patients WHERE GivenName = 'Contrôle'"));
    }

    [Fact]
    public async Task A_journal_that_is_locked_during_its_check_says_so()
    {
        using TestJournal journal = TestJournal.Open(Today);
        await DemoJournal.FillAsync(journal.File, DemoSize.Demo, Day(Today));
        bool asked = false;
        await Assert.ThrowsAsync<JournalLockedException>(() => journal.Get<JournalCheck>().RunAsync(new ProgressAction(share =>
        {
            if (!asked && share > 0.4)
            {
                asked = true;
                journal.File.Lock();
            }
        })));
        Assert.True(asked);
        Assert.False(journal.File.Damaged);
    }

    private sealed class ProgressAction(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
