using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <content>What follows an act of the review, and its undo.</content>
public sealed partial class AwayPage
{
    /// <summary>Reads the review again after an act; whoever is next comes by itself, and has the keyboard focus.</summary>
    private async Task ShowAsync(AwayDone done)
    {
        (AwayOrder before, IReadOnlyList<AwayRow> rows) = (_order, Shown(done.AwayList));
        await ReadAsync();
        _history.Add(done);
        _selection.Clear();
        if (View.IsList)
        {
            FocusAfter(done, rows);
        }
        else
        {
            Choose(_order.After(done.PatientId, before));
        }

        string who = done.People > 1 ? Words.Count(done.People, "Count.People") : Words.Named(done.Row.Name, done.Row.Mark);
        notices.Say(Words["Away.Done", who, Words.InSentence(done.Said)], done.ActId);
    }

    private void FocusAfter(AwayDone done, IReadOnlyList<AwayRow> before)
    {
        IReadOnlyList<AwayRow> rows = Shown(done.AwayList);
        int place = before.TakeWhile(row => row.Facts.PatientId != done.PatientId).Count();
        if (_answer!.IsEmpty && done.AwayList != AwayList.DoorOpen)
        {
            _focus.AskZero();
        }
        else
        {
            bool stays = rows.Any(row => row.Facts.PatientId == done.PatientId);
            _focus.Ask(done.AwayList, rows.Count == 0 ? null : stays ? done.PatientId : rows[Math.Min(place, rows.Count - 1)].Facts.PatientId);
        }

        Show(_order.Find(_turn?.PatientId));
    }

    private async Task UndoAsync(Guid? act)
    {
        if (act is not { } actId)
        {
            notices.Say(Words["Away.NothingToUndo"]);
            return;
        }

        switch (await undo.UndoAsync(actId))
        {
            case SaveOutcome.Saved saved:
                notices.SayTakenBack(Words.Of(ActKind.Undone), saved.ActId, isUndo: true, actId);
                break;
            case SaveOutcome.Refused(var why):
                // What cannot be undone any more is no longer in the way of the act before it.
                _history.Forget(actId);
                notices.Say(Words.Of(why));
                break;
            case SaveOutcome.Failed(var fault):
                notices.Say(Words.Of(fault));
                break;
            default:
                notices.Say(Words["Fault.Unknown"]);
                break;
        }
    }

    // Raised by the key of this page and by the notice.
    private void ReadAfterUndo() => _ = InvokeAsync(() => ShowFaultAsync(ReadAfterUndoAsync));

    private async Task ReadAfterUndoAsync()
    {
        AwayDone? undone = null;
        if (notices.Current is { ActId: { } by, TakenBackActId: { } takenBack } notice)
        {
            if (notice.TakesBackAnUndo)
            {
                undone = _history.Undo(takenBack, by);
            }
            else
            {
                _history.Redo(takenBack, by);
            }
        }

        AwayOrder before = _order;
        await ReadAsync();
        if (View.IsList)
        {
            Show(_order.Find(_turn?.PatientId));
        }
        else if (undone is not null && _order.PlaceOf(undone.PatientId) >= 0)
        {
            Choose(_order.Find(undone.PatientId));
        }
        else if (_turn is null || _order.PlaceOf(_turn.PatientId) < 0)
        {
            Choose(_turn is { } turn ? _order.After(turn.PatientId, before) : _order.Find(null));
        }
        else
        {
            _turn = _order.Find(_turn.PatientId);
        }

        StateHasChanged();
    }
}
