using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Decisions;

/// <summary>The review as the practitioner sees it, on a real journal, with what is decided in it.</summary>
public sealed class AwayDecisionRecorderTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private AwayDecisionRecorder Recorder => _journal.Get<AwayDecisionRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_date_that_is_not_ahead_is_refused_and_a_snooze_needs_one()
    {
        Guid person = await PatientAsync(_journal);
        Assert.Equal(ProblemKind.NotInFuture, IsInvalid(await Recorder.DecideAsync(person, Shelf.Late, AwayDecisionKind.LeaveInPeace, Day("2026-11-22"), null), nameof(AwayDecision.Until)));
        Assert.Equal(ProblemKind.NotInFuture, IsInvalid(await Recorder.DecideAsync(person, Shelf.Late, AwayDecisionKind.Snooze, null, null), nameof(AwayDecision.Until)));
        IsSaved(await Recorder.DecideAsync(person, Shelf.Late, AwayDecisionKind.Snooze, Day("2026-11-23"), null));
    }

    [Fact]
    public async Task A_decision_hides_the_person_until_its_date_and_a_visit_lifts_it()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-09-01", new NextStepForm { Kind = NextStepKind.Every, Days = 14 });
        Assert.Equal([person], await LateAsync());
        IsSaved(await Recorder.DecideAsync(person, Shelf.Late, AwayDecisionKind.Snooze, Day("2026-12-01"), null));
        Assert.Empty(await LateAsync());
        _journal.Clock.MoveTo(Day("2026-12-02"));
        Assert.Equal([person], await LateAsync());

        IsSaved(await Recorder.DecideAsync(person, Shelf.Late, AwayDecisionKind.LeaveInPeace, null, null));
        _journal.Clock.MoveTo(Day("2026-12-03"));
        await VisitAsync(_journal, person, "2026-12-03", new NextStepForm { Kind = NextStepKind.Every, Days = 14 });
        Assert.Empty(await LateAsync());
        _journal.Clock.MoveTo(Day("2027-01-15"));
        Assert.Equal([person], await LateAsync());
    }

    [Fact]
    public async Task Lines_stand_in_the_order_of_their_question()
    {
        foreach ((string name, string last, int days) in new[] { ("Un", "2026-09-01", 14), ("Deux", "2026-07-01", 30), ("Trois", "2026-08-01", 7) })
        {
            await VisitAsync(_journal, await PatientAsync(_journal, name), last, new NextStepForm { Kind = NextStepKind.Every, Days = days });
        }

        AwayAnswer review = await _journal.Get<AwayReader>().ReadAsync();
        Assert.Equal(["Deux", "Trois", "Un"], review.Late.Select(row => _journal.Get<PatientNames>().Of(row.Facts.PatientId)!.FamilyName));
        Assert.False(review.IsEmpty);
    }

    [Fact]
    public async Task An_open_door_is_no_task()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-03-02", new NextStepForm { Kind = NextStepKind.DoorOpen });
        AwayAnswer review = await _journal.Get<AwayReader>().ReadAsync();
        Assert.True(review.IsEmpty);
        Assert.Equal(person, Assert.Single(review.DoorOpen).Facts.PatientId);
    }

    [Theory]
    [InlineData("2026-11-22T23:01:00Z", "2026-11-23")]
    [InlineData("2026-11-22T22:59:00Z", "2026-11-22")]
    [InlineData("2026-03-29T21:59:00Z", "2026-03-29")]
    [InlineData("2026-10-25T23:01:00Z", "2026-10-26")]
    public async Task Today_is_the_civil_day_at_the_practice(string instant, string today)
    {
        _journal.Clock.MoveTo(DateTimeOffset.Parse(instant));
        Assert.Equal(Day(today), (await _journal.Get<TodayReader>().ReadAsync()).Today);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_noticed_and_two_minutes_are_forgiven()
    {
        await PatientAsync(_journal);
        Assert.False((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        _journal.Clock.Advance(TimeSpan.FromMinutes(-2));
        Assert.False((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        _journal.Clock.Advance(TimeSpan.FromSeconds(-1));
        Assert.True((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        Assert.Equal(1, (await _journal.Get<TodayReader>().ReadAsync()).People);
    }

    private async Task<IEnumerable<Guid>> LateAsync() => (await _journal.Get<AwayReader>().ReadAsync()).Late.Select(row => row.Facts.PatientId);
}
