using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>When copies are made by themselves, where, and what becomes of the former ones.</summary>
public sealed class AutomaticCopiesTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();
    private readonly string _desk = Directory.CreateTempSubdirectory("carejournal-places-").FullName;

    private string Stick => Path.Combine(_desk, "stick");

    public AutomaticCopiesTests()
    {
        Directory.CreateDirectory(Stick);

        // All folders of a test lie on one disk: each folder of the desk is a disk here.
        _journal.Get<PlaceDisk>().RootOf = path => path.StartsWith(_desk, StringComparison.Ordinal) ? string.Join('/', path.Split('/').Take(_desk.Split('/').Length + 1)) : "own";
    }

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(_desk, recursive: true);
    }

    [Fact]
    public async Task The_first_copy_is_made_at_once_then_one_a_day_and_only_when_something_was_recorded()
    {
        await AddAsync(Stick);
        Assert.Equal(1, await DailyAsync());
        Assert.Equal(0, await DailyAsync());

        _journal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await DailyAsync());
        await PatientAsync(_journal);
        Assert.Equal(1, await DailyAsync());
        await PatientAsync(_journal);
        Assert.Equal(0, await DailyAsync());
        Assert.Equal(2, Copies(Stick).Length);
    }

    [Fact]
    public async Task At_the_lock_a_copy_is_made_of_what_was_recorded_since_and_of_nothing_else()
    {
        await AddAsync(Stick);
        Assert.Equal(1, await EndingAsync());
        _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await EndingAsync());
        await PatientAsync(_journal);
        Assert.Equal(1, await EndingAsync());
    }

    [Fact]
    public async Task A_place_that_is_away_is_waited_for_and_gets_its_copy_once_it_is_back()
    {
        await AddAsync(Stick);
        Directory.Move(Stick, Stick + "-away");
        Assert.Equal(0, await DailyAsync());
        Assert.False((await PlaceAsync()).IsThere);
        Directory.Move(Stick + "-away", Stick);
        Assert.Equal(1, await DailyAsync());
        CopyPlaceAnswer place = await PlaceAsync();
        Assert.Equal((true, false, false), (place.IsThere, place.OnOwnDisk, place.HasNews));
        Assert.Equal(_journal.Clock.GetUtcNow().UtcDateTime, place.LastAtUtc);
    }

    [Fact]
    public async Task An_empty_folder_where_a_stick_was_is_not_the_stick()
    {
        await AddAsync(Stick);
        Assert.Equal(1, await DailyAsync());
        await PatientAsync(_journal);
        _journal.Get<PlaceDisk>().RootOf = _ => "own";
        Assert.False((await PlaceAsync()).IsThere);
        Assert.Equal(0, await EndingAsync());
        Assert.Single(Copies(Stick));
    }

    [Fact]
    public async Task A_place_on_the_journals_own_disk_gets_its_copies_and_does_not_count_as_safe()
    {
        _journal.Get<PlaceDisk>().RootOf = _ => "own";
        await AddAsync(Stick);
        Assert.Equal(1, await DailyAsync());
        Assert.True((await PlaceAsync()).OnOwnDisk);
        using JournalContext journal = _journal.Context();
        Assert.Null(await CopyPlaceReader.LastSafeAsync(journal));
    }

    [Fact]
    public async Task A_place_that_refuses_is_asked_again_an_hour_later()
    {
        await AddAsync(Stick);
        string taken = Path.Combine(Stick, CopyFolders.NameOf(_journal.Get<PracticeClock>().Local(_journal.Clock.GetUtcNow().UtcDateTime)));
        Directory.CreateDirectory(taken);
        Assert.Equal(0, await DailyAsync());
        CopyPlaceAnswer place = await PlaceAsync();
        Assert.IsType<CopyOutcome.Failed>(_journal.Get<AutomaticCopies>().RefusalOf(place.Id));
        Directory.Delete(taken);
        Assert.Equal(0, await DailyAsync());
        Assert.Equal(1, await EndingAsync());
        Assert.Null(_journal.Get<AutomaticCopies>().RefusalOf(place.Id));
    }

    [Fact]
    public async Task A_clock_set_back_keeps_no_copy_from_being_made_and_removes_none()
    {
        await AddAsync(Stick);
        for (int day = 0; day < 4; day++)
        {
            await PatientAsync(_journal, $"Exemple{day}");
            Assert.Equal(1, await DailyAsync());
            _journal.Clock.Advance(day == 1 ? TimeSpan.FromDays(-400) : TimeSpan.FromDays(1));
        }

        Assert.Equal(4, Copies(Stick).Length);
    }

    [Fact]
    public async Task What_killed_copies_left_is_tidied_and_what_is_not_ours_stays()
    {
        await AddAsync(Stick);
        string left = Path.Combine(Stick, "CareJournal 2026-11-20 18h00m00.unfinished");
        string others = Path.Combine(Stick, "CareJournal 2026-11-21 18h00m00.unfinished");
        string own = Path.Combine(Stick, "CareJournal à moi");
        foreach (string folder in new[] { left, others, own })
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "journal.db"), "half");
        }

        File.Copy(_journal.File.Folder.KeyHeaderPath, Path.Combine(left, "journal.key"));
        Assert.Equal(1, await DailyAsync());
        Assert.Equal([false, true, true], new[] { left, others, own }.Select(Directory.Exists));
        Assert.Single(CopyFolders.In(Stick));
    }

    [Fact]
    public async Task The_fourth_copy_of_a_day_lets_the_first_go_but_never_one_with_something_else_in_it_or_of_another_journal()
    {
        await AddAsync(Stick);
        using TestJournal other = TestJournal.NotCreated();
        string foreign = Path.Combine(Stick, "CareJournal 2020-01-01 10h00m00");
        for (int number = 0; number < 5; number++)
        {
            await PatientAsync(_journal, $"Exemple{number}");
            Assert.Equal(1, await EndingAsync());
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
            if (number == 0)
            {
                File.WriteAllText(Path.Combine(CopyFolders.In(Stick)[0], "note.txt"), "à garder");
                Directory.CreateDirectory(foreign);
                File.WriteAllText(Path.Combine(foreign, "journal.db"), "");
                using MasterKey master = MasterKey.Create();
                KeyHeader.Create(master, Passphrase.From(TestJournal.Passphrase), RecoveryCode.Create(), new DateOnly(2026, 11, 22), FewestRounds.Quick).WriteTo(Path.Combine(foreign, "journal.key"));
            }
        }

        // Of five: the newest three and the one with a note; and the other journal's.
        Assert.Equal(["13h00m00", "13h02m00", "13h03m00", "13h04m00"], Copies(Stick).Where(name => name.Contains("2026", StringComparison.Ordinal)).Select(name => name[^8..]));
        Assert.True(Directory.Exists(foreign));
    }

    [Fact]
    public async Task Rotation_stops_once_the_journal_does_not_verify()
    {
        await AddAsync(Stick);
        await PatientAsync(_journal);
        _journal.Run("UPDATE Acts SET Reason = 'nobody wrote this' WHERE Kind = 'PatientAdded'");
        for (int number = 0; number < 5; number++)
        {
            await PatientAsync(_journal, $"Exemple{number}");
            Assert.Equal(1, await EndingAsync());
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(5, Copies(Stick).Length);
    }

    [Fact]
    public async Task A_second_program_that_copies_to_the_same_place_leaves_it_to_the_first()
    {
        using FileStream? turn = CopyFolders.TakeTurn(Stick);
        Assert.NotNull(turn);
        Assert.Equal(StorageFault.Busy, Assert.IsType<CopyOutcome.Failed>(await _journal.Get<JournalCopier>().CopyAsync(Stick)).Fault);
        Assert.Empty(Directory.EnumerateDirectories(Stick));
    }

    [Fact]
    public async Task A_copy_that_is_stopped_leaves_nothing()
    {
        using CancellationTokenSource stop = new();
        _journal.Get<JournalCopier>().Written += _ => stop.Cancel();
        Assert.IsType<CopyOutcome.Stopped>(await _journal.Get<JournalCopier>().CopyAsync(Stick, cancellation: stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Stick));
    }

    [Fact]
    public async Task The_folder_of_a_journal_a_missing_one_and_one_that_is_a_place_already_are_refused()
    {
        await AddAsync(Stick);
        CopyPlaceRecorder recorder = _journal.Get<CopyPlaceRecorder>();
        Assert.Equal(ProblemKind.ListedAlready, Problem(await recorder.AddAsync(Stick + "/")));
        Assert.Equal(ProblemKind.NoSuchFolder, Problem(await recorder.AddAsync(Stick + "-none")));
        Assert.Equal(ProblemKind.NoSuchFolder, Problem(await recorder.AddAsync("stick")));
        Assert.Equal(ProblemKind.FolderOfJournal, Problem(await recorder.AddAsync(_journal.File.Folder.Path)));
        Assert.Equal(ProblemKind.FolderOfJournal, Problem(await recorder.AddAsync(Directory.CreateDirectory(Path.Combine(_journal.File.Folder.Path, "copies")).FullName)));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_desk, "another")).FullName, "journal.db"), "");
        Assert.Equal(ProblemKind.FolderOfJournal, Problem(await recorder.AddAsync(Path.Combine(_desk, "another"))));
    }

    [Fact]
    public async Task A_copy_that_is_made_while_one_saves_is_the_whole_journal_of_one_moment()
    {
        Guid person = await PatientAsync(_journal);
        for (int week = 0; week < 40; week++)
        {
            await VisitAsync(_journal, person, $"{Day("2026-01-05").AddDays(7 * week):yyyy-MM-dd}", note: new string('n', 30_000));
        }

        using CancellationTokenSource copied = new();
        int saved = 0;
        Task saving = Task.Run(async () =>
        {
            for (; !copied.IsCancellationRequested; saved++)
            {
                await PatientAsync(_journal, $"Exemple{saved}");
            }
        });
        for (int round = 0; round < 4; round++)
        {
            int before = Volatile.Read(ref saved);
            CopyOutcome.Verified copy = Assert.IsType<CopyOutcome.Verified>(await _journal.Get<JournalCopier>().CopyAsync(Stick));
            int after = Volatile.Read(ref saved);
            FolderCheckAnswer.Checked check = Assert.IsType<FolderCheckAnswer.Checked>(await FolderCheck.RunAsync(new JournalFolder(copy.Path), TestJournal.Passphrase, FewestRounds.Quick));
            Assert.Equal(copy.Head, Assert.IsType<CheckAnswer.Whole>(check.Answer).Acts);
            Assert.InRange(copy.Head, before + 42, after + 60);
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await copied.CancelAsync();
        await saving;
        Assert.True(saved > 4, "Nothing was saved meanwhile.");
    }

    private static ProblemKind Problem(SaveOutcome outcome) => Assert.Single(Assert.IsType<SaveOutcome.Invalid>(outcome).Problems).Kind;

    private static string[] Copies(string place) => [.. Directory.EnumerateDirectories(place).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private async Task AddAsync(string place) => IsSaved(await _journal.Get<CopyPlaceRecorder>().AddAsync(place));

    private async Task<CopyPlaceAnswer> PlaceAsync() => Assert.Single(await _journal.Get<CopyPlaceReader>().ReadAsync());

    private Task<int> DailyAsync() => _journal.Get<AutomaticCopies>().MakeDueAsync(CopyOccasion.Daily, CancellationToken.None);

    private Task<int> EndingAsync() => _journal.Get<AutomaticCopies>().MakeDueAsync(CopyOccasion.Ending, CancellationToken.None);
}
