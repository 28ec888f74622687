using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <content>The steps through the review: from person to person, by key, and between the two views.</content>
public sealed partial class AwayPage : IAsyncDisposable
{
    private DotNetObjectReference<AwayPage>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private bool _left;

    /// <summary>Hears a key of the page: j and k for the next person and the one before, u to undo, a digit for the act under it.</summary>
    [JSInvokable]
    public async Task Press(string key)
    {
        switch (key)
        {
            case "u":
                await ShowFaultAsync(() => UndoAsync(_history.Last?.ActId));
                break;
            case "j" or "k" when !View.IsList:
                Go(key == "j" ? 1 : -1);
                break;
            default:
                if (!View.IsList && _turn is { } turn && AwayActs.AtKey(turn.AwayList, AwayActs.CanAsk(turn.Row), $"Digit{key}") is { } act)
                {
                    _open = act;
                }

                break;
        }

        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        notices.TakenBack -= ReadAfterUndo;
        _selection.Changed -= StateHasChanged;
        await _keys.DisposeSafelyAsync("stop");
        await _module.DisposeSafelyAsync();
        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["AwayReview/AwayPage.razor.js"]);
            if (_left)
            {
                // The page was left while its script was loading: nothing else disposes it.
                await _module.DisposeSafelyAsync();
                return;
            }

            _keys = await _module.InvokeAsync<IJSObjectReference>("attach", _self);
            if (_left)
            {
                // The same while it was attached: it must no longer listen.
                await _keys.DisposeSafelyAsync("stop");
            }
        }
        catch (Exception gone) when (ScriptDisposal.IsPageGone(gone))
        {
            // The page was left before its script was loaded.
        }
    }

    private void Go(int step)
    {
        if (_order.Beside(_turn?.PatientId, step) is { } turn)
        {
            Choose(turn);
        }
    }

    // What a script or an event calls is not rendered by the framework: its fault would be lost.
    private async Task ShowFaultAsync(Func<Task> actAsync)
    {
        try
        {
            await actAsync();
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
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
