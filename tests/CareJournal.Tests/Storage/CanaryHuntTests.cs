using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Closures;
using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Drafts;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Settings;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A word put into every text of every table appears in no file: not at rest, not while a save runs, not locked, not copied.</summary>
public sealed class CanaryHuntTests : IDisposable
{
    // Written by the program itself, or a setting that names no person.
    private static readonly string[] NotTyped =
    [
        "Acts.Kind", "RowVersions.Table", "Settings.TimeZone", "Settings.CopyFolder", "Settings.VeilPin", "CopyPlaces.Path", "Acts.Detail", "Patients.OwnScales",

        // A few letters; the text beside them is hunted.
        "Snippets.Name", "Snippets.Folded", "Drafts.Form",

        // An address that contains no word of the record.
        "SavedViews.Choice",
    ];

    private readonly TestJournal _journal = TestJournal.Open();
    private readonly Canaries _canaries = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task No_word_that_was_typed_appears_in_any_file()
    {
        Guid visit = await FillEveryTextAsync();
        string folder = _journal.File.Folder.Path;
        Assert.IsType<ClaimOutcome.Owned>(_journal.File.Claim("http://127.0.0.1:5117"));
        Assert.Empty(_canaries.Hunt(folder));

        await HuntInOpenTransactionAsync(visit);
        Assert.IsType<CopyOutcome.Verified>(await _journal.Get<JournalCopier>().CopyAsync(folder));
        Assert.Empty(_canaries.Hunt(folder));

        _journal.File.Lock();
        Assert.Equal(8, Directory.EnumerateFiles(folder, "journal.*", SearchOption.AllDirectories).Count(file => !file.EndsWith(".lock", StringComparison.Ordinal)));
        Assert.Empty(_canaries.Hunt(folder));
    }

    // The hunt proves something only if it finds the words where nothing encrypts them.
    [Fact]
    public async Task The_same_hunt_finds_every_word_in_a_file_that_is_not_encrypted()
    {
        await FillEveryTextAsync();
        string plain = Directory.CreateTempSubdirectory("carejournal-plain-").FullName;
        using (SqliteConnection from = _journal.Connection())
        using (SqliteConnection into = new($"Data Source={Path.Combine(plain, "plain.db")};Pooling=False"))
        {
            into.Open();
            from.BackupDatabase(into);
        }

        Assert.Equal(_canaries.Words.Order(StringComparer.Ordinal), _canaries.Hunt(plain).Select(found => found.Split(": ")[1]).Order(StringComparer.Ordinal));
        Directory.Delete(plain, recursive: true);
    }

