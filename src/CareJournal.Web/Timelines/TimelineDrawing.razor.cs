using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CareJournal.Web.Timelines;

/// <summary>Draws a timeline at the width that its script measured, and hears from it what was chosen.</summary>
public sealed partial class TimelineDrawing(IJSRuntime scripts, Wording wording) : IAsyncDisposable
{
    private ElementReference _frame;
    private IJSObjectReference? _script;
    private DotNetObjectReference<TimelineDrawing>? _self;
    private TimelinePicture? _picture;
    private double _width;
    private (PatientTimeline, double, string) _drawn;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Timeline { get; set; }

    /// <summary>The curves to draw, in order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Instrument> Instruments { get; set; }

    /// <summary>The name of what is chosen.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>Raised with the name of what was chosen.</summary>
    [Parameter]
    public EventCallback<string> Choose { get; set; }

    /// <summary>Told by the script once the width has settled.</summary>
    [JSInvokable]
    public void Resized(double width)
    {
        _width = width;
        Draw();
        StateHasChanged();
    }

    /// <summary>Told by the script when something was chosen.</summary>
    [JSInvokable]
    public Task Chose(string key) => Choose.InvokeAsync(key);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_width > 0)
        {
            Draw();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Timelines/TimelineDrawing.razor.js"]);
            await _script.InvokeVoidAsync("attach", _frame, _self);
        }
        else if (_script is not null)
        {
            await _script.InvokeVoidAsync("choose", _frame, Chosen);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("detach", _frame);
                await _script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }
    }

    private void Draw()
    {
        var wanted = (Timeline, _width, string.Join(',', Instruments));
        if (_drawn != wanted)
        {
            _drawn = wanted;
            _picture = TimelinePicture.Draw(Timeline, Math.Max(_width, 640), Instruments, wording);
        }
    }
}
