using CareJournal.Measures;
using CareJournal.Timelines;
using MudBlazor;

namespace CareJournal.Web.Timelines;

/// <summary>
/// Draws a timeline at the width that its script measured: the farther stops once for the whole follow-up, the nearer ones only around
/// the window in which the last movement ended. The script reports what was chosen and where a movement ended, and nothing else.
/// </summary>
public sealed partial class TimelineDrawing(IJSRuntime scripts, IDialogService dialogs, NavigationManager navigation, Words words, DrawingWidth known) : IAsyncDisposable
{
    /// <summary>The width of the frame, in pixels, below which the names of the lanes stand inside the drawing; a page that has something to read instead leaves it out.</summary>
    public const double Narrow = 640;

    private const double Narrowest = 300;
    private const double Toolbar = 46;
    private const double NameHeight = 24;

    private static readonly (string Keys, string Words)[] Keys =
    [
        ("← →", "Timeline.Keys.Item"), ("↑ ↓", "Timeline.Keys.Lane"), ("1 2 3 4 5", "Timeline.Keys.Stop"), ("+ −", "Timeline.Keys.Zoom"),
        ("Home · End", "Timeline.Keys.Ends"), ("G · Shift+G", "Timeline.Keys.Gap"), ("F · Shift+F", "Timeline.Keys.FlareUp"), ("E · Shift+E", "Timeline.Keys.Period"),
        ("Enter", "Timeline.Keys.Open"), ("Esc", "Timeline.Keys.Back"), ("/", "Timeline.Keys.Search"), ("N", "Timeline.Keys.Log"), ("?", "Timeline.Keys.List"),
    ];

    // In the shared view there are no periods, no search and nothing to log.
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
    private (PatientTimeline, double, bool) _drawn;
    private TimelineScale? _scale;
    private (TimelineStop Stop, DateSpan? Seen, string? Style)? _opened;
    private readonly Dictionary<TimelineStop, (TimelinePicture Picture, CurveSelection Curves)> _printed = [];

    /// <summary>The timeline to draw.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Timeline { get; set; }

    /// <summary>The curves to draw.</summary>
    [Parameter, EditorRequired]
    public required CurveSelection Curves { get; set; }

    /// <summary>Raised with the curves to draw when another one is to be read.</summary>
    [Parameter]
    public EventCallback<CurveSelection> CurvesChanged { get; set; }

    /// <summary>Whether long pauses are folded.</summary>
    [Parameter]
    public bool Folded { get; set; }

    /// <summary>The key of the chosen item.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The places where the search found something.</summary>
    [Parameter]
    public IReadOnlyList<TimelineHit> Hits { get; set; } = [];

    /// <summary>Raised with the key of the item that was chosen.</summary>
    [Parameter]
    public EventCallback<string> Choose { get; set; }

    /// <summary>Called with the window on the screen once a movement has ended. Not an event callback: it changes nothing on the page, so nothing is rendered again.</summary>
    [Parameter]
    public Action<TimelineView>? Rested { get; set; }

    /// <summary>Raised once, when the first picture is painted, or left out: what is below it can then be rendered without keeping it waiting.</summary>
    [Parameter]
    public EventCallback Painted { get; set; }

    /// <summary>Called with the width of the frame in pixels once it has settled. Not an event callback, for the same reason.</summary>
    [Parameter]
    public Action<double>? Measured { get; set; }

    /// <summary>Whether it is lower, without charts and minimap: what it shows is read below it.</summary>
    [Parameter]
    public bool Strip { get; set; }

    /// <summary>Whether it is left out in a frame that is narrower than <see cref="Narrow"/>.</summary>
    [Parameter]
    public bool WideOnly { get; set; }

    private bool IsAbsent => WideOnly && known.Pixels is > 0 and < Narrow;

    private bool IsNarrow => _width < Narrow;

    private double Gutter => IsNarrow ? TimelineLanes.NarrowGutter : TimelineLanes.Gutter;

    private double Lanes => Strip ? TimelineLanes.ChartsTop : Curves.LanesHeight(Timeline);

    private double Height => Strip ? Lanes : Lanes + TimelineLanes.MinimapHeight + 10;

    /// <summary>Called by the script once the width has settled.</summary>
    [JSInvokable]
    public void Resized(double width)
    {
        known.Pixels = width;
        Measured?.Invoke(width);
        Draw();
        StateHasChanged();
    }

    /// <summary>Called by the script when something was chosen.</summary>
    [JSInvokable]
    public Task Chose(string key) => Choose.InvokeAsync(key);

    /// <summary>Called by the script when the list of keys was asked for.</summary>
    [JSInvokable]
    public Task ShowKeys() => KeyDialog.ShowAsync(
        dialogs,
        words["Timeline.Keys.Title"],
        [.. Keys.Where(key => !Timeline.Shared || !NotShared.Contains(key.Words)).Select(key => (words.Keys(key.Keys), words[key.Words]))]);

    /// <summary>Shows a range of days, as if one had moved there.</summary>
    public async Task ShowAsync(DateOnly from, DateOnly to)
    {
        if (_script is not null && !_left)
        {
            await _script.InvokeVoidAsync("show", _frame, from.DayNumber, to.DayNumber + 1);
        }
    }

