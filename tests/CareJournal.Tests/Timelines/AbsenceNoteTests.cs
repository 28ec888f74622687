using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>A note about a pause is stored with its days and shown on the gap it overlaps most.</summary>
public sealed class AbsenceNoteTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    [Theory]
    [InlineData("2024-02-01", "2024-05-31", "2024-01-08")]
    [InlineData("2024-11-01", "2025-08-01", "2024-12-02")]
    [InlineData("2024-11-21", "2024-12-12", "2024-06-03")]
    [InlineData("2024-06-03", "2024-06-03", null)]
    [InlineData("2026-08-01", null, "2026-07-06")]
    public async Task A_note_is_shown_on_the_gap_it_overlaps_most_the_earlier_on_a_tie(string from, string? to, string? gap)
    {
        // Gaps: 2024-01-08 … 06-03, 2024-06-03 … 12-02, 2024-12-02 … 2026-07-06, and the present one.
        Guid person = await PersonAsync("2024-01-08", "2024-06-03", "2024-12-02", "2026-07-06");
        await NoteAsync(person, from, to);
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.Equal(4, timeline.Gaps.Count);
        Assert.Equal(gap is null ? [] : [Day(gap)], timeline.Gaps.Where(found => found.Note is not null).Select(found => found.From));
        Assert.Equal(gap is null ? 1 : 0, timeline.LooseNotes.Count);
    }

    [Fact]
    public async Task An_open_note_ends_with_the_next_held_visit()
    {
        Guid person = await PersonAsync("2024-01-08");
        await NoteAsync(person, "2024-05-20", null);
        Assert.Equal(Day("2024-01-08"), Assert.Single((await TimelineAsync(person)).Gaps).From);

        // 14 days of the first gap, against all of a much longer second one: a note without an end would move.
        await VisitAsync(_journal, person, "2024-06-03");
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.NotNull(timeline.Gaps[0].Note);
        Assert.Null(timeline.Gaps[1].Note);
    }

    [Fact]
    public async Task A_visit_that_is_entered_later_into_the_gap_loses_no_note()
    {
        Guid person = await PersonAsync("2024-01-08", "2024-06-03");
        await NoteAsync(person, "2024-03-01", "2024-03-10");
        foreach (string day in new[] { "2024-02-05", "2024-03-05", "2024-04-08", "2024-05-06" })
        {
            await VisitAsync(_journal, person, day);
        }

        Assert.Single((await TimelineAsync(person)).LooseNotes);
    }

    [Fact]
    public async Task A_note_that_ends_before_it_begins_or_begins_tomorrow_is_refused()
    {
        Guid person = await PatientAsync(_journal);
        AbsenceNoteRecorder recorder = _journal.Get<AbsenceNoteRecorder>();
        Assert.Equal(ProblemKind.EndBeforeStart, IsInvalid(await recorder.RecordAsync(new AbsenceNoteForm { PatientId = person, From = Day("2026-02-02"), To = Day("2026-02-01") }), nameof(AbsenceNoteForm.To)));
        Assert.Equal(ProblemKind.AfterToday, IsInvalid(await recorder.RecordAsync(new AbsenceNoteForm { PatientId = person, From = Day("2026-11-23") }), nameof(AbsenceNoteForm.From)));
    }

    private async Task<Guid> PersonAsync(params string[] visits)
    {
        Guid person = await PatientAsync(_journal);
        foreach (string day in visits)
        {
            await VisitAsync(_journal, person, day);
        }

        return person;
    }

    private async Task NoteAsync(Guid person, string from, string? to) => IsSaved(await _journal.Get<AbsenceNoteRecorder>().RecordAsync(
        new AbsenceNoteForm { PatientId = person, From = Day(from), To = to is null ? null : Day(to), HowItWas = HowItWas.RatherWell }));

    private async Task<PatientTimeline> TimelineAsync(Guid person) => (await _journal.Get<TimelineReader>().ReadAsync(person))!;
}
