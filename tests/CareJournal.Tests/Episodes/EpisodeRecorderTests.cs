using CareJournal.Acts;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Episodes;

/// <summary>The period that a visit joins, and what the practitioner does with periods. No rhythm is agreed, so a gap begins at 91 days.</summary>
public sealed class EpisodeRecorderTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private EpisodeRecorder Recorder => _journal.Get<EpisodeRecorder>();

    [Theory]
    [InlineData("2026-01-05", "2026-01-05")]
    [InlineData("2026-01-05 2026-04-05", "2026-01-05 2026-04-05")]
    [InlineData("2026-01-05 2026-04-06 2026-04-07", "2026-01-05 | 2026-04-06 2026-04-07")]
    [InlineData("2026-04-05 2026-01-05", "2026-01-05 2026-04-05")]
    [InlineData("2025-01-06 2026-01-05 2025-11-01", "2025-01-06 | 2025-11-01 2026-01-05")]
    [InlineData("2025-01-06 2025-07-07 2025-04-01", "2025-01-06 2025-04-01 | 2025-07-07")]
    [InlineData("2026-01-05 2026-01-05", "2026-01-05 2026-01-05")]
    public async Task A_visit_joins_the_earlier_neighbour_else_the_later_one_else_opens_a_period(string entered, string periods) =>
        Assert.Equal(periods, await PeriodsAsync(_journal, await PersonAsync(entered)));

    [Fact]
    public async Task The_practitioner_may_continue_across_a_gap_or_open_a_period_without_one()
    {
        Guid person = await PersonAsync("2025-01-06");
        await LogAsync(person, "2026-01-05", EpisodeChoice.ContinueLast);
        await LogAsync(person, "2026-01-12", EpisodeChoice.OpenNew);
        Assert.Equal("2025-01-06 2026-01-05 | 2026-01-12", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_closed_period_is_not_extended_unless_it_is_continued()
    {
        Guid person = await PersonAsync("2026-01-05");
        IsSaved(await Recorder.CloseAsync(await PeriodAsync(person, 0), 1, Day("2026-01-05")));
        await LogAsync(person, "2026-01-12", EpisodeChoice.ByRule);
        Assert.Equal("2026-01-05 | 2026-01-12", await PeriodsAsync(_journal, person));

        Guid other = await PersonAsync("2026-01-05");
        IsSaved(await Recorder.CloseAsync(await PeriodAsync(other, 0), 1, Day("2026-01-05")));
        await LogAsync(other, "2026-01-12", EpisodeChoice.ContinueLast);
        Assert.Equal("2026-01-05 2026-01-12", await PeriodsAsync(_journal, other));
        Assert.Null((await TimelineAsync(other)).Episodes[0].Episode.ClosedOn);
    }

    [Fact]
    public async Task A_visit_is_moved_to_another_period_and_everything_comes_back_with_undo()
    {
        Guid person = await PersonAsync("2025-01-06 2025-01-13 2026-01-05");
        PatientTimeline before = await TimelineAsync(person);
        IsSaved(await Recorder.CloseAsync(before.Episodes[0].Episode.Id, 1, Day("2025-01-13")));
        SaveOutcome.Saved moved = IsSaved(await Recorder.MoveVisitAsync(before.Held[2].Id, before.Episodes[0].Episode.Id));
        Assert.Equal("2025-01-06 2025-01-13 2026-01-05", await PeriodsAsync(_journal, person));
        Assert.Null((await TimelineAsync(person)).Episodes[0].Episode.ClosedOn);

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(moved.ActId));
        Assert.Equal("2025-01-06 2025-01-13 | 2026-01-05", await PeriodsAsync(_journal, person));
        Assert.Equal(Day("2025-01-13"), (await TimelineAsync(person)).Episodes[0].Episode.ClosedOn);
    }

    [Fact]
    public async Task No_visit_is_moved_to_the_period_of_somebody_else()
    {
        Guid person = await PersonAsync("2025-01-06");
        Guid other = await PersonAsync("2025-01-06");
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.MoveVisitAsync((await TimelineAsync(person)).Held[0].Id, await PeriodAsync(other, 0)));
    }

    [Fact]
    public async Task Where_periods_and_the_grouping_rule_differ_it_is_offered_and_where_they_agree_nothing_is()
    {
        Guid person = await PersonAsync("2024-01-08 2024-01-15");
        Assert.Empty(PeriodOffer.Find(await TimelineAsync(person)));

        await LogAsync(person, "2024-01-22", EpisodeChoice.OpenNew);
        PeriodOffer merge = Assert.Single(PeriodOffer.Find(await TimelineAsync(person)));
        Assert.Equal((PeriodOfferKind.Merge, Day("2024-01-22")), (merge.Kind, merge.Interval.To));

        await LogAsync(person, "2025-06-02", EpisodeChoice.ContinueLast);
        PeriodOffer part = Assert.Single(PeriodOffer.Find(await TimelineAsync(person)), offer => offer.Kind == PeriodOfferKind.Part);
        IsSaved(await Recorder.OpenAtAsync(part.VisitId));
        IsSaved(await Recorder.ContinueAsync(merge.VisitId));
        Assert.Empty(PeriodOffer.Find(await TimelineAsync(person)));
    }

    [Fact]
    public async Task A_visit_whose_day_is_corrected_to_after_the_closing_leaves_the_closed_period()
    {
        Guid person = await PersonAsync("2026-01-05 2026-01-12");
        IsSaved(await Recorder.CloseAsync(await PeriodAsync(person, 0), 1, Day("2026-01-12")));
        VisitForm form = await FormAsync(_journal, (await TimelineAsync(person)).Held[1].Id);
        form.HeldOn = Day("2026-01-19");
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form));
        Assert.Equal("2026-01-05 | 2026-01-19", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_period_closes_neither_before_its_last_held_visit_nor_after_today()
    {
        Guid person = await PersonAsync("2026-01-05 2026-01-12");
        Guid period = await PeriodAsync(person, 0);
        Assert.Equal(ProblemKind.BeforeLastVisit, IsInvalid(await Recorder.CloseAsync(period, 1, Day("2026-01-11")), nameof(EpisodeOfCare.ClosedOn)));
        Assert.Equal(ProblemKind.AfterToday, IsInvalid(await Recorder.CloseAsync(period, 1, Day("2026-11-23")), nameof(EpisodeOfCare.ClosedOn)));
        IsSaved(await Recorder.CloseAsync(period, 1, Day("2026-01-12")));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.ReopenAsync(period, 1));
        IsSaved(await Recorder.ReopenAsync(period, 2));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.ReopenAsync(Guid.NewGuid(), 1));
    }

    [Fact]
    public async Task A_period_is_named_and_a_name_too_long_is_refused_whole()
    {
        Guid person = await PersonAsync("2026-01-05");
        Guid period = await PeriodAsync(person, 0);
        IsSaved(await Recorder.DescribeAsync(new EpisodeForm { Id = period, PatientId = person, Revision = 1, Title = "  Reprise de la marche  " }));
        Assert.Equal("Reprise de la marche", (await TimelineAsync(person)).Episodes[0].Episode.Title);
        EpisodeForm tooLong = new() { Id = period, PatientId = person, Revision = 2, Title = new string('x', WrittenText.LongestLine + 1) };
        Assert.Equal(ProblemKind.TooLong, IsInvalid(await Recorder.DescribeAsync(tooLong), nameof(EpisodeForm.Title)));
    }

    [Fact]
    public async Task A_period_opened_at_a_visit_takes_the_later_ones_and_continuing_brings_them_back()
    {
        Guid person = await PersonAsync("2026-01-05 2026-01-12 2026-01-19");
        Guid middle = (await TimelineAsync(person)).Held[1].Id;
        IsSaved(await Recorder.OpenAtAsync(middle));
        Assert.Equal("2026-01-05 | 2026-01-12 2026-01-19", await PeriodsAsync(_journal, person));
        IsSaved(await Recorder.ContinueAsync(middle));
        Assert.Equal("2026-01-05 2026-01-12 2026-01-19", await PeriodsAsync(_journal, person));
        Assert.Single(await AllPeriodsAsync(person));
    }

    [Fact]
    public async Task Continuing_reopens_the_closed_period_before()
    {
        Guid person = await PersonAsync("2025-01-06 2026-01-05");
        IsSaved(await Recorder.CloseAsync(await PeriodAsync(person, 0), 1, Day("2025-03-01")));
        IsSaved(await Recorder.ContinueAsync((await TimelineAsync(person)).Held[1].Id));
        Assert.Equal("2025-01-06 2026-01-05", await PeriodsAsync(_journal, person));
        Assert.Null((await TimelineAsync(person)).Episodes[0].Episode.ClosedOn);
    }

    [Fact]
    public async Task There_is_nothing_to_open_at_the_first_visit_and_nothing_to_continue_before_it()
    {
        Guid person = await PersonAsync("2026-01-05 2026-01-12");
        Guid first = (await TimelineAsync(person)).Held[0].Id;
        Assert.Equal(Guid.Empty, IsSaved(await Recorder.OpenAtAsync(first)).ActId);
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.ContinueAsync(first));
        Assert.Equal("2026-01-05 2026-01-12", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_period_goes_with_its_last_visit_and_not_before()
    {
        Guid person = await PersonAsync("2026-01-05 2026-01-12");
        IReadOnlyList<TimelineVisit> held = (await TimelineAsync(person)).Held;
        IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(held[0].Id, 1));
        Assert.Single(await AllPeriodsAsync(person));
        SaveOutcome.Saved last = IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(held[1].Id, 1));
        Assert.Empty(await AllPeriodsAsync(person));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(last.ActId));
        Assert.Equal("2026-01-12", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_period_without_a_visit_for_longer_than_a_gap_is_on_hold()
    {
        Guid person = await PersonAsync("2025-01-06 2026-11-02");
        Assert.Equal([true, false], (await TimelineAsync(person)).Episodes.Select(period => period.OnHold));
    }

    private async Task<Guid> PersonAsync(string visits)
    {
        Guid person = await PatientAsync(_journal);
        foreach (string day in visits.Split(' '))
        {
            await VisitAsync(_journal, person, day);
        }

        return person;
    }

    private async Task LogAsync(Guid person, string day, EpisodeChoice choice) =>
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(day), Episode = choice }));

    private async Task<Guid> PeriodAsync(Guid person, int index) => (await TimelineAsync(person)).Episodes[index].Episode.Id;

    private async Task<IReadOnlyList<Guid>> AllPeriodsAsync(Guid person)
    {
        await using Storage.JournalContext context = _journal.Context();
        return [.. context.Episodes.Where(episode => episode.PatientId == person).Select(episode => episode.Id)];
    }

    private async Task<PatientTimeline> TimelineAsync(Guid person) => (await _journal.Get<TimelineReader>().ReadAsync(person))!;
}
