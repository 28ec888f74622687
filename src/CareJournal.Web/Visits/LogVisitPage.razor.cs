using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>Reads what the form of a session and the side beside it need: the visible part first, the rest once that is drawn.</summary>
public sealed partial class LogVisitPage(TimelineReader timelines, VisitReader visits)
{
    private static readonly IReadOnlyDictionary<Guid, string> NoNotes = new Dictionary<Guid, string>();

    private PatientTimeline? _timeline;
    private PatientTimeline? _asOf;
    private VisitForm? _form;
    private VisitAnswer? _last;
    private NextToLog? _next;
    private VisitStatus _status;
    private DateTime? _writtenAt;
    private (Guid, Guid?)? _shown;
    private IReadOnlyDictionary<Guid, string> _notes = NoNotes;
    private int _begun;
    private bool _isLast;
    private bool _whole;
    private bool _read;

    /// <summary>The person.</summary>
    [Parameter]
    public Guid PatientId { get; set; }

    /// <summary>The visit to change; null for a new one.</summary>
    [Parameter]
    public Guid? VisitId { get; set; }

    /// <summary>The planned visit to log.</summary>
    [SupplyParameterFromQuery(Name = Urls.PlannedVisit)]
    public Guid? Planned { get; set; }

    private bool IsEdit => _status == VisitStatus.Held;

    private bool AfterPause => _asOf?.Gaps is [.., { To: null }];

    private bool IsReturn => AfterPause && !IsEdit;

    private string Title => IsEdit
        ? Words["Visit.Title.Edit"]
        : Words["Visit.Title"];

    protected override async Task OnParametersSetAsync()
    {
        // A circuit that reconnects renders again; what is being typed must not be read again.
        var wanted = (PatientId, VisitId ?? Planned);
        if (_shown == wanted)
        {
            return;
        }

        _shown = wanted;
        await BeginAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The visible part of the form first: closed sections and the side beside it move nothing when they appear.
        if (_form is not null && !_whole)
        {
            _whole = true;
            StateHasChanged();
            await ReadRestAsync();
        }
    }

    // What was recorded meanwhile is drawn beside the form; what is being typed stays.
    private async Task ReadTimelineAsync()
    {
        _timeline = await timelines.ReadAsync(PatientId) ?? _timeline;
        _asOf = _timeline?.AsOf(_asOf?.Today ?? DateOnly.MaxValue);
    }

    // A session that is entered later is read beside what came before it, and every duration counts up to its day.
    private async Task ChangeDayAsync(DateOnly day)
    {
        _asOf = _timeline!.AsOf(day);
        _last = await visits.ReadLastAsync(PatientId, day, _form!.Id);
        await ReadRestAsync();
    }

    // Everything is assigned at once: a form drawn half-way would be drawn again, and text typed in it meanwhile would be lost.
    private async Task BeginAsync()
    {
        var timeline = await timelines.ReadAsync(PatientId);
        VisitForm? form = null;
        VisitAnswer? recorded = null;
        VisitAnswer? last = null;
        NextToLog? next = null;
        if (timeline is not null)
        {
            recorded = (VisitId ?? Planned) is { } id ? await visits.ReadAsync(id) : null;
            form = recorded?.Form ?? (VisitId is null ? new VisitForm { PatientId = PatientId, HeldOn = timeline.Today } : null);
            next = recorded?.Status == VisitStatus.Held ? null : await visits.ReadNextToLogAsync(form?.Id ?? Guid.Empty);
            last = await visits.ReadLastAsync(PatientId, form?.HeldOn ?? timeline.Today, form?.Id ?? Guid.Empty);
        }

        (_timeline, _form, _next, _last) = (timeline, form, next, last);
        _asOf = timeline?.AsOf(form?.HeldOn ?? timeline.Today);
        (_status, _writtenAt) = (recorded?.Status ?? VisitStatus.Planned, recorded?.WrittenAt);
        (_isLast, _read) = (next is null && recorded?.Status == VisitStatus.Planned, true);
        _begun++;
        if (_whole)
        {
            await ReadRestAsync();
        }
    }

    // Read after the form is drawn, and only where it is shown.
    private async Task ReadRestAsync()
    {
        if (IsReturn)
        {
            _notes = await visits.ReadNotesAsync(PatientId, [.. ReturnSheet.Sessions(_asOf!).Select(visit => visit.Id)]);
            StateHasChanged();
        }
    }
}
