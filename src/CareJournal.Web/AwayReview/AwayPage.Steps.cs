using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <content>The steps through the review: from person to person, and between the two views.</content>
public sealed partial class AwayPage
{
    private void Go(int step)
    {
        if (_order.Beside(_turn?.PatientId, step) is { } turn)
        {
            Choose(turn);
        }
    }

    // From person to person is no step back: going back leaves the review.
    private void Choose(AwayTurn? turn)
    {
        ShowAt(turn);
        AskFocus();
    }

    private void ShowAt(AwayTurn? turn)
    {
        Show(turn);
        if (_steps.Take(turn?.PatientId))
        {
            navigation.NavigateTo(turn is null ? Urls.Away : Urls.AwayAt(turn.PatientId), replace: true);
        }
    }

    private void AskFocus()
    {
        if (_turn is { } turn)
        {
            _focus.Ask(turn.AwayList, turn.PatientId);
        }
        else if (_answer is { IsEmpty: true })
        {
            _focus.AskZero();
        }
    }

    private void Jump(AwayList list)
    {
        if (View.IsList)
        {
            _focus.Ask(list, null);
        }
        else if (_order.Turns.FirstOrDefault(turn => turn.AwayList == list) is { } first)
        {
            Choose(first);
        }
    }

    private async Task ViewAsync(bool isList)
    {
        View.IsList = isList;
        _selection.Clear();
        _open = null;
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("remember", Urls.ReviewView, View.Choice);
        }
    }

    private async Task ShowDoorsAsync()
    {
        _filter = _filter.Everything;
        _focus.Ask(AwayList.DoorOpen, null);
        await ViewAsync(isList: true);
    }
}
