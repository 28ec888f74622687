using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Drafts;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Today;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>What happened to the journal is written into its chain, without a word about anybody's health, and beside the work.</summary>
public sealed class TraceTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private TraceRecorder Traces => _journal.Get<TraceRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_record_that_is_opened_leaves_one_trace_a_day_also_after_a_restart()
    {
        Guid person = await PatientAsync(_journal);
        Guid other = await PatientAsync(_journal, "Autre");
        Traces.Opened(person);
        Traces.Opened(person);
        Traces.Opened(other);
        await Traces.WriteWaitingAsync();
        Traces.Opened(person);
        await Traces.WriteWaitingAsync();
        Assert.Equal(2, Count(ActKind.RecordOpened));

        using (TestJournal reopened = _journal.Reopened())
        {
            reopened.Get<TraceRecorder>().Opened(person);
            await reopened.Get<TraceRecorder>().WriteWaitingAsync();
            Assert.Equal(2, reopened.Ask<long>("SELECT COUNT(*) FROM Acts WHERE Kind = 'RecordOpened'"));
            reopened.Clock.Advance(TimeSpan.FromDays(1));
            reopened.Get<TraceRecorder>().Opened(person);
            await reopened.Get<TraceRecorder>().WriteWaitingAsync();
            Assert.Equal(3, reopened.Ask<long>("SELECT COUNT(*) FROM Acts WHERE Kind = 'RecordOpened'"));
        }
    }

    [Fact]
    public async Task A_trace_that_cannot_be_written_fails_nothing_and_is_tried_at_the_next_opening()
    {
        Guid person = await PatientAsync(_journal);
        Traces.Opened(person);
        _journal.File.Lock();
        await Traces.WriteWaitingAsync();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(0, Count(ActKind.RecordOpened));
        Traces.Opened(person);
        await Traces.WriteWaitingAsync();
        Assert.Equal(1, Count(ActKind.RecordOpened));
    }

    [Fact]
    public async Task Traces_are_in_the_chain_and_in_no_list_of_acts_and_cannot_be_undone()
    {
        Guid person = await PatientAsync(_journal);
        Traces.Opened(person);
        await Traces.WriteWaitingAsync();
        await Traces.PrintedAsync("Letter", person, _journal.File.Fingerprint);
        await Traces.UnlocksFailedAsync(2, _journal.Clock.GetUtcNow().UtcDateTime, _journal.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal(ActKind.PatientAdded, Assert.Single(await _journal.Get<ActReader>().ReadTodayAsync(50)).Kind);
        TracePage page = await _journal.Get<TraceReader>().ReadAsync(0);
        Assert.Equal(3, page.Traces.Count);
        Assert.IsNotType<SaveOutcome.Saved>(await _journal.Get<UndoRecorder>().UndoAsync(page.Traces[0].Id));
        Assert.Empty(ChainTests.Check(_journal).Faults);
        _journal.Run("UPDATE Acts SET Detail = 'Letter -' WHERE Kind = 'RecordPrinted'");
        Assert.Single(ChainTests.Check(_journal).Faults);
    }

    [Fact]
    public async Task An_upgrade_is_written_down_with_both_versions()
    {
        await Traces.OpenedAsync(new UnlockOutcome.Opened { UpgradedFrom = 3 });
        Trace trace = Assert.Single((await _journal.Get<TraceReader>().ReadAsync(0)).Traces);
        Assert.Equal((ActKind.JournalUpgraded, $"3 {JournalSchema.Version}"), (trace.Kind, trace.Detail));
    }

    [Theory]
    [InlineData("2011-03-01")]
    [InlineData("2062-03-01")]
    public async Task A_clock_that_is_wrong_for_a_while_breaks_nothing_and_is_noted_once_when_it_goes_back(string wrong)
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2010-01-05", note: "avant");
        DateTimeOffset right = _journal.Clock.GetUtcNow();
        _journal.Clock.MoveTo(Day(wrong));
        VisitForm changed = await FormAsync(_journal, visit, "pendant");
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(changed));
        Guid draft = Guid.NewGuid();
        Assert.IsType<DraftOutcome.Kept>(await _journal.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = draft, Form = "visit", PatientId = person, Number = 1, Text = "{}" }));
        await ReadEverythingAsync();

        _journal.Clock.MoveTo(right + TimeSpan.FromHours(1));
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "après")));
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "encore après")));
        await ReadEverythingAsync();

        // Written at the moment at which it went back: to 2011, or from 2062.
        string back = Assert.Single(Details(ActKind.ClockSetBack));
        DateTime[] times = [.. TraceDetail.Parts(back).Select(part => TraceDetail.InstantOf(part)!.Value)];
        Assert.True(times[0] > times[1]);
        Assert.Equal("encore après", (await FormAsync(_journal, visit)).Note);
        Assert.Contains(await _journal.Get<DraftReader>().ReadOpenAsync(), open => open.Id == draft);
        Assert.Empty(ChainTests.Check(_journal).Faults);
        Assert.Equal(ActKind.VisitChanged, (await _journal.Get<ActReader>().ReadLastAsync(1))[0].Kind);
    }

    [Fact]
    public async Task A_clock_that_went_back_is_said_while_it_holds_and_a_week_at_most()
    {
        await PatientAsync(_journal);
        Assert.False((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        _journal.Clock.Advance(TimeSpan.FromDays(-100));
        Assert.True((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        await PatientAsync(_journal, "Pendant");
        Assert.True((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        Assert.Equal(1, Count(ActKind.ClockSetBack));

        _journal.Clock.Advance(TimeSpan.FromDays(8));
        Assert.False((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
        _journal.Clock.Advance(TimeSpan.FromDays(100));
        Assert.False((await _journal.Get<TodayReader>().ReadAsync()).ClockWentBack);
    }

    [Fact]
    public async Task A_clock_that_was_seen_to_go_back_by_two_watchers_is_noted_once()
    {
        await PatientAsync(_journal);
        DateTime expected = _journal.Clock.GetUtcNow().UtcDateTime;
        _journal.Clock.Advance(TimeSpan.FromHours(-3));
        await PatientAsync(_journal, "Autre");
        await Traces.ClockWentBackAsync(expected);
        Assert.Equal(1, Count(ActKind.ClockSetBack));

        _journal.Clock.Advance(TimeSpan.FromHours(1));
        await Traces.ClockWentBackAsync(expected);
        Assert.Equal(2, Count(ActKind.ClockSetBack));
    }

    private async Task ReadEverythingAsync()
    {
        Assert.NotNull(await _journal.Get<TodayReader>().ReadAsync());
        Assert.NotNull(await _journal.Get<AwayReader>().ReadAsync());
        Assert.NotNull(await _journal.Get<TraceReader>().ReadAsync(0));
    }

    private long Count(ActKind kind) => _journal.Ask<long>($"SELECT COUNT(*) FROM Acts WHERE Kind = '{kind}'");

    private string[] Details(ActKind kind)
    {
        using JournalContext journal = _journal.Context();
        return [.. journal.Acts.Where(act => act.Kind == kind).Select(act => act.Detail!)];
    }
}
