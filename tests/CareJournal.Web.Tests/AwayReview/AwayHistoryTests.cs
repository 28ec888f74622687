using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests what U undoes.</summary>
public sealed class AwayHistoryTests
{
    [Fact]
    public void Acts_are_undone_from_the_last_to_the_first_and_one_that_was_done_again_is_the_last()
    {
        AwayHistory history = new();
        AwayDone[] done = [.. Enumerable.Range(0, 3).Select(_ => new AwayDone(null!, AwayList.Late, "", Guid.NewGuid()))];
        Array.ForEach(done, history.Add);

        var undo = Guid.NewGuid();
        Assert.Equal(done[1], history.Undo(done[1].ActId, Guid.NewGuid()));
        Assert.Equal(done[2], history.Undo(done[2].ActId, undo));
        Assert.Null(history.Undo(Guid.NewGuid(), Guid.NewGuid()));
        var again = Guid.NewGuid();
        history.Redo(undo, again);
        Assert.Equal(done[2] with { ActId = again }, history.Last);
        history.Undo(again, Guid.NewGuid());
        Assert.Equal(done[0], history.Last);
    }

    [Fact]
    public void An_act_of_another_page_that_is_undone_and_done_again_brings_none_of_this_page_back_and_what_was_refused_never_does()
    {
        AwayHistory history = new();
        AwayDone[] done = [.. Enumerable.Range(0, 2).Select(_ => new AwayDone(null!, AwayList.Late, "", Guid.NewGuid()))];
        Array.ForEach(done, history.Add);
        Guid undo = Guid.NewGuid(), undoElsewhere = Guid.NewGuid();

        history.Undo(done[0].ActId, undo);
        history.Undo(Guid.NewGuid(), undoElsewhere);
        history.Redo(undoElsewhere, Guid.NewGuid());
        Assert.Equal(done[1], history.Last);

        history.Forget(done[1].ActId);
        Assert.Null(history.Last);
        var again = Guid.NewGuid();
        history.Redo(undo, again);
        Assert.Equal(done[0] with { ActId = again }, history.Last);
    }
}
