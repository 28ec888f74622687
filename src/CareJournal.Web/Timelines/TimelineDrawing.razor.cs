using System.Globalization;
using CareJournal.Dates;
using CareJournal.Timelines;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace CareJournal.Web.Timelines;

/// <summary>
/// Draws a timeline at the width that its script measured: every stop of the whole follow-up once, and what needs words from near for
/// the window in which the movement ended. Hears from the script what was chosen and where it came to rest, and nothing else.
/// </summary>
public sealed partial class TimelineDrawing(IJSRuntime scripts, IDialogService dialogs, Wording wording, DrawingWidth known) : IAsyncDisposable
{
    private const double Narrowest = 640;
    private const double Toolbar = 46;

    private static readonly (string Keys, string Words)[] Keys =
    [
        ("← →", "Timeline.Keys.Item"), ("↑ ↓", "Timeline.Keys.Lane"), ("1 2 3 4 5", "Timeline.Keys.Stop"), ("+ −", "Timeline.Keys.Zoom"),
        ("Home · End", "Timeline.Keys.Ends"), ("G · Shift+G", "Timeline.Keys.Gap"), ("F · Shift+F", "Timeline.Keys.FlareUp"), ("E · Shift+E", "Timeline.Keys.Period"),
        ("Enter", "Timeline.Keys.Open"), ("Esc", "Timeline.Keys.Back"), ("/", "Timeline.Keys.Search"), ("N", "Timeline.Keys.Log"), ("?", "Timeline.Keys.List"),
    ];

    // Looked at together there are no periods, no search and nothing to log.
    private static readonly string[] NotShared = ["Timeline.Keys.Period", "Timeline.Keys.Search", "Timeline.Keys.Log"];

    private ElementReference _frame;
    private IJSObjectReference? _script;
    private DotNetObjectReference<TimelineDrawing>? _self;
    private TimelineLadder? _ladder;
    private TimelineMinimap? _whole;
    private IReadOnlyList<TimelinePicture> _pictures = [];
    private (TimelineStop Stop, DateSpan Window)? _near;
    private double _width;
    private bool _every;
    private bool _left;
    private (PatientTimeline, double, CurveSelection, bool) _drawn;
    private TimelineScale? _scale;
    private readonly Dictionary<TimelineStop, TimelinePicture> _printed = [];

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Timeline { get; set; }

    /// <summary>The curves to draw.</summary>
    [Parameter, EditorRequired]
    public required CurveSelection Curves { get; set; }

    /// <summary>Whether long pauses are folded.</summary>
    [Parameter]
    public bool Folded { get; set; }

    /// <summary>The name of what is chosen.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>Where words were found.</summary>
    [Parameter]
    public IReadOnlyList<TimelineHit> Hits { get; set; } = [];

    /// <summary>Raised with the name of what was chosen.</summary>
    [Parameter]
    public EventCallback<string> Choose { get; set; }

    /// <summary>Told the window on the screen once it has come to rest. No event callback: nothing on the page changes by it, and nothing is to be read again.</summary>
    [Parameter]
    public Action<TimelineView>? Rested { get; set; }

    private double Lanes => TimelineLanes.HeightFor(Curves.Count(Timeline));

    private double Height => Lanes + TimelineLanes.MinimapHeight + 10;

    /// <summary>Told by the script once the width has settled.</summary>
    [JSInvokable]
    public void Resized(double width)
    {
        known.Pixels = width;
        Draw();
        StateHasChanged();
    }

    /// <summary>Told by the script when something was chosen.</summary>
    [JSInvokable]
    public Task Chose(string key) => Choose.InvokeAsync(key);

    /// <summary>Told by the script when the list of keys was asked for.</summary>
    [JSInvokable]
    public Task ShowKeys() => KeyDialog.ShowAsync(
        dialogs,
        wording["Timeline.Keys.Title"],
        [.. Keys.Where(key => !Timeline.Shared || !NotShared.Contains(key.Words)).Select(key => (key.Keys, wording[key.Words]))]);

    /// <summary>Told by the script when a movement has ended; days as ISO dates, the stop as its number.</summary>
    [JSInvokable]
    public void Settled(string from, string to, int stop)
    {
        if (DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first)
            && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly last)
            && last >= first)
        {
            Rested?.Invoke(new TimelineView(first, last));
            if (_ladder?[(TimelineStop)stop] is { Whole: false })
            {
                // One window to either side, so that a short movement finds everything there.
                int days = last.DayNumber - first.DayNumber + 1;
                _near = ((TimelineStop)stop, new DateSpan(first.AddDays(-days), last.AddDays(days)));
                Draw();
                StateHasChanged();
            }
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => Draw();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Timelines/TimelineDrawing.razor.js"]);
            if (_left)
            {
                // Left before the script came: nobody else would let go of it.
                await _script.DisposeAsync();
                return;
            }

            await _script.InvokeVoidAsync("attach", _frame, _self);
        }

        if (_script is not null && !_left)
        {
            await _script.InvokeVoidAsync("refresh", _frame, Chosen, Hits.Select(hit => hit.Key));
            if (!_every && !_left && _pictures.Count > 0)
            {
                // The first picture is on the screen; now the other stops may come.
                _every = true;
                Draw();
                StateHasChanged();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _left = true;
        _self?.Dispose();
        await _script.DisposeSafelyAsync("detach", _frame);
    }

    private void Draw()
    {
        if (known.Pixels <= 0)
        {
            return; // The script has not measured yet.
        }

        var drawn = (Timeline, known.Pixels, Curves, Folded);
        if (drawn != _drawn)
        {
            _drawn = drawn;
            _printed.Clear();
            _width = Math.Max(known.Pixels, Narrowest);
            _scale = TimelineScale.Fit(Timeline, 0, _width - TimelineLanes.Gutter - TimelineLanes.RightAir, Folded);
            _ladder = TimelineLadder.Create(Timeline.Held.Count, _scale.Days, Timeline.Today.DayNumber - (Timeline.FollowedSince ?? Timeline.Today).DayNumber, _scale.Width);
        }

        _whole = TimelineMinimap.Draw(Timeline, _scale!, Hits.Select(hit => hit.Day));
        _pictures = [.. _ladder!.Rungs.Where(IsWanted).Select(Picture)];
    }

    private bool IsWanted(TimelineRung rung) =>
        rung.Whole ? _every || rung.Stop == _ladder!.Opening : rung.Stop == _near?.Stop;

    // A stop that was printed is not drawn again because another one is wanted too.
    private TimelinePicture Picture(TimelineRung rung)
    {
        DateSpan? window = rung.Whole ? null : _near!.Value.Window;
        if (_printed.TryGetValue(rung.Stop, out TimelinePicture? picture) && picture.Window == window)
        {
            return picture;
        }

        return _printed[rung.Stop] = TimelinePicture.Draw(new TimelineLook(Timeline, rung.Stop, _scale!.At(rung.PixelsPerDay), window, wording), Curves);
    }
}

/// <summary>The width of the last drawing in this room, so that the next one can be drawn before it is measured.</summary>
public sealed class DrawingWidth
{
    /// <summary>In pixels; 0 until a drawing was measured.</summary>
    public double Pixels { get; set; }
}

/// <summary>The window on a timeline that is on the screen.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record TimelineView(DateOnly From, DateOnly To);

/// <summary>A place where words were found.</summary>
/// <param name="Key">The item's name in links.</param>
/// <param name="Day">Its day.</param>
/// <param name="Excerpt">The words around what was found.</param>
public sealed record TimelineHit(string Key, DateOnly Day, string Excerpt);
