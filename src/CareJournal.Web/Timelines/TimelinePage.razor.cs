using CareJournal.Keeping;
using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>A person's page.</summary>
public sealed partial class TimelinePage(TimelineReader reader, TimelineAhead ahead, TraceRecorder traces, NavigationManager navigation, Notices notices, IJSRuntime scripts, DrawingWidth known) : IDisposable
{
    private PatientTimeline? _timeline;
    private CurveSelection _curves = new(InstrumentScale.Usual);
    private IReadOnlyList<TimelineHit> _hits = [];
    private PersonReading _reading = new();
    private TimelineDrawing? _drawing;
    private ElementReference _detail;
    private string? _detailed;
    private bool _folded;
    private bool _painted;
    private bool _stale;
    private Guid? _shown;
    private bool _read;

    /// <summary>The person.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The key of the chosen item.</summary>
    [SupplyParameterFromQuery(Name = Urls.Item)]
    public string? Item { get; set; }

    /// <summary>The comparison that is shown, if any.</summary>
    [SupplyParameterFromQuery(Name = Urls.Comparing)]
    public string? Comparing { get; set; }

    /// <summary>The kind of fact that is being added, if any.</summary>
    [SupplyParameterFromQuery(Name = Urls.Add)]
    public string? Add { get; set; }

    // What is chosen, or begun, stands beside the picture; what can be read stands in its place in the column. Otherwise the picture has the whole width.
    private bool IsBeside => Add is TimelineItem.NewFlareUp or TimelineItem.NewLifeEvent || (Item is { Length: > 0 } item && !_reading.Has(item));

    protected override void OnInitialized()
    {
        notices.TakenBack += ReadAfterUndo;
        reader.Changed += ReadAfterSave;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Id)
        {
            _shown = Id;
            _painted = false;
            _reading = new PersonReading(known.Pixels is > 0 and < TimelineDrawing.Narrow);
            await ReadAfreshAsync(ahead.Find(Id));
            _curves = new CurveSelection(InstrumentScale.Usual);
            _hits = [];
        }
        else if (_reading.Narrow && _detailed != Item)
        {
            _reading.Arrange(_timeline, Item);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_timeline is null || _detailed == Item)
        {
            return;
        }

        _detailed = Item;
        if (Item is not { Length: > 0 } || (_reading.IsOn && !IsBeside))
        {
            return; // In the column it is brought into sight there.
        }

        try
        {
            await using var module = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Timelines/TimelinePage.razor.js"]);
            await module.InvokeVoidAsync("bringIntoSight", _detail);
        }
        catch (Exception gone) when (ScriptDisposal.IsPageGone(gone))
        {
            // The page was left before its script was loaded.
        }
    }

    public void Dispose()
    {
        notices.TakenBack -= ReadAfterUndo;
        reader.Changed -= ReadAfterSave;
    }

    // The picture is on the screen: from here on the record was opened.
    private void ShowRest()
    {
        _painted = true;
        traces.Opened(Id);
    }

    private async Task ReadAfreshAsync(PatientTimeline? readAhead = null)
    {
        _stale = false;
        _timeline = readAhead ?? await reader.ReadAsync(Id);
        _read = true;
        _reading.Arrange(_timeline, Item);
    }

    // A save of this page is announced to this page too, which has read it by then.
    private Task ReadIfStaleAsync() => _stale ? ReadAfreshAsync() : Task.CompletedTask;

    private void ReadAfterUndo() => _ = InvokeAsync(async () =>
    {
        await ReadIfStaleAsync();
        StateHasChanged();
    });

    // The save was made in this tab or in another one.
    private void ReadAfterSave(IReadOnlyCollection<Guid> people)
    {
        if (people.Count == 0 || people.Contains(Id))
        {
            _stale = true;
            ReadAfterUndo();
        }
    }

    private void Rest(TimelineView view)
    {
        if (_reading.Rest(_timeline!, view))
        {
            StateHasChanged();
        }
    }

    private void Measure(double pixels)
    {
        if (_reading.Measure(_timeline!, pixels, Item))
        {
            StateHasChanged();
        }
    }

    private async Task GoAsync(ReadingItem item, bool back)
    {
        if (_reading.Narrow)
        {
            _reading.ReadMore(_timeline!);
            return;
        }

        var (from, to) = _reading.DaysTo(item.Day, back);
        await _drawing!.ShowAsync(from, to);
    }

    // From mark to mark is one step back: going back leaves the detail.
    private void Choose(string key) => navigation.NavigateTo(Urls.Person(Id, key, _reading.View), replace: Item is { Length: > 0 } && key.Length > 0);
}
