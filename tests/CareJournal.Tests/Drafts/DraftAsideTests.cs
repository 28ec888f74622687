using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Drafts;

/// <summary>A draft that is set aside is neither lost nor offered to a form, and comes back on request.</summary>
public sealed class DraftAsideTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();
    private readonly Guid _id = Guid.CreateVersion7();

    private DraftRecorder Recorder => _journal.Get<DraftRecorder>();

    private DraftReader Reader => _journal.Get<DraftReader>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task What_is_set_aside_is_read_with_its_text_and_offered_to_no_form_also_after_a_restart()
    {
        Guid person = await PatientAsync(_journal, "Vasseur", "Claire");
        await KeepAsync(3, "Elle dit que", person);
        Assert.IsType<DraftOutcome.SetAside>(await Recorder.SetAsideAsync(_id, 3));

        using TestJournal restarted = _journal.Reopened();
        DraftReader reader = restarted.Get<DraftReader>();
        Assert.Empty(await reader.FindAsync(person, "visit"));
        OpenDraft listed = Assert.Single(await reader.ReadOpenAsync());
        Assert.Equal((true, "visit", "Claire Vasseur", 3L), (listed.Aside, listed.Form, listed.Name, listed.Number));
        DraftAnswer read = (await reader.ReadAsync(_id))!;
        Assert.Equal((true, "visit", "Elle dit que"), (read.Aside, read.Form, read.Text));
    }

    [Fact]
    public async Task Taking_it_up_again_leaves_no_trace()
    {
        Guid person = await PatientAsync(_journal, "Vasseur", "Claire");
        await KeepAsync(3, "Elle dit que", person);
        DraftAnswer before = (await Reader.ReadAsync(_id))!;
        await Recorder.SetAsideAsync(_id, 3);
        await Recorder.SetAsideAsync(_id, 3);
        _journal.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(3, Assert.IsType<DraftOutcome.Kept>(await Recorder.TakeUpAsync(_id)).Number);
        Assert.Equal(before, await Reader.ReadAsync(_id));
        Assert.Equal(_id, Assert.Single(await Reader.FindAsync(person, "visit")).Id);
        Assert.IsType<DraftOutcome.Kept>(await Recorder.TakeUpAsync(_id));
        Assert.Equal(before, await Reader.ReadAsync(_id));
    }

    [Fact]
    public async Task What_was_typed_on_elsewhere_is_not_set_aside_by_a_page_that_does_not_know_it()
    {
        await KeepAsync(7, "plus loin");
        Assert.Equal(7, Assert.IsType<DraftOutcome.Kept>(await Recorder.SetAsideAsync(_id, 6)).Number);
        Assert.False(Assert.Single(await Reader.ReadOpenAsync()).Aside);
    }

    [Fact]
    public async Task Typed_on_it_is_a_draft_to_finish_again_and_a_late_keep_changes_nothing()
    {
        await KeepAsync(3, "avant");
        await Recorder.SetAsideAsync(_id, 3);
        await KeepAsync(3, "en route");
        Assert.True((await Reader.ReadAsync(_id))!.Aside);
        await KeepAsync(4, "après");
        DraftAnswer read = (await Reader.ReadAsync(_id))!;
        Assert.Equal((false, "après"), (read.Aside, read.Text));
    }

    [Fact]
    public async Task It_is_put_away_like_any_other_and_a_missing_one_is_not_found()
    {
        await KeepAsync(1, "à jeter");
        await Recorder.SetAsideAsync(_id, 1);
        Assert.IsType<DraftOutcome.Discarded>(await Recorder.DiscardAsync(_id, 1));
        Assert.Empty(await Reader.ReadOpenAsync());
        Assert.IsType<DraftOutcome.Discarded>(await Recorder.SetAsideAsync(_id, 1));
        Assert.IsType<DraftOutcome.Discarded>(await Recorder.TakeUpAsync(_id));
        Assert.IsType<DraftOutcome.Discarded>(await Recorder.TakeUpAsync(Guid.CreateVersion7()));
        Assert.Null(await Reader.ReadAsync(_id));
    }

    [Fact]
    public async Task No_page_can_keep_a_draft_that_is_set_aside_from_its_beginning() =>
        Assert.IsType<DraftOutcome.NotADraft>(await Recorder.KeepAsync(new DraftForm { Id = _id, Form = Draft.AsideOf("visit"), Number = 1, Text = "x" }));

    private Task<DraftOutcome> KeepAsync(long number, string text, Guid? person = null) =>
        Recorder.KeepAsync(new DraftForm { Id = _id, PatientId = person, Form = "visit", Number = number, Text = text });
}
