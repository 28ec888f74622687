using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Search;

/// <summary>Tests that a text is found as soon as it is saved, as it is saved, and only while it is in the record.</summary>
public sealed class SearchReaderTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_note_is_found_by_two_words_of_it_in_whoevers_record_it_is()
    {
        Guid first = await PatientAsync(_journal, "Petit", "Jean");
        Guid second = await PatientAsync(_journal, "Grand", "Anne");
        Guid visit = await VisitAsync(_journal, first, "2025-01-06", note: "Elle nage de nouveau ; l’épaule tient bien.");
        await VisitAsync(_journal, second, "2025-02-03", note: "L’épaule au repos.");
        Assert.Equal([(first, RecordPlace.Visit, visit, "Elle nage de nouveau ; l’épaule tient bien.")], (await FindAsync("EPAULE nag")).Select(hit => (hit.PatientId, hit.Place, hit.Id, hit.Excerpt)));
        Assert.Equal([second, first], (await FindAsync("épaule")).Select(hit => hit.PatientId));
        Assert.Empty(await FindAsync("paule"));
        Assert.Empty(await FindAsync("\"tient l'epaule\""));
        Assert.Single(await FindAsync("\"epaule tient\""));
    }

    [Fact]
    public async Task Every_table_with_texts_is_searched_and_its_places_are_shown()
    {
        using JournalContext journal = _journal.Context();
        journal.Database.OpenConnection();
        Assert.Equal(
            ["AbsenceNotes", "AwayDecisions", "Conditions", "Contacts", "Episodes", "FlareUps", "GoalSteps", "Goals", "LifeEvents", "NextSteps", "Patients", "PromptDismissals", "Reviews", "ToolSteps", "Tools", "Visits", "WordsToSelf"],
            SearchedTable.Of(journal.Model).Select(table => table.Table));

        // Also the place of each is known: a row is written into the index by hand, and read as if its table were full.
        Guid person = await PatientAsync(_journal);
        foreach (SearchedTable table in SearchedTable.Of(journal.Model))
        {
            SearchIndex.Write(journal, table, Guid.CreateVersion7(), person, ["zibeline"]);
        }

        Assert.Empty(await FindAsync("zibeline"));
    }

    [Fact]
    public async Task What_is_changed_is_found_as_it_is_now()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: "Longue promenade.");
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "Courte sortie.")));
        Assert.Empty(await FindAsync("promenade"));
        Assert.Single(await FindAsync("sortie"));
    }

    [Fact]
    public async Task What_is_declared_entered_in_error_is_not_found_and_is_again_when_that_is_undone()
    {
        Guid person = await PatientAsync(_journal);
        Guid flareUp = IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2025, 3), WhatHelped = "La chaleur" })).RowId;
        Guid act = IsSaved(await _journal.Get<FlareUpRecorder>().VoidAsync(flareUp, 1)).ActId;
        Assert.Empty(await FindAsync("chaleur"));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(act));
        Assert.Single(await FindAsync("chaleur"));
    }

    [Fact]
    public async Task A_save_that_is_refused_leaves_nothing_to_be_found()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: "Longue promenade.");
        VisitForm stale = await FormAsync(_journal, visit, "Courte sortie.");
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "Belle randonnée.")));
        Assert.IsType<SaveOutcome.Stale>(await _journal.Get<VisitRecorder>().RecordAsync(stale));
        Assert.Empty(await FindAsync("sortie"));
        Assert.Single(await FindAsync("randonnée"));
    }

    [Fact]
    public async Task What_a_merged_person_said_is_found_with_the_one_who_stays()
    {
        Guid stays = await PatientAsync(_journal, "Petit", "Jean");
        Guid goes = await PatientAsync(_journal, "Petit", "Jean");
        await VisitAsync(_journal, goes, "2025-01-06", note: "Longue promenade.");
        IsSaved(await _journal.Get<PatientMergeRecorder>().MergeAsync(stays, goes));
        Assert.Equal(stays, Assert.Single(await FindAsync("promenade")).PatientId);
    }

    [Fact]
    public async Task Steps_lead_to_what_they_are_about_and_a_place_is_named_once()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", new NextStepForm { Kind = NextStepKind.DoorOpen, SignsToComeBack = "si la rivière déborde" }, note: "Au bord de la rivière.");
        Guid goal = IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Aller à la rivière" })).RowId;
        IsSaved(await _journal.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = goal, State = GoalState.Active, Line = "Presque à la rivière." }));
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, Words = "Une photo de la rivière" }));
        Assert.Equal(
            new HashSet<(RecordPlace, Guid)> { (RecordPlace.Visit, visit), (RecordPlace.Goal, goal) },
            [.. (await FindAsync("riviere")).Where(hit => hit.Place != RecordPlace.Contact).Select(hit => (hit.Place, hit.Id))]);
    }

    [Fact]
    public async Task A_theme_is_found_as_a_theme_and_as_a_word_and_the_frequent_ones_come_first()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2025-01-06", note: "Nuits courtes. #Sommeil #fatigue");
        await VisitAsync(_journal, person, "2025-02-03", note: "Mieux dormi (#sommeil).");
        await VisitAsync(_journal, person, "2025-03-03", note: "Le sommeil revient.");
        Assert.Equal(2, (await FindAsync("#sommeil")).Count);
        Assert.Equal(3, (await FindAsync("sommeil")).Count);
        Assert.Equal([("sommeil", 2), ("fatigue", 1)], (await _journal.Get<SearchReader>().ReadThemesAsync()).Select(theme => (theme.Word, theme.Places)));
    }

    [Fact]
    public async Task More_places_than_are_shown_are_counted()
    {
        Guid person = await PatientAsync(_journal);
        using (JournalContext journal = _journal.Context())
        {
            journal.Database.OpenConnection();
            SearchedTable visits = SearchedTable.Of(journal.Model).Single(table => table.Table == "Visits");
            for (int number = 0; number < SearchReader.Most + 20; number++)
            {
                SearchIndex.Write(journal, visits, Guid.CreateVersion7(), person, ["zibeline"]);
            }
        }

        await VisitAsync(_journal, person, "2025-01-06", note: "zibeline");
        SearchAnswer answer = await _journal.Get<SearchReader>().FindAsync("zibeline");
        Assert.Equal((1, SearchReader.Most + 21), (answer.Hits.Count, answer.Count));
    }

    [Fact]
    public async Task An_index_that_is_written_anew_finds_the_same()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: "Longue promenade. #marche");
        await VisitAsync(_journal, person, "2025-02-03", note: "Courte promenade.");
        Guid gone = await VisitAsync(_journal, person, "2025-03-03", note: "Promenade à effacer.");
        IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(gone, 1));
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "Longue promenade au soleil. #marche")));
        IReadOnlyList<SearchHit> before = await FindAsync("promenade");
        using (JournalContext journal = _journal.Context())
        {
            SearchIndex.Rebuild(journal);
        }

        Assert.Equal(2, before.Count);
        Assert.Equal(before, await FindAsync("promenade"));
        Assert.Single(await FindAsync("soleil"));
        Assert.Empty(await FindAsync("effacer"));
        Assert.Single(await _journal.Get<SearchReader>().ReadThemesAsync());
    }

    private async Task<IReadOnlyList<SearchHit>> FindAsync(string typed) => (await _journal.Get<SearchReader>().FindAsync(typed)).Hits;
}
