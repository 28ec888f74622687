using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

public sealed class TimelineAheadTests
{
    [Fact]
    public async Task One_person_is_held_and_nobody_else_is_shown_in_their_place()
    {
        using TestJournal journal = TestJournal.Open();
        (Guid ada, Guid bo) = (await PatientAsync(journal, "Zola", "Ada"), await PatientAsync(journal, "Élie", "Bo"));
        await VisitAsync(journal, ada, "2026-11-02");
        TimelineAhead ahead = journal.Get<TimelineAhead>();

        Assert.Null(ahead.Find(ada));
        Assert.Null(await ahead.ReadAsync(Guid.NewGuid()));
        PatientTimeline read = (await ahead.ReadAsync(ada))!;
        Assert.Same(read, ahead.Find(ada));
        Assert.Same(read, await ahead.ReadAsync(ada));
        Assert.Single(read.Held);
        Assert.Null(ahead.Find(bo));

        Assert.Equal("Bo Élie", (await ahead.ReadAsync(bo))!.Patient.Name);
        Assert.Null(ahead.Find(ada));
    }

    [Fact]
    public async Task Nothing_is_held_after_a_save_after_midnight_or_after_its_time()
    {
        using TestJournal journal = TestJournal.Open("2026-11-22");
        Guid ada = await PatientAsync(journal, "Zola", "Ada");
        TimelineAhead ahead = journal.Get<TimelineAhead>();
        int forgotten = 0;
        ahead.Forgotten += () => forgotten++;

        Assert.Empty((await ahead.ReadAsync(ada))!.Held);
        await VisitAsync(journal, ada, "2026-11-20");
        Assert.Null(ahead.Find(ada));
        Assert.Equal(1, forgotten);
        Assert.Single((await ahead.ReadAsync(ada))!.Held);

        journal.Clock.MoveTo(Day("2026-11-23"));
        Assert.Null(ahead.Find(ada));
        Assert.Equal(Day("2026-11-23"), (await ahead.ReadAsync(ada))!.Today);

        ahead.Forget();
        Assert.Null(ahead.Find(ada));
    }

    [Fact]
    public async Task Nothing_is_held_once_the_journal_is_locked()
    {
        using TestJournal journal = TestJournal.Open();
        Guid ada = await PatientAsync(journal, "Zola", "Ada");
        TimelineAhead ahead = journal.Get<TimelineAhead>();
        Assert.NotNull(await ahead.ReadAsync(ada));

        journal.File.Lock();
        Assert.Null(ahead.Find(ada));
        await Assert.ThrowsAsync<JournalLockedException>(() => ahead.ReadAsync(ada));
    }

    [Fact]
    public async Task Reading_ahead_changes_no_byte_of_the_file()
    {
        using TestJournal journal = TestJournal.Open();
        Guid ada = await PatientAsync(journal, "Zola", "Ada");
        byte[] before = await File.ReadAllBytesAsync(journal.File.Folder.DatabasePath);

        Assert.NotNull(await journal.Get<TimelineAhead>().ReadAsync(ada));
        Assert.Equal(before, await File.ReadAllBytesAsync(journal.File.Folder.DatabasePath));
    }
}
