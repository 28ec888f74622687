using System.Text;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Demo;

public sealed class DemoJournalTests
{
    private const string Now = "2026-11-22";

    public static TheoryData<string> Days => [Now, "2027-01-05", "2027-09-02", "2028-05-02"];

    [Fact]
    public async Task The_same_seed_writes_the_same_rows_with_the_same_ids()
    {
        Assert.Equal(await ContentAsync(DemoJournal.DefaultSeed), await ContentAsync(DemoJournal.DefaultSeed));
        Assert.NotEqual(await ContentAsync(DemoJournal.DefaultSeed), await ContentAsync(3));
    }

    [Fact]
    public async Task A_row_is_stored_as_an_ordinary_save_would_have_left_it()
    {
        using TestJournal journal = await FilledAsync(Now);
        await using JournalContext context = journal.Context();
        SyntheticPerson claire = SyntheticCareer.Create(DemoSize.Demo, Some.Day(Now)).People[0];
        Patient patient = await context.Patients.OrderBy(person => person.Id).FirstAsync(person => person.FamilyName == "Vasseur");
        List<Visit> visits = await context.Visits.Where(visit => visit.PatientId == patient.Id).OrderBy(visit => visit.HeldOn).ToListAsync();

        Assert.Equal((claire.BirthDate, claire.StandingNote, 1), (patient.BirthDate, patient.StandingNote, patient.Revision));
        Assert.Equal(claire.OwnScales, patient.OwnScales);
        Assert.Equal(
            claire.Visits.Select(visit => (visit.On, visit.Status, visit.Impression, visit.Agreed, visit.Note, visit.WhatWasDone, visit.Minutes)),
            visits.Select(visit => (visit.HeldOn, visit.Status, visit.Impression, visit.Agreed, visit.Note, visit.WhatWasDone, visit.Minutes)));
        Assert.Equal(
            claire.FlareUps.Select(flare => (flare.Start, flare.End, flare.ReportedOn)).Order(Comparer<(Dates.FuzzyDate, Dates.FuzzyDate?, DateOnly)>.Create((one, other) => string.CompareOrdinal($"{one}", $"{other}"))),
            (await context.FlareUps.Where(flare => flare.PatientId == patient.Id).ToListAsync()).Select(flare => (flare.Start, flare.End, flare.ReportedOn)).Order(Comparer<(Dates.FuzzyDate, Dates.FuzzyDate?, DateOnly)>.Create((one, other) => string.CompareOrdinal($"{one}", $"{other}"))));
        Assert.Equal(
            claire.Visits.Sum(visit => visit.Scores.Sum(score => score.Value ?? 0)),
            await context.Measures.Where(measure => measure.PatientId == patient.Id).SumAsync(measure => measure.Value ?? 0));
    }

    [Fact]
    public async Task Every_row_has_the_act_that_made_it_and_every_act_is_before_today()
    {
        using TestJournal journal = await FilledAsync(Now);
        await using JournalContext context = journal.Context();
        List<RowVersion> versions = await context.RowVersions.AsNoTracking().ToListAsync();
        Dictionary<Guid, Act> acts = await context.Acts.AsNoTracking().ToDictionaryAsync(act => act.Id);
        Dictionary<Guid, RowVersion> made = versions.Where(version => version.Before is null).ToDictionary(version => version.RowId);
        ILookup<Guid, int> revisions = versions.ToLookup(version => version.RowId, version => version.RevisionAfter);

        RecordedRow[] rows =
        [
            .. context.Patients, .. context.Conditions, .. context.Episodes, .. context.Visits, .. context.NextSteps, .. context.Measures,
            .. context.FlareUps, .. context.LifeEvents, .. context.AbsenceNotes, .. context.Reviews, .. context.AwayDecisions, .. context.Goals, .. context.GoalSteps, .. context.Tools, .. context.ToolSteps,
            .. context.WordsToSelf, .. context.Contacts, .. context.Closures, .. context.Settings,
        ];
        Assert.Equal(rows.Length, made.Count);
        Assert.All(rows, row => Assert.Equal(Enumerable.Range(1, row.Revision), revisions[row.Id].Order()));
        Assert.All(rows.OfType<PatientRow>(), row => Assert.Equal(row.PatientId, acts[made[row.Id].ActId].PatientId));
        Assert.All(acts.Values, act => Assert.True(DateOnly.FromDateTime(act.AtUtc) < Some.Day(Now)));
    }

