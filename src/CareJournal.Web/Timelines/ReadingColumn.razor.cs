using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Web.Timelines;

/// <summary>
/// A part of a follow-up to be read. The notes of its visits are read when it is shown, since ten years of notes would make every timeline slow; its script walks
/// from row to row by the arrow keys and brings what was chosen into sight.
/// </summary>
public sealed partial class ReadingColumn(VisitReader reader, IJSRuntime scripts) : IAsyncDisposable
{
    private ElementReference _column;
    private IJSObjectReference? _script;
    private ReadingWindow? _shown;
    private IReadOnlyList<ReadingPiece> _pieces = [];
    private IReadOnlyDictionary<Guid, string> _notes = new Dictionary<Guid, string>();
    private (ReadingWindow?, string?) _inSight;
    private bool _left;

    /// <summary>The person's timeline.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Timeline { get; set; }

    /// <summary>What of it is read.</summary>
    [Parameter, EditorRequired]
    public required ReadingWindow Reading { get; set; }

    /// <summary>The answers that are drawn beside it as a thin line.</summary>
    [Parameter]
    public TimelineCurve? Curve { get; set; }

    /// <summary>The key of the chosen item: it is shown in full, in its place.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The days on the drawing above, for links.</summary>
    [Parameter]
    public TimelineView? View { get; set; }

    /// <summary>Whether there is no drawing above: it is then read from its beginning on, else it opens at its last visit.</summary>
    [Parameter]
    public bool Whole { get; set; }

    /// <summary>Whether it opens at its first item, because one came from what is earlier.</summary>
    [Parameter]
    public bool AtFirst { get; set; }

    /// <summary>Raised with the item to go back to.</summary>
    [Parameter]
    public EventCallback<ReadingItem> Earlier { get; set; }

    /// <summary>Raised with the item to go on to.</summary>
    [Parameter]
    public EventCallback<ReadingItem> Later { get; set; }

    /// <summary>Raised after something was recorded: the timeline must be read again.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    // Everything is assigned at once: a column without its notes would grow while it is read.
    protected override async Task OnParametersSetAsync()
    {
        ReadingWindow reading = Reading;
        if (reading != _shown)
        {
            ReadingItem.OfVisit[] visits = [.. reading.Items.OfType<ReadingItem.OfVisit>()];
            var notes = visits.Length == 0 ? _notes : await reader.ReadNotesAsync(Timeline.Patient.Id, [.. visits.Select(visit => visit.Visit.Id)]);
            if (reading == Reading)
            {
                (_shown, _notes) = (reading, notes);
            }
        }

        _pieces = ReadingLine.Of(_shown?.Items ?? [], Curve);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Timelines/ReadingColumn.razor.js"]);
            if (_left)
            {
                // The page was left while the script was loading: nothing else disposes it.
                await _script.DisposeAsync();
                return;
            }

            await _script.InvokeVoidAsync("attach", _column);
        }

        if (_script is null || _left || _shown is null || _inSight == (_shown, Chosen))
        {
            return;
        }

        var (before, chosen) = _inSight;
        _inSight = (_shown, Chosen);
        if ((Chosen is { Length: > 0 } && Chosen != chosen) || (!Whole && _shown != before))
        {
            await _script.InvokeVoidAsync("bringIntoSight", _column, Chosen, AtFirst);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        await _script.DisposeSafelyAsync("detach", _column);
    }

    private string Nearest(ReadingItem item) => Words.Date(item.Day);
}
