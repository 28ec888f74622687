namespace CareJournal.Web.AwayReview;

/// <content>The keys of the review, which its script hears.</content>
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
}
