using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>Finding words in one person's record.</summary>
public sealed class RecordSearchTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

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

    [Theory]
    [InlineData(null)]
    [InlineData(" r ")]
    [InlineData("%")]
    [InlineData("nulle part")]
    public async Task Nothing_is_found_for_one_letter_or_for_words_that_stand_nowhere(string? text)
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2025-01-06", note: "Rien de tel, r");
        Assert.Empty(await _journal.Get<RecordSearchReader>().FindAsync(person, text));
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
