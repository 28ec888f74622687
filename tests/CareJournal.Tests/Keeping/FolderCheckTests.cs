using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>A copy is checked by its folder and its passphrase alone, and stays byte for byte what it was.</summary>
public sealed class FolderCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-copy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_copy_is_checked_with_either_secret_and_nothing_in_it_changes()
    {
        JournalFolder copy = await CopyAsync();
        byte[] before = await File.ReadAllBytesAsync(copy.DatabasePath);
        Assert.Equal(3, Assert.IsType<CheckAnswer.Whole>(await CheckedAsync(copy, TestJournal.Passphrase)).Acts);
        Assert.IsType<CheckAnswer.Whole>(await CheckedAsync(copy, TestJournal.Code.Printed));
        Assert.IsType<FolderCheckAnswer.WrongSecret>(await RunAsync(copy, "une autre phrase de passe"));
        Assert.Equal(before, await File.ReadAllBytesAsync(copy.DatabasePath));
        Assert.Equal(["copy.json", "journal.db", "journal.head", "journal.key"], Directory.EnumerateFiles(copy.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task What_was_changed_in_a_copy_is_found()
    {
        JournalFolder copy = await CopyAsync(journal => journal.Run("UPDATE Visits SET Note = 'jamais écrite'"));
        Assert.Equal(1, Assert.IsType<CheckAnswer.Changed>(await CheckedAsync(copy, TestJournal.Passphrase)).Faults);
    }

    [Fact]
    public async Task A_flipped_bit_in_a_copy_is_found()
    {
        JournalFolder copy = await CopyAsync();
        byte[] bytes = await File.ReadAllBytesAsync(copy.DatabasePath);
        bytes[(7 * 4096) + 100] ^= 4;
        await File.WriteAllBytesAsync(copy.DatabasePath, bytes);
        Assert.Equal(1, Assert.IsType<CheckAnswer.Damaged>(await CheckedAsync(copy, TestJournal.Passphrase)).Pages);
    }

    [Fact]
    public async Task A_folder_without_a_journal_says_so() =>
        Assert.IsType<FolderCheckAnswer.NoJournal>(await RunAsync(new JournalFolder(_folder), TestJournal.Passphrase));

    private static async Task<CheckAnswer> CheckedAsync(JournalFolder copy, string secret) => Assert.IsType<FolderCheckAnswer.Checked>(await RunAsync(copy, secret)).Answer;

    private static Task<FolderCheckAnswer> RunAsync(JournalFolder folder, string secret) => FolderCheck.RunAsync(folder, secret, FewestRounds.Quick);

    private async Task<JournalFolder> CopyAsync(Action<TestJournal>? before = null)
    {
        using TestJournal journal = TestJournal.Open();
        await VisitAsync(journal, await PatientAsync(journal), "2026-10-05", note: "une note");
        before?.Invoke(journal);
        JournalFolder copy = new(Assert.IsType<CopyOutcome.Verified>(await journal.Get<JournalCopier>().CopyAsync(_folder)).Path);
        return copy;
    }
}