    [Fact]
    public async Task Ids_are_in_the_order_of_the_acts()
    {
        using TestJournal journal = await FilledAsync(Now);
        await using JournalContext context = journal.Context();
        List<Act> acts = await context.Acts.AsNoTracking().Where(act => act.PatientId != null).OrderBy(act => act.Id).ToListAsync();
        Assert.Equal(acts.OrderBy(act => act.AtUtc).Select(act => act.AtUtc), acts.Select(act => act.AtUtc));
        Assert.All(acts, act => Assert.Equal(7, act.Id.Version));
    }

    [Fact]
    public async Task The_last_session_can_be_taken_back_like_any_other()
    {
        using TestJournal journal = await FilledAsync(Now);
        await using JournalContext context = journal.Context();
        Guid act = await context.Acts.Where(act => act.Kind == ActKind.VisitLogged).OrderByDescending(act => act.AtUtc).Select(act => act.Id).FirstAsync();
        Some.IsSaved(await journal.Get<UndoRecorder>().UndoAsync(act));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Everybodys_own_page_shows_the_state_that_the_review_shows(string today)
    {
        using TestJournal journal = await FilledAsync(today);
        foreach (AwayFacts person in journal.Get<VisitDates>().All())
        {
            Timelines.PatientTimeline timeline = await Some.TimelineAsync(journal, person.PatientId);
            AwayJudgement judgement = journal.Judge(person.PatientId);
            Assert.Equal(judgement.State, AwayJudgement.StateOf(timeline));
            Assert.Equal(judgement.Series?.Due == true && !(person.LastVisit < person.AskedFrom), Prompts.Of(timeline).Contains(Reviews.Prompt.Series));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Every_state_list_and_band_of_the_review_is_shown(string today)
    {
        using TestJournal journal = await FilledAsync(today);
        AwayFacts[] facts = [.. journal.Get<VisitDates>().All()];
        AwayJudgement[] judged = [.. facts.Select(person => journal.Judge(person.PatientId))];
        AwayAnswer answer = await journal.Get<AwayReader>().ReadAsync();

        Assert.Equal(Enum.GetValues<AwayState>(), judged.Select(judgement => judgement.State).Distinct().Order());
        Assert.InRange(answer.Late.Count, 3, 6);
        Assert.InRange(answer.Undecided.Count, 3, 6);
        Assert.InRange(answer.SeriesToReview.Count, 2, 4);
        Assert.InRange(answer.DoorOpen.Count, 12, 22);
        Assert.Equal(Enum.GetValues<AwayBand>().Skip(1), answer.DoorOpen.Select(row => row.Band).Distinct().Order());
        Assert.Contains(facts, person => person.LastVisit is { } last && AwayJudgement.BandOf(last, Some.Day(today)) == AwayBand.UnderThreeMonths);
        Assert.Equal(3, judged.Count(judgement => judgement.State == AwayState.NoVisit));
        Assert.Equal(Enum.GetValues<AwayDecisionKind>(), facts.SelectMany(person => person.Decisions).Select(decision => decision.Kind).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Several_people_come_today_and_five_of_them_at_a_time(string today)
    {
        using TestJournal journal = await FilledAsync(today);
        await using JournalContext context = journal.Context();
        DateOnly day = Some.Day(today);
        List<Visit> visits = await context.Visits.Where(visit => visit.HeldOn == day).ToListAsync();
        Assert.InRange(visits.Count, 6, 8);
        Assert.All(visits, visit => Assert.Equal(VisitStatus.Planned, visit.Status));
        Assert.Equal(5, visits.Count(visit => visit.StartsAt is not null));
    }

    [Fact]
    public async Task Among_them_are_every_way_to_end_a_minor_a_single_visit_and_a_long_weekly_series()
    {
        using TestJournal journal = await FilledAsync(Now);
        await using JournalContext context = journal.Context();
        List<Patient> patients = await context.Patients.AsNoTracking().ToListAsync();
        Dictionary<Guid, int> held = await context.Visits.Where(visit => visit.Status == VisitStatus.Held).GroupBy(visit => visit.PatientId).ToDictionaryAsync(group => group.Key, group => group.Count());
        Assert.Equal(Enum.GetValues<PatientClosing>(), patients.Select(patient => patient.Closing).OfType<PatientClosing>().Distinct().Order());
        Assert.Single(patients, patient => patient.DeceasedOn is not null);
        Assert.Contains(patients, patient => patient.BirthDate > Some.Day(Now).AddYears(-18));
        Assert.Contains(held.Values, visits => visits == 1);
        Assert.Contains(held.Values, visits => visits >= 30);
        Assert.Contains(await context.Visits.Where(visit => visit.Status == VisitStatus.NoShow).ToListAsync(), visit => visit.EpisodeId is null);
        Assert.Contains(await context.Episodes.ToListAsync(), episode => episode is { ClosedOn: not null, OpenedBecause: not OpenedBecause.NotSaid });
    }

    [Fact]
    public async Task Claire_has_tools_goals_a_review_a_word_and_a_contact_and_about_half_of_the_others_have_something()
    {
        using TestJournal journal = await FilledAsync(Now);
        await using JournalContext context = journal.Context();
        Guid claire = await context.Patients.Where(person => person.FamilyName == "Vasseur").Select(person => person.Id).FirstAsync();
        Timelines.PatientTimeline timeline = (await journal.Get<Timelines.TimelineReader>().ReadAsync(claire))!;
        Timelines.Briefing briefing = Timelines.Briefing.Of(timeline);
        Assert.Equal((2, 3), (briefing.Goals.Count, briefing.Tools.Count));
        Assert.StartsWith("Une chose à la fois", briefing.Word!.Words, StringComparison.Ordinal);
        Assert.Equal(Reviews.ReviewKind.Interim, timeline.Reviews[^1].Kind);
        Reviews.ReviewForm review = timeline.Reviews[^1].AsForm(timeline);
        Assert.Equal((2, 1), (review.Goals.Count, review.Tools.Count));
        Assert.Single(timeline.Contacts);
        Guid[] others = [.. (await context.Goals.Select(goal => goal.PatientId).ToListAsync()).Concat(await context.Tools.Select(tool => tool.PatientId).ToListAsync()).Distinct().Where(id => id != claire)];
        Assert.InRange(others.Length, 24, 35);
    }

    [Fact]
    public async Task Some_of_them_have_themes_and_Claire_has_more_than_one()
    {
        using TestJournal journal = await FilledAsync(Now);
        IReadOnlyList<Search.PeopleTheme> themes = await journal.Get<Search.ThemeReader>().ReadAsync();
        Assert.Equal(["famille", "marche", "sommeil", "travail"], themes.Select(theme => theme.Word));
        Assert.All(themes, theme => Assert.InRange(theme.People.Count, 3, 30));
        await using JournalContext context = journal.Context();
        Guid claire = await context.Patients.Where(person => person.FamilyName == "Vasseur").Select(person => person.Id).FirstAsync();
        Assert.InRange((await journal.Get<Timelines.RecordSearchReader>().ReadThemesAsync(claire)).Count, 2, 4);
    }

    [Fact]
    public async Task A_journal_that_holds_somebody_is_left_as_it_is()
    {
        using TestJournal journal = TestJournal.Open();
        await Some.PatientAsync(journal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => DemoJournal.FillAsync(journal.File, DemoSize.Demo, Some.Day(Now)));
        await using JournalContext context = journal.Context();
        Assert.Equal(1, await context.Patients.CountAsync());
    }

    private static async Task<TestJournal> FilledAsync(string today, int seed = DemoJournal.DefaultSeed)
    {
        TestJournal journal = TestJournal.Open(today);
        DemoCounts counts = await DemoJournal.FillAsync(journal.File, DemoSize.Demo, Some.Day(today), seed);
        Assert.Equal(60, counts.People);
        return journal;
    }

    private static async Task<string> ContentAsync(int seed)
    {
        using TestJournal journal = await FilledAsync(Now, seed);
        using SqliteConnection connection = journal.Connection();
        StringBuilder content = new();
        foreach (string table in new[] { "Patients", "Visits", "Measures", "NextSteps", "FlareUps", "LifeEvents", "Episodes", "Acts", "RowVersions" })
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = table == "RowVersions" || table == "Acts" ? $"SELECT * FROM {table} WHERE substr(Id, 1, 1) = x'01' ORDER BY Id" : $"SELECT * FROM {table} ORDER BY Id";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (int column = 0; column < reader.FieldCount; column++)
                {
                    content.Append(reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column)).Append('|');
                }
            }
        }

        return content.ToString();
    }
}
