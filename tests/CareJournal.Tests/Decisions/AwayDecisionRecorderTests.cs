using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Contacts;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Today;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Decisions;

/// <summary>The review as the practitioner sees it, on a real journal, and the decisions taken in it.</summary>
public sealed class AwayDecisionRecorderTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private AwayDecisionRecorder Recorder => _journal.Get<AwayDecisionRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_date_that_is_not_ahead_is_refused_and_a_snooze_needs_one()
    {
        Guid person = await PatientAsync(_journal);
        Assert.Equal(ProblemKind.NotInFuture, IsInvalid(await DecideAsync(_journal, person, AwayList.Late, AwayDecisionKind.LeaveInPeace, Day("2026-11-22")), nameof(AwayDecision.Until)));
        Assert.Equal(ProblemKind.NotInFuture, IsInvalid(await DecideAsync(_journal, person, AwayList.Late, AwayDecisionKind.Snooze, null), nameof(AwayDecision.Until)));
        IsSaved(await DecideAsync(_journal, person, AwayList.Late, AwayDecisionKind.Snooze, Day("2026-11-23")));
    }

    [Fact]
    public async Task A_decision_hides_the_person_until_its_date_and_a_visit_lifts_it()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-09-01", new NextStepForm { Kind = NextStepKind.Every, Days = 14 });
        Assert.Equal([person], await LateAsync());
        IsSaved(await DecideAsync(_journal, person, AwayList.Late, AwayDecisionKind.Snooze, Day("2026-12-01")));
        Assert.Empty(await LateAsync());
        _journal.Clock.MoveTo(Day("2026-12-02"));
        Assert.Equal([person], await LateAsync());

        IsSaved(await DecideAsync(_journal, person, AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
        _journal.Clock.MoveTo(Day("2026-12-03"));
        await VisitAsync(_journal, person, "2026-12-03", new NextStepForm { Kind = NextStepKind.Every, Days = 14 });
        Assert.Empty(await LateAsync());
        _journal.Clock.MoveTo(Day("2027-01-15"));
        Assert.Equal([person], await LateAsync());
    }

    [Fact]
    public async Task Many_rows_are_one_act_and_come_back_at_once()
    {
        Guid[] people = await LatePeopleAsync("Un", "Deux", "Trois");
        SaveOutcome.Saved saved = IsSaved(await Recorder.DecideAsync([.. people.Select(person => new AwaySeen(person, Day("2026-09-01")))], AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
        Assert.Empty(await LateAsync());
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Equal(people.Order(), (await LateAsync()).Order());
    }

    [Fact]
    public async Task When_one_of_them_came_or_left_since_the_page_was_read_nothing_is_written()
    {
        Guid[] people = await LatePeopleAsync("Un", "Deux", "Trois");
        AwaySeen[] seen = [.. people.Select(person => new AwaySeen(person, Day("2026-09-01")))];
        await VisitAsync(_journal, people[0], "2026-11-20");
        Assert.IsType<SaveOutcome.Stale>(await Recorder.DecideAsync(seen, AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
        IsSaved(await _journal.Get<PatientRecorder>().CloseAsync(people[1], PatientClosing.HandedOver, null));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.DecideAsync(seen[1..], AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
        Assert.Equal(0L, _journal.Ask<long>("SELECT COUNT(*) FROM AwayDecisions"));
        IsSaved(await Recorder.DecideAsync(seen[2..], AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
    }

    [Fact]
    public async Task A_merge_is_undone_and_done_again_although_the_other_entry_came_after_a_decision()
    {
        Guid merged = (await LatePeopleAsync("Un"))[0];
        Guid kept = await PatientAsync(_journal, "Deux", "Claire");
        IsSaved(await Recorder.DecideAsync([new AwaySeen(merged, Day("2026-09-01"))], AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
        _journal.Clock.MoveTo(Day("2026-11-25"));
        await VisitAsync(_journal, kept, "2026-11-25");
        SaveOutcome.Saved one = IsSaved(await _journal.Get<PatientMergeRecorder>().MergeAsync(kept, merged));
        SaveOutcome.Saved undone = IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(one.ActId));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(undone.ActId));
        Assert.Equal(kept, await MergedIntoAsync(_journal, merged));
    }

    [Fact]
    public async Task A_decision_is_not_taken_back_once_a_later_visit_has_lifted_it()
    {
        Guid person = (await LatePeopleAsync("Un"))[0];
        SaveOutcome.Saved decided = IsSaved(await Recorder.DecideAsync([new AwaySeen(person, Day("2026-09-01"))], AwayList.Late, AwayDecisionKind.LeaveInPeace, null));
        _journal.Clock.MoveTo(Day("2026-11-25"));
        SaveOutcome.Saved came = await SavedVisitAsync(person, "2026-11-25");
        Assert.Equal(Refusal.LaterVisit, Assert.IsType<SaveOutcome.Refused>(await _journal.Get<UndoRecorder>().UndoAsync(decided.ActId)).Why);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(came.ActId));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(decided.ActId));
        Assert.Equal([person], await LateAsync());
    }

    [Fact]
    public async Task Concluding_together_is_one_act_with_its_contact()
    {
        Guid person = (await LatePeopleAsync("Un"))[0];
        ContactForm silent = new() { PatientId = person, Channel = ContactChannel.Call, Words = " " };
        Assert.Equal(Refusal.NeedsContact, Assert.IsType<SaveOutcome.Refused>(await Recorder.ConcludeAsync(silent)).Why);
        ContactForm early = new() { PatientId = person, On = Day("2026-08-31"), Words = "d’accord" };
        Assert.Equal(ProblemKind.BeforeLastVisit, IsInvalid(await Recorder.ConcludeAsync(early), nameof(Contact.On)));

        ContactForm call = new() { PatientId = person, On = Day("2026-11-20"), Channel = ContactChannel.Call, Words = "D’accord tous les deux." };
        SaveOutcome.Saved saved = IsSaved(await Recorder.ConcludeAsync(call));
        Assert.Equal(saved.ActId, IsSaved(await Recorder.ConcludeAsync(call)).ActId);
        PatientAnswer closed = (await _journal.Get<PatientReader>().ReadAsync(person))!;
        Assert.Equal((PatientClosing.ConcludedTogether, Day("2026-11-20")), (closed.Closing, closed.ClosedOn));
        Assert.Equal(1L, _journal.Ask<long>("SELECT COUNT(*) FROM Contacts WHERE VoidedAtUtc IS NULL"));
        Assert.Empty(await LateAsync());

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Equal(0L, _journal.Ask<long>("SELECT COUNT(*) FROM Contacts WHERE VoidedAtUtc IS NULL"));
        Assert.Equal([person], await LateAsync());
    }

    [Fact]
    public async Task The_review_shows_what_changed_since_the_last_one()
    {
        Guid[] people = await LatePeopleAsync("Un", "Deux");
        Guid returning = await PatientAsync(_journal, "Trois");
        await VisitAsync(_journal, returning, "2026-03-02");
        Assert.Null((await _journal.Get<AwayReader>().ReadAsync()).Before);
        IsSaved(await Recorder.DecideAsync([new AwaySeen(people[0], Day("2026-09-01"))], AwayList.Late, AwayDecisionKind.Snooze, Day("2026-12-15")));
        Assert.Null((await _journal.Get<AwayReader>().ReadAsync()).Before);

        _journal.Clock.MoveTo(Day("2026-12-20"));
        Guid late = await PatientAsync(_journal, "Quatre");
        await VisitAsync(_journal, late, "2026-11-24", new NextStepForm { Kind = NextStepKind.Every, Days = 7 });
        await VisitAsync(_journal, returning, "2026-12-01");
        AwayAnswer review = await _journal.Get<AwayReader>().ReadAsync();
        Assert.Equal((Day("2026-11-22"), 1), (review.Before, review.ReturnedSince));
        Assert.Equal([late], review.Late.Where(row => row.New.Contains(AwayList.Late)).Select(row => row.Facts.PatientId));
        Assert.Equal(3, review.Late.Count);
    }

    [Fact]
    public async Task Lines_are_in_the_order_of_their_question()
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

    private async Task<Guid[]> LatePeopleAsync(params string[] names)
    {
        List<Guid> people = [];
        foreach (string name in names)
        {
            people.Add(await PatientAsync(_journal, name));
            await VisitAsync(_journal, people[^1], "2026-09-01", new NextStepForm { Kind = NextStepKind.Every, Days = 14 });
        }

        return [.. people];
    }

    private async Task<SaveOutcome.Saved> SavedVisitAsync(Guid person, string day) =>
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(day) }));
}
