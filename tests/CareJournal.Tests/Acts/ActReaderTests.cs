using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Acts;

/// <summary>The last acts, with whom they concern and whether they can still be taken back.</summary>
public sealed class ActReaderTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task The_acts_of_today_name_whom_they_concern_and_which_can_be_taken_back()
    {
        Guid person = await PatientAsync(_journal, "Vasseur", "Claire");
        _journal.Clock.Advance(TimeSpan.FromDays(1));
        Guid visit = await VisitAsync(_journal, person, "2026-11-20");
        _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "changé")));
        IReadOnlyList<ActAnswer> acts = await ReadAsync();
        Assert.Equal([(ActKind.VisitChanged, true), (ActKind.VisitLogged, false)], acts.Select(act => (act.Kind, act.Undoable)));
        Assert.All(acts, act => Assert.Equal("Claire Vasseur", act.Name));

        _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(acts[0].Id));
        Assert.Equal(
            [(ActKind.Undone, true, false), (ActKind.VisitChanged, false, true), (ActKind.VisitLogged, true, false)],
            (await ReadAsync()).Select(act => (act.Kind, act.Undoable, act.Undone)));
        Assert.Equal(4, (await _journal.Get<ActReader>().ReadLastAsync(10)).Count);
    }

    [Fact]
    public async Task An_act_that_was_undone_and_redone_is_in_force_again_and_undone_once_more_it_is_not()
    {
        Guid person = await PatientAsync(_journal);
        _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        await VisitAsync(_journal, person, "2026-11-20");
        Guid act = (await ReadAsync())[0].Id;
        foreach (bool undone in (bool[])[true, false, true])
        {
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
            IsSaved(await _journal.Get<UndoRecorder>().UndoAsync((await ReadAsync())[0].Id));
            IReadOnlyList<ActAnswer> acts = await ReadAsync();
            Assert.Equal(undone, acts.Single(one => one.Id == act).Undone);
            Assert.Equal(undone ? 0 : 1, await HeldAsync());
        }

        async Task<int> HeldAsync() => (await _journal.Get<Timelines.TimelineReader>().ReadAsync(person))!.Held.Count;
    }

    [Fact]
    public async Task The_day_begins_at_midnight_of_the_practice()
    {
        _journal.Clock.Advance(TimeSpan.FromHours(10.5));
        await PatientAsync(_journal);
        Assert.Single(await ReadAsync());
        _journal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_closing_says_how_also_once_the_follow_up_was_reopened_and_closed_in_another_way()
    {
        Guid person = await PatientAsync(_journal);
        foreach (PatientClosing closing in new[] { PatientClosing.ClosedOnMySide, PatientClosing.ConcludedTogether })
        {
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
            IsSaved(await _journal.Get<PatientRecorder>().CloseAsync(person, closing, "Au téléphone."));
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
            IsSaved(await _journal.Get<PatientRecorder>().ReopenAsync(person));
        }

        _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        IsSaved(await _journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.HandedOver, null));

        Assert.Equal(
            [PatientClosing.HandedOver, null, PatientClosing.ConcludedTogether, null, PatientClosing.ClosedOnMySide],
            (await ReadAsync()).Where(act => act.Kind != ActKind.PatientAdded).Select(act => act.Closing));
    }

    private Task<IReadOnlyList<ActAnswer>> ReadAsync() => _journal.Get<ActReader>().ReadTodayAsync(10);
}