    /// <summary>Called by the script when a movement has ended; days as ISO dates, the stop to draw for them (or 0) and the stop that is shown as their numbers.</summary>
    [JSInvokable]
    public void Settled(string from, string to, int stop, int shown)
    {
        if (DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first)
            && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly last)
            && last >= first)
        {
            Rested?.Invoke(new TimelineView(first, last) { Stop = (TimelineStop)shown });
            if (_ladder?[(TimelineStop)stop] is { Whole: false })
            {
                // One window to either side, so that a short movement finds everything drawn.
                int days = last.DayNumber - first.DayNumber + 1;
                _near = ((TimelineStop)stop, new DateSpan(first.AddDays(-days), last.AddDays(days)));
                Draw();
                StateHasChanged();
            }
        }
    }

    protected override void OnParametersSet() => Draw();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Timelines/TimelineDrawing.razor.js"]);
            if (_left)
            {
                // The page was left while the script was loading: nothing else disposes it.
                await _script.DisposeAsync();
                return;
            }

            await _script.InvokeVoidAsync("attach", _frame, _self);
        }

        if (_script is not null && !_left)
        {
            await _script.InvokeVoidAsync("refresh", _frame, Chosen, Hits.Select(hit => hit.Key));
            if (!_every && !_left && (IsAbsent || _pictures.Count > 0))
            {
                // The first picture is on the screen; now the other stops are drawn.
                _every = true;
                Draw();
                StateHasChanged();
                await Painted.InvokeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        _self?.Dispose();
        await _script.DisposeSafelyAsync("detach", _frame);
    }

    private void Draw()
    {
        if (known.Pixels <= 0 || IsAbsent)
        {
            _pictures = [];
            return; // The script has not measured yet, or there is no room.
        }

        var drawn = (Timeline, known.Pixels, Folded);
        if (drawn != _drawn)
        {
            _drawn = drawn;
            _printed.Clear();
            _width = Math.Max(known.Pixels, Narrowest);
            _scale = TimelineScale.Fit(Timeline, 0, _width - Gutter - TimelineLanes.RightAir, Folded);
            _ladder = TimelineLadder.Create(TimelineExtent.Of(Timeline, _scale), _scale.Width);
        }

        _opened ??= Open();
        _whole = TimelineMinimap.Draw(Timeline, _scale!, Hits.Select(hit => hit.Day));
        _pictures = [.. _ladder!.Rungs.Where(IsWanted).Select(Picture)];
    }

    // The window is computed here, so that the first picture is on the screen before any script has come, and holds no more than is seen of it. It is written once: from then on
    // the script moves it. The days in an address, and those of what is chosen in it, are found by the script alone.
    private (TimelineStop, DateSpan?, string?) Open()
    {
        if (Chosen is { Length: > 0 } || Urls.NamesWindow(navigation.Uri))
        {
            return (_ladder!.Opening, null, null);
        }

        double start = _ladder!.OpeningStart(_scale!, Timeline.Today);
        double scale = _ladder[_ladder.Opening]!.PixelsPerDay;
        DateSpan seen = new(_scale!.DayAt(start).AddDays(-1), _scale.DayAt(start + (_scale.Width / scale)).AddDays(1));
        return (_ladder.Opening, seen, $"transform:translate3d({Svg.N(-start * scale)}px,0,0)");
    }

    private bool IsOpened(TimelinePicture picture) => _opened is { Style: not null } opened && picture.ShownAs == opened.Stop;

    private bool IsWanted(TimelineRung rung) =>
        rung.Whole ? _every || rung.Stop == _ladder!.Opening : rung.Stop == _near?.Stop;

    // A stop that was drawn is not drawn again because another one is wanted too; where other curves are wanted, its marks stay.
    private TimelinePicture Picture(TimelineRung rung)
    {
        DateSpan? window = !rung.Whole ? _near!.Value.Window : _every ? null : _opened!.Value.Seen;
        TimelinePicture picture = _printed.TryGetValue(rung.Stop, out var printed) && printed.Picture.Window == window
            ? printed.Curves == Curves ? printed.Picture : printed.Picture.With(Timeline, Curves, words)
            : TimelinePicture.Draw(new TimelineLook(Timeline, rung.Detail, _scale!.At(rung.PixelsPerDay), window, words), Curves) with { ShownAs = rung.Stop };
        _printed[rung.Stop] = (picture, Curves);
        return picture;
    }

    private Task ReadAsync(Instrument instrument) => CurvesChanged.InvokeAsync(Curves with { Large = instrument });
}

/// <summary>Keeps the width of the last drawing of this circuit, so that the next one can be drawn before it is measured.</summary>
public sealed class DrawingWidth
{
    /// <summary>The width in pixels; 0 until a drawing was measured.</summary>
    public double Pixels { get; set; }
}

/// <summary>The window on a timeline that is on the screen.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record TimelineView(DateOnly From, DateOnly To)
{
    /// <summary>The stop at which they are shown; <c>null</c> where it is not known.</summary>
    public TimelineStop? Stop { get; init; }
}

/// <summary>A place where the search found something.</summary>
/// <param name="Key">The key of the item in links.</param>
/// <param name="When">When it was, as vaguely as it was reported.</param>
/// <param name="Excerpt">The text around what was found.</param>
public sealed record TimelineHit(string Key, FuzzyDate When, string Excerpt)
{
    /// <summary>The day at which it is marked: the middle of a vague date.</summary>
    public DateOnly Day => When.Middle;
}
