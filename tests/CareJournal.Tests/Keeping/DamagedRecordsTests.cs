using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>A check that meets damaged pages says what of the record lies on them.</summary>
public sealed class DamagedRecordsTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_session_whose_long_note_lies_on_a_damaged_page_is_named_by_person_and_day_and_no_other_one_is()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2019-02-05", note: "courte");
        await VisitAsync(_journal, person, "2019-03-12", note: new string('n', 100_000));
        await VisitAsync(_journal, person, "2019-04-02", note: "courte");
        CheckAnswer.Damaged found = await DamagedAsync(pages => pages[^8]);
        Assert.Equal((1, 1), (found.Pages, found.Rows));
        Assert.Equal(new ChangedRecord("Visits", person, Day("2019-03-12")), Assert.Single(found.Records));
    }

    [Fact]
    public async Task Every_session_on_a_damaged_page_of_the_table_is_named()
    {
        Guid person = await PatientAsync(_journal);
        for (int day = 1; day <= 28; day++)
        {
            await VisitAsync(_journal, person, $"2019-03-{day:00}", note: new string('n', 900));
        }

        long first = _journal.Ask<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'Visits'");
        CheckAnswer.Damaged found = await DamagedAsync(pages => pages.First(page => page > first && IsLeafOfVisits(page)));
        Assert.InRange(found.Rows, 2, 5);
        Assert.Equal(found.Rows, found.Records.Count);
        Assert.All(found.Records, record => Assert.Equal(("Visits", person, true), (record.Table, record.PatientId, record.On is { Year: 2019, Month: 3 })));
    }

    [Fact]
    public async Task Where_only_an_index_is_damaged_nothing_of_the_record_is_said_to_be_lost()
    {
        await VisitAsync(_journal, await PatientAsync(_journal), "2019-02-05");
        long index = _journal.Ask<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'IX_Visits_HeldOn_Status'");
        CheckAnswer.Damaged found = await DamagedAsync(_ => index);
        Assert.Equal((1, 0), (found.Pages, found.Rows));
        Assert.Empty(found.Records);
    }

    // The note of a session begins in its row.
    private bool IsLeafOfVisits(long page)
    {
        using Vault.PageCipher cipher = new(FirstVersion.KeyOf(_journal.File.Folder, TestJournal.Passphrase));
        byte[] bytes = new byte[Vault.PageCipher.PageSize];
        using FileStream file = new(_journal.File.Folder.DatabasePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = (page - 1) * bytes.Length;
        file.ReadExactly(bytes);
        return cipher.TryDecrypt(Vault.PageHome.Database, file.Position - bytes.Length, bytes) && bytes[0] == 0x0d && bytes.AsSpan().IndexOf("nnnnnnnn"u8) >= 0 && bytes.AsSpan().IndexOf("\"Note\""u8) < 0;
    }

    private async Task<CheckAnswer.Damaged> DamagedAsync(Func<IReadOnlyList<long>, long> choose)
    {
        _journal.File.Lock();
        byte[] bytes = await File.ReadAllBytesAsync(_journal.File.Folder.DatabasePath);
        long page = choose([.. Enumerable.Range(1, bytes.Length / Vault.PageCipher.PageSize).Select(number => (long)number)]);
        bytes[((page - 1) * Vault.PageCipher.PageSize) + 1234] ^= 0x10;
        await File.WriteAllBytesAsync(_journal.File.Folder.DatabasePath, bytes);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        return Assert.IsType<CheckAnswer.Damaged>(await _journal.Get<JournalCheck>().RunAsync());
    }
}