    [Fact]
    public async Task Every_text_of_every_table_contains_a_word_of_the_hunt()
    {
        await FillEveryTextAsync();
        await using JournalContext context = _journal.Context();
        foreach (IProperty text in context.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.GetColumnType() == "TEXT" && property.ClrType == typeof(string)))
        {
            string name = $"{text.DeclaringType.GetTableName()}.{text.GetColumnName()}";
            if (!NotTyped.Contains(name))
            {
                long rows = _journal.Ask<long>($"""SELECT COUNT(*) FROM "{text.DeclaringType.GetTableName()}" WHERE "{text.GetColumnName()}" LIKE '%Coquelicot%'""");
                Assert.True(rows > 0, $"No word was put into {name}: the hunt has to learn it.");
            }
        }
    }

    // A cache of four pages makes SQLite write during the transaction what it would otherwise keep in memory.
    private async Task HuntInOpenTransactionAsync(Guid visit)
    {
        SaveOutcome outcome = await _journal.Get<JournalWriter>().WriteAsync(ActKind.VisitChanged, null, async context =>
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA cache_size = 4; PRAGMA cache_spill = 4;");
            (await context.FindRecordedAsync<Visit>(visit))!.Void(DateTime.UnixEpoch);
            await context.Database.ExecuteSqlRawAsync("UPDATE \"Visits\" SET \"Note\" = \"Note\" || \"Note\"; UPDATE \"RowVersions\" SET \"Before\" = \"Before\" || \"Before\";");
            await context.SaveChangesAsync();
            Assert.True(new FileInfo(_journal.File.Folder.DatabasePath + "-journal").Length > 4 * 4096);
            Assert.Empty(_canaries.Hunt(_journal.File.Folder.Path));
            return new SaveOutcome.NotFound();
        });
        Assert.IsType<SaveOutcome.NotFound>(outcome);
        Assert.Empty(_canaries.Hunt(_journal.File.Folder.Path));
    }

    /// <summary>Records one of everything, and changes it, so that the earlier versions contain words too.</summary>
    private async Task<Guid> FillEveryTextAsync()
    {
        PatientForm patient = _canaries.Fill(new PatientForm());
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(patient));
        Guid person = patient.Id;
        VisitForm visit = _canaries.Fill(new VisitForm { PatientId = person, HeldOn = Day("2026-10-05"), NextStep = _canaries.Fill(new NextStepForm { Kind = NextStepKind.DoorOpen }) });
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(visit));
        VisitForm changed = await FormAsync(_journal, visit.Id, _canaries.Next("Note"));
        changed.ReasonForChange = _canaries.Next("Reason");
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(changed));
        Timelines.RecordedEpisode period = (await _journal.Get<TimelineReader>().ReadAsync(person))!.Episodes[0].Episode;
        IsSaved(await _journal.Get<EpisodeRecorder>().DescribeAsync(_canaries.Fill(new EpisodeForm { Id = period.Id, PatientId = person, Revision = 1 })));
        IsSaved(await _journal.Get<ConditionRecorder>().RecordAsync(_canaries.Fill(new ConditionForm { PatientId = person })));
        IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(_canaries.Fill(new FlareUpForm { PatientId = person, Start = FuzzyDate.InYear(2020) })));
        IsSaved(await _journal.Get<LifeEventRecorder>().RecordAsync(_canaries.Fill(new LifeEventForm { PatientId = person, Start = FuzzyDate.InYear(2020) })));
        IsSaved(await _journal.Get<AbsenceNoteRecorder>().RecordAsync(_canaries.Fill(new AbsenceNoteForm { PatientId = person, From = Day("2026-10-06") })));
        IsSaved(await _journal.Get<ReviewRecorder>().JustifyAsync(person, _canaries.Next("Justifies")));
        IsSaved(await _journal.Get<JournalWriter>().WriteAsync(ActKind.AwayDecided, person, journal =>
        {
            AwayDecision decision = new() { PatientId = person, AwayList = AwayList.Late, Kind = AwayDecisionKind.InTouch, DecidedOn = Day("2026-11-22"), Words = _canaries.Next("Words") };
            journal.Add(decision);
            return Task.FromResult<SaveOutcome>(new SaveOutcome.Saved(decision.Id, Guid.Empty));
        }));
        await FillWhatMattersAsync(person);
        IsSaved(await _journal.Get<ClosureRecorder>().AddAsync(Day("2026-08-01"), Day("2026-08-23"), _canaries.Next("Label")));
        IsSaved(await _journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.ConcludedTogether, _canaries.Next("Closing")));
        return visit.Id;
    }

    private async Task FillWhatMattersAsync(Guid person)
    {
        GoalForm goal = _canaries.Fill(new GoalForm { PatientId = person, SetOn = Day("2026-10-05") });
        ToolForm tool = _canaries.Fill(new ToolForm { PatientId = person, MetOn = Day("2026-10-05") });
        IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(goal));
        IsSaved(await _journal.Get<ToolRecorder>().RecordAsync(tool));
        ReviewForm review = _canaries.Fill(new ReviewForm { PatientId = person });
        review.Goals = [new GoalMove { GoalId = goal.Id, State = GoalState.Changed, Line = _canaries.Next("Line"), NewWords = _canaries.Next("NewWords") }];
        review.Tools = [new ToolMove { ToolId = tool.Id, State = ToolState.Readjusted, Line = _canaries.Next("Line") }];
        IsSaved(await _journal.Get<ReviewRecorder>().RecordAsync(review));
        IsSaved(await _journal.Get<PromptDismissalRecorder>().DismissAsync(person, Prompt.Series, _canaries.Next("Reason")));
        IsSaved(await _journal.Get<WordToSelfRecorder>().RecordAsync(_canaries.Fill(new WordToSelfForm { PatientId = person })));
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(_canaries.Fill(new ContactForm { PatientId = person })));
        IsSaved(await _journal.Get<SettingsRecorder>().WriteCheckInAsync(_canaries.Next("CheckInLetter"), _canaries.Next("CheckInText"), _canaries.Next("PracticeName")));
        IsSaved(await _journal.Get<SavedViewRecorder>().KeepAsync(_canaries.Next("Name"), "rank=Name"));
        IsSaved(await _journal.Get<SnippetRecorder>().RecordAsync(new SnippetForm { Name = "ep", Text = _canaries.Next("Text") }));
        Assert.IsType<DraftOutcome.Kept>(await _journal.Get<DraftRecorder>().KeepAsync(
            new DraftForm { Id = Guid.CreateVersion7(), PatientId = person, Form = "visit", Number = 1, Text = _canaries.Next("Draft") }));
    }
}
