using CareJournal.Acts;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.WordsToSelf;

/// <summary>The word for when it overflows: the latest that was not withdrawn is in force, and earlier ones are kept.</summary>
public sealed class WordToSelfTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task The_latest_word_is_in_force_until_it_is_withdrawn()
    {
        Guid person = await PatientAsync(_journal);
        WordToSelfForm first = new() { PatientId = person, On = Day("2026-03-02"), Words = "Ça passera, comme les autres fois." };
        WordToSelfForm second = new() { PatientId = person, Words = "Marche jusqu'à la rivière." };
        IsSaved(await Recorder.RecordAsync(second));
        IsSaved(await Recorder.RecordAsync(first));
        Assert.Equal([second.Words, first.Words], (await ReadAsync(person)).Select(word => word.Words));
        SaveOutcome.Saved voided = IsSaved(await Recorder.VoidAsync(second.Id, 1));
        Assert.Equal(first.Words, Assert.Single(await ReadAsync(person)).Words);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(voided.ActId));
        Assert.Equal(2, (await ReadAsync(person)).Count);
    }

    [Fact]
    public async Task It_needs_words_and_a_day_that_has_come()
    {
        Guid person = await PatientAsync(_journal);
        Assert.Equal(ProblemKind.Missing, IsInvalid(await Recorder.RecordAsync(new WordToSelfForm { PatientId = person, Words = "  " }), nameof(WordToSelfForm.Words)));
        Assert.Equal(ProblemKind.AfterToday, IsInvalid(await Recorder.RecordAsync(new WordToSelfForm { PatientId = person, Words = "x", On = Day("2026-11-23") }), nameof(WordToSelfForm.On)));
    }

    private WordToSelfRecorder Recorder => _journal.Get<WordToSelfRecorder>();

    private async Task<IReadOnlyList<TimelineWord>> ReadAsync(Guid person) => (await TimelineAsync(_journal, person)).WordsToSelf;
}
