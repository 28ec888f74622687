using CareJournal.Acts;
using CareJournal.Demo;
using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>What is known of the last state of the journal, beside its file: an older file, or one whose end was cut, does not open unseen.</summary>
public sealed class HeadTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    private JournalFolder Folder => _journal.File.Folder;

    [Fact]
    public async Task After_each_act_the_last_link_is_known_beside_the_file_and_to_its_owner_alone()
    {
        await PatientAsync(_journal);
        for (int turn = 0; turn < 3; turn++)
        {
            await PatientAsync(_journal, $"Autre{turn}");
            JournalHead known = Known();
            Assert.Equal(_journal.Ask<long>("SELECT MAX(Number) FROM ChainLinks"), known.Number);
            Assert.Equal(_journal.Ask<byte[]>("SELECT Digest FROM ChainLinks ORDER BY Number DESC LIMIT 1"), known.Digest);
            Assert.Equal(_journal.Clock.GetUtcNow().UtcDateTime, known.AtUtc);
            Assert.Equal($"{known.Number}-{Convert.ToHexString(known.Digest)[..8]}", _journal.File.Fingerprint);
        }

        Assert.Equal(2 * HeadFile.SlotSize, new FileInfo(Folder.HeadPath).Length);
        Assert.False(PrivateFiles.IsOpenToOthers(Folder.HeadPath));
    }

    [Fact]
    public async Task An_older_file_in_the_place_of_the_journal_opens_only_once_that_was_decided_and_nothing_is_written_before()
    {
        await PatientAsync(_journal);
        byte[] older = await OfTodayAsync();
        _journal.Clock.Advance(TimeSpan.FromDays(3));
        await PatientAsync(_journal, "Deuxième");
        await PatientAsync(_journal, "Troisième");
        JournalHead last = Known();
        await PutInPlaceAsync(older);
        byte[] head = await File.ReadAllBytesAsync(Folder.HeadPath);

        HeadDoubt doubt = Doubt();
        Assert.Equal((HeadDoubtKind.Older, 2L, last.Number, (DateTime?)last.AtUtc), (doubt.Kind, doubt.Missing, doubt.Known, doubt.KnownAtUtc));
        Assert.Equal(last.AtUtc.AddDays(-3), doubt.FoundAtUtc);
        Assert.Equal(JournalState.Locked, _journal.File.State);
        Assert.Equal(older, await File.ReadAllBytesAsync(Folder.DatabasePath));
        Assert.Equal(head, await File.ReadAllBytesAsync(Folder.HeadPath));

        // Another doubt than the one that was seen is not accepted by it.
        Assert.Equal(doubt, Assert.IsType<UnlockOutcome.Doubtful>(_journal.File.Unlock(TestJournal.Passphrase, "Older-99-1")).Doubt);
        UnlockOutcome.Opened opened = Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase, doubt.Key));
        Assert.Equal(doubt, opened.Accepted);

        // The decision is an act; the doubt stands until it is written.
        Assert.Equal(head, await File.ReadAllBytesAsync(Folder.HeadPath));
        await _journal.Get<TraceRecorder>().OpenedAsync(opened);
        Trace trace = (await _journal.Get<TraceReader>().ReadAsync(0)).Traces[0];
        Assert.Equal(ActKind.OlderJournalAccepted, trace.Kind);
        Assert.Equal(["Older", $"{doubt.Known}", "2026-11-25T12:00:00Z", $"{doubt.Found}", "2026-11-22T12:00:00Z"], TraceDetail.Parts(trace.Detail));
        _journal.Reopened().Dispose();
    }

    [Fact]
    public async Task The_last_acts_taken_away_with_their_rows_and_links_are_missed_at_the_next_unlock_and_by_the_check()
    {
        await PatientAsync(_journal);
        await PatientAsync(_journal, "Deuxième");
        await PatientAsync(_journal, "Troisième");
        Cut(2);

        CheckAnswer.Changed changed = Assert.IsType<CheckAnswer.Changed>(await _journal.Get<JournalCheck>().RunAsync());
        Assert.Equal((2, 1), (changed.Missing, changed.Faults));
        _journal.File.Lock();
        HeadDoubt doubt = Doubt();
        Assert.Equal((HeadDoubtKind.Older, 2L), (doubt.Kind, doubt.Missing));
    }

    [Fact]
    public async Task An_end_that_is_cut_while_the_journal_is_open_is_not_covered_up_by_the_next_saves()
    {
        await PatientAsync(_journal);
        await PatientAsync(_journal, "Deuxième");
        Cut(1);
        await PatientAsync(_journal, "Troisième");
        await PatientAsync(_journal, "Quatrième");

        Assert.Equal(1, Assert.IsType<CheckAnswer.Changed>(await _journal.Get<JournalCheck>().RunAsync()).Faults);
        _journal.File.Lock();
        Assert.Equal(HeadDoubtKind.OtherHistory, Doubt().Kind);
    }

    [Fact]
    public async Task A_file_that_was_continued_elsewhere_is_another_history()
    {
        await PatientAsync(_journal);
        byte[] common = await OfTodayAsync();
        await PatientAsync(_journal, "Ici");
        byte[] head = await File.ReadAllBytesAsync(Folder.HeadPath);
        string elsewhere = Directory.CreateTempSubdirectory("carejournal-elsewhere-").FullName;
        File.Copy(Folder.KeyHeaderPath, Path.Combine(elsewhere, "journal.key"));
        await File.WriteAllBytesAsync(Path.Combine(elsewhere, "journal.db"), common);
        _journal.File.Lock();
        using (TestJournal other = TestJournal.At(elsewhere))
        {
            HeadDoubt missing = Assert.IsType<UnlockOutcome.Doubtful>(other.File.Unlock(TestJournal.Passphrase)).Doubt;
            Assert.Equal(HeadDoubtKind.Missing, missing.Kind);
            Assert.IsType<UnlockOutcome.Opened>(other.File.Unlock(TestJournal.Passphrase, missing.Key));
            await PatientAsync(other, "Ailleurs");
            await PatientAsync(other, "Encore");
            other.File.Lock();
            File.Copy(other.File.Folder.DatabasePath, Folder.DatabasePath, overwrite: true);
        }

        Assert.Equal(HeadDoubtKind.OtherHistory, Doubt().Kind);
        Assert.Equal(head, await File.ReadAllBytesAsync(Folder.HeadPath));
    }

    [Theory]
    [InlineData("gone", HeadDoubtKind.Missing)]
    [InlineData("empty", HeadDoubtKind.Damaged)]
    [InlineData("flipped", HeadDoubtKind.Damaged)]
    [InlineData("forged", HeadDoubtKind.Damaged)]
    public async Task A_head_that_is_gone_or_was_not_written_with_the_key_is_said(string how, HeadDoubtKind kind)
    {
        await PatientAsync(_journal);
        await PatientAsync(_journal, "Deuxième");
        JournalHead known = Known();
        _journal.File.Lock();
        switch (how)
        {
            case "gone":
                File.Delete(Folder.HeadPath);
                break;
            case "empty":
                await File.WriteAllBytesAsync(Folder.HeadPath, []);
                break;
            case "flipped":
                byte[] bytes = await File.ReadAllBytesAsync(Folder.HeadPath);
                bytes[20] ^= 1;
                bytes[HeadFile.SlotSize + 20] ^= 1;
                await File.WriteAllBytesAsync(Folder.HeadPath, bytes);
                break;
            default:
                HeadFile.Replace(Folder.HeadPath, new byte[32], known with { Number = known.Number - 1 });
                break;
        }

        HeadDoubt doubt = Doubt();
        Assert.Equal((kind, 0L), (doubt.Kind, doubt.Missing));
    }

    [Fact]
    public async Task A_kill_between_a_commit_and_its_head_and_a_head_that_could_not_be_written_raise_no_doubt()
    {
        await PatientAsync(_journal);
        byte[] head = await File.ReadAllBytesAsync(Folder.HeadPath);
        await PatientAsync(_journal, "Deuxième");
        _journal.File.Lock();
        await File.WriteAllBytesAsync(Folder.HeadPath, head);
        _journal.File.Lock();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));

        // Nobody can write the head meanwhile: the saves are saved, and say nothing.
        using (new FileStream(Folder.HeadPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await PatientAsync(_journal, "Troisième");
        }

        File.Delete(Folder.HeadPath);
        Directory.CreateDirectory(Folder.HeadPath);
        await PatientAsync(_journal, "Quatrième");
        Directory.Delete(Folder.HeadPath);
        await PatientAsync(_journal, "Cinquième");
        Assert.Equal(_journal.Ask<long>("SELECT MAX(Number) FROM ChainLinks"), Known().Number);
        _journal.Reopened().Dispose();
    }

    [Fact]
    public async Task A_head_torn_in_the_middle_leaves_the_one_before_it()
    {
        await PatientAsync(_journal);
        await PatientAsync(_journal, "Deuxième");
        long last = Known().Number;
        byte[] bytes = await File.ReadAllBytesAsync(Folder.HeadPath);
        bytes.AsSpan((int)(last % 2 * HeadFile.SlotSize) + 30, 40).Clear();
        await File.WriteAllBytesAsync(Folder.HeadPath, bytes);
        Assert.Equal(last - 1, Known().Number);
        _journal.Reopened().Dispose();
    }

    [Fact]
    public async Task A_copy_carries_its_head_and_is_compared_with_it()
    {
        await PatientAsync(_journal);
        string place = Directory.CreateTempSubdirectory("carejournal-copies-").FullName;
        JournalFolder copy = new(Assert.IsType<CopyOutcome.Verified>(await _journal.Get<JournalCopier>().CopyAsync(place)).Path);
        Assert.IsType<CheckAnswer.Whole>(Assert.IsType<FolderCheckAnswer.Checked>(await FolderCheck.RunAsync(copy, TestJournal.Passphrase, FewestRounds.Quick)).Answer);
        using (TestJournal opened = TestJournal.At(copy.Path))
        {
            Assert.IsType<UnlockOutcome.Opened>(opened.File.Unlock(TestJournal.Passphrase));
            Cut(opened, 1);
            opened.File.Lock();
            Assert.Equal(1, Assert.IsType<CheckAnswer.Changed>(Assert.IsType<FolderCheckAnswer.Checked>(await FolderCheck.RunAsync(copy, TestJournal.Passphrase, FewestRounds.Quick)).Answer).Missing);
            await File.WriteAllBytesAsync(copy.HeadPath, new byte[1024]);
            Assert.True(Assert.IsType<FolderCheckAnswer.Checked>(await FolderCheck.RunAsync(copy, TestJournal.Passphrase, FewestRounds.Quick)).HeadIsDamaged);
        }

        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task A_journal_filled_at_once_and_a_copy_that_takes_its_place_with_its_head_raise_no_doubt()
    {
        await DemoJournal.FillAsync(_journal.File, DemoSize.Demo, Day("2026-11-22"));
        _journal.File.Lock();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        JournalHead then = Known();
        byte[] older = await OfTodayAsync();
        await PatientAsync(_journal);
        _journal.File.ReplaceHead(then);
        await PutInPlaceAsync(older);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
    }

    /// <summary>Takes the last acts away with their rows, versions and links, as somebody might who has the key of the file.</summary>
    internal static void Cut(TestJournal journal, int acts) => journal.Run(
        $"""
        PRAGMA foreign_keys = 0;
        CREATE TEMP TABLE Last AS SELECT Number, ActId FROM ChainLinks ORDER BY Number DESC LIMIT {acts};
        DELETE FROM Patients WHERE Id IN (SELECT RowId FROM RowVersions WHERE Before IS NULL AND ActId IN (SELECT ActId FROM Last));
        DELETE FROM RowVersions WHERE ActId IN (SELECT ActId FROM Last);
        DELETE FROM Acts WHERE Id IN (SELECT ActId FROM Last);
        DELETE FROM ChainLinks WHERE Number IN (SELECT Number FROM Last);
        DROP TABLE Last;
        PRAGMA foreign_keys = 1;
        """);

    private void Cut(int acts) => Cut(_journal, acts);

    private HeadDoubt Doubt() => Assert.IsType<UnlockOutcome.Doubtful>(_journal.File.Unlock(TestJournal.Passphrase)).Doubt;

    private JournalHead Known() => Assert.IsType<HeadAnswer.Found>(HeadFile.Read(Folder.HeadPath, KeyOf(Folder))).Head;

    private static byte[] KeyOf(JournalFolder folder)
    {
        using var master = ((Vault.KeyHeaderAnswer.Found)Vault.KeyHeader.ReadFrom(folder.KeyHeaderPath, FewestRounds.Quick)).Header.Unlock(TestJournal.Passphrase)!;
        return master.Derive(HeadFile.KeyPurpose);
    }

    // The file as it is now: locked, so that no connection holds anything back, and opened again.
    private async Task<byte[]> OfTodayAsync()
    {
        _journal.File.Lock();
        byte[] file = await File.ReadAllBytesAsync(Folder.DatabasePath);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        return file;
    }

    private async Task PutInPlaceAsync(byte[] file)
    {
        _journal.File.Lock();
        await File.WriteAllBytesAsync(Folder.DatabasePath, file);
    }
}
