using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Reviews;
using CareJournal.Support;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>The search for words in one person's record.</summary>
public sealed class RecordSearchTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public async Task A_theme_is_counted_by_its_places_and_finds_these_and_no_longer_word()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: "Nuits courtes (#Sommeil, #sommeil). #travail");
        await VisitAsync(_journal, person, "2025-02-03", note: "#sommeilleuse");
        Guid goal = IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Dormir #sommeil" })).RowId;
        await VisitAsync(_journal, await PatientAsync(_journal), "2025-03-03", note: "#ailleurs");
        RecordSearchReader reader = _journal.Get<RecordSearchReader>();
        Assert.Equal([("sommeil", 2), ("sommeilleuse", 1), ("travail", 1)], (await reader.ReadThemesAsync(person)).Select(theme => (theme.Word, theme.Places)));
        Assert.Equal(new HashSet<(RecordPlace, Guid)> { (RecordPlace.Visit, visit), (RecordPlace.Goal, goal) }, [.. (await reader.FindThemeAsync(person, "sommeil")).Select(hit => (hit.Place, hit.Id))]);
        Assert.Empty(await reader.FindThemeAsync(person, "ailleurs"));
    }

    [Fact]
    public async Task Words_are_found_wherever_they_were_written_and_in_this_record_alone()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: "Longue promenade près de la rivière, sans le payer.");
        Guid flareUp = IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2025, 3), WhatHelped = "La RIVIERE" })).RowId;
        Guid lifeEvent = IsSaved(await _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.InYear(2024), Words = "Maison au bord de la rivière" })).RowId;
        await VisitAsync(_journal, await PatientAsync(_journal), "2025-01-06", note: "rivière");

        IReadOnlyList<RecordHit> hits = await _journal.Get<RecordSearchReader>().FindAsync(person, "rivière");
        Assert.Equal([(RecordPlace.FlareUp, flareUp), (RecordPlace.Visit, visit), (RecordPlace.LifeEvent, lifeEvent)], hits.Select(hit => (hit.Place, hit.Id)));
    }

    [Fact]
    public async Task Goals_tools_reviews_news_and_words_are_searched_too_with_all_their_steps()
    {
        Guid person = await PatientAsync(_journal);
        GoalRecorder goals = _journal.Get<GoalRecorder>();
        Guid goal = IsSaved(await goals.RecordAsync(new GoalForm { PatientId = person, Words = "Aller jusqu’au pont" })).RowId;
        IsSaved(await goals.MoveAsync(new GoalMove { GoalId = goal, State = GoalState.Active, Line = "Presque à la rivière." }));
        Guid tool = IsSaved(await _journal.Get<ToolRecorder>().RecordAsync(new ToolForm { PatientId = person, Kind = ToolKind.KnowHow, Label = "Écouter la rivière" })).RowId;
        Guid review = IsSaved(await _journal.Get<ReviewRecorder>().RecordAsync(new ReviewForm { PatientId = person, Needs = "Retrouver la rivière" })).RowId;
        Guid contact = IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, Words = "Une photo de la rivière" })).RowId;
        Guid word = IsSaved(await _journal.Get<WordToSelfRecorder>().RecordAsync(new WordToSelfForm { PatientId = person, Words = "La rivière est restée à sa place." })).RowId;

        IReadOnlyList<RecordHit> hits = await _journal.Get<RecordSearchReader>().FindAsync(person, "rivière");
        Assert.Equal(
            new HashSet<(RecordPlace, Guid)> { (RecordPlace.Goal, goal), (RecordPlace.Tool, tool), (RecordPlace.Review, review), (RecordPlace.Contact, contact), (RecordPlace.WordToSelf, word) },
            [.. hits.Select(hit => (hit.Place, hit.Id))]);
        Assert.Equal("Presque à la rivière.", hits.Single(hit => hit.Place == RecordPlace.Goal).Excerpt);
    }

    [Fact]
    public async Task The_line_about_the_rhythm_that_was_typed_with_a_session_leads_to_the_session()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2025-01-06"), JustifiesRhythm = "Le temps que la rivière baisse" })).RowId;
        RecordHit hit = Assert.Single(await _journal.Get<RecordSearchReader>().FindAsync(person, "rivière"));
        Assert.Equal((RecordPlace.Visit, visit), (hit.Place, hit.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" r ")]
    [InlineData("%")]
    [InlineData("nulle part")]
    public async Task Nothing_is_found_for_one_letter_or_for_words_that_appear_nowhere(string? text)
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2025-01-06", note: "Rien de tel, r");
        Assert.Empty(await _journal.Get<RecordSearchReader>().FindAsync(person, text));
    }

    [Theory]
    [InlineData("Douleur de l’épaule", "l'épaule")]
    [InlineData("Douleur de l'épaule", "l’epaule")]
    [InlineData("point d\u02BCunion", "d'union")]
    [InlineData("elle dit «\u00A0plus jamais\u00A0»", "\"plus jamais\"")]
    [InlineData("elle dit \"plus jamais\"", "« plus jamais »")]
    [InlineData("un rendez\u2011vous manqué", "rendez-vous")]
    [InlineData("marche – lente", "marche - lente")]
    [InlineData("et puis… rien", "puis... rien")]
    [InlineData("mal de\ndos", "mal de dos")]
    [InlineData("20\u00A0minutes", "20 minutes")]
    [InlineData("pourquoi\u202F?", "pourquoi ?")]
    [InlineData("le cœur serré", "coeur")]
    [InlineData("médecine 李", "李")]
    public async Task One_form_of_a_sign_finds_the_others(string note, string text)
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: note);
        Assert.Equal(visit, Assert.Single(await _journal.Get<RecordSearchReader>().FindAsync(person, text)).Id);
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_found()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2025-01-06", note: "rivière");
        IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(visit, 1));
        Assert.Empty(await _journal.Get<RecordSearchReader>().FindAsync(person, "rivière"));
    }

    [Fact]
    public void An_excerpt_is_cut_between_words_and_never_inside_a_letter()
    {
        string text = string.Concat(Enumerable.Repeat("😀 mot ", 40)) + "la rivière " + string.Concat(Enumerable.Repeat("mot 😀 ", 40));
        string excerpt = RecordSearchReader.Excerpt(text, "riviere")!;
        Assert.StartsWith("…", excerpt, StringComparison.Ordinal);
        Assert.Contains("la rivière", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain(excerpt, character => char.IsSurrogate(character) && excerpt.EnumerateRunes().Any(rune => rune.Value == 0xFFFD));
    }
}
