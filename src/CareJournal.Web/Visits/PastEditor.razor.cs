using CareJournal.Visits;
using CareJournal.Web.Drafts;
using CareJournal.Web.Host;

namespace CareJournal.Web.Visits;

/// <summary>The grid for a paper file: says what is understood of it while it is typed, and records all of it in one act.</summary>
public sealed partial class PastEditor(PastVisitsRecorder recorder, PracticeClock clock, Words words, IJSRuntime scripts) : IAsyncDisposable
{
    private static readonly PastColumn[] Columns = [PastColumn.Date, PastColumn.Impression, PastColumn.Agreed, PastColumn.NextStep, PastColumn.Activities];

    private readonly SaveAnswer _answer = new(words);
    private PastForm _form = null!;
    private PastFacts _facts = null!;
    private FormDraft<PastForm>? _draft;
    private ElementReference _grid;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private DotNetObjectReference<PastEditor>? _self;
    private string? _shown;
    private string? _sentence;
    private bool _confirmed;
    private bool _busy;
    private bool _left;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    /// <summary>What the journal has of the person.</summary>
    [Parameter, EditorRequired]
    public required PastFacts Facts { get; set; }

    /// <summary>Reads the facts anew once others were saved; <c>null</c> if the person is not in the journal any more.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<PastFacts?>> ReadAgain { get; set; }

    /// <summary>Raised when a draft that was found is discarded.</summary>
    [Parameter]
    public EventCallback Abandoned { get; set; }

    /// <summary>Called by the script: returns what is understood of the rows as they are typed.</summary>
    [JSInvokable]
    public PastPainting Read(string rows)
    {
        PastReading reading = PastReading.Of(PastTable.Read(rows), _facts, clock.Today);
        if (_sentence is not null && !_busy && !reading.HasFaults && reading.Sessions.Count > 0)
        {
            // Nothing stands in the way any more.
            _sentence = null;
            _ = InvokeAsync(StateHasChanged);
        }

        return PastPainting.Of(reading, words);
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        await _script.DisposeSafelyAsync();
        await _module.DisposeSafelyAsync();
        _self?.Dispose();
    }

    protected override void OnInitialized() => (_facts, _form) = (Facts, new PastForm { PatientId = Facts.PatientId });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Visits/PastEditor.razor.js"]);
            if (_left)
            {
                // The page was left while the script was loading: nothing else disposes it.
                await _module.DisposeAsync();
                return;
            }

            _script = await _module.InvokeAsync<IJSObjectReference?>("attach", _grid, _self, PastSentences.Of(words));
        }
    }

    private string Label(PastColumn column) => words[column switch
    {
        PastColumn.Date => "Past.Date",
        PastColumn.Impression => "Visit.Impression",
        PastColumn.Agreed => "Visit.Agreed",
        PastColumn.NextStep => "NextStep.Label",
        _ => "Instrument.Activities",
    }];

    // The text of a draft, in which a day without a year is written out when it would be another one by now.
    private void TakeUp(PastForm form)
    {
        if (form.Rows is { } rows && _draft!.TypedOn != clock.Today)
        {
            form.Rows = PastDates.WrittenOut(rows, _draft.TypedOn, clock.Today, words);
        }

        (_form, _shown) = (form, form.Rows);
    }

    private Task ConfirmAsync()
    {
        _confirmed = true;
        return SaveAsync();
    }

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        _answer.Clear();
        _sentence = null;
        try
        {
            Guid? draft = await _draft!.TakeAsync();
            PastReading reading = PastReading.Of(PastTable.Read(_form.Rows), _facts, clock.Today);
            if (reading.HasFaults || reading.Sessions.Count == 0)
            {
                await RefuseAsync(reading, reading.HasFaults ? words.Refused(reading.Rows.Sum(row => row.Faults.Count)) : words["Past.Nothing"]);
                return;
            }

            await AnswerAsync(await recorder.RecordAsync(reading.AsForm(_facts, draft, _confirmed)), reading);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task AnswerAsync(SaveOutcome outcome, PastReading reading)
    {
        if (_answer.Take(outcome) is { } saved)
        {
            await _draft!.SettledAsync();
            string done = words.Count(reading.Sessions.Count, "Past.Done");
            Notices.Say(saved.Reopened ? $"{done}. {words["Toast.Reopened"]}" : done, saved.ActId);
            Navigation.NavigateTo(Urls.Person(_facts.PatientId));
        }
        else if (outcome is SaveOutcome.Stale or SaveOutcome.Invalid && await ReadAgain() is { } facts)
        {
            // Sessions were saved, or a day of birth or death was changed, since the page read them: the rows concerned say so.
            _facts = facts;
            await RefuseAsync(PastReading.Of(PastTable.Read(_form.Rows), facts, clock.Today), outcome is SaveOutcome.Stale ? words["Past.Stale"] : _answer.Sentence!);
        }
    }

    private async Task RefuseAsync(PastReading reading, string sentence)
    {
        _sentence = sentence;
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("show", PastPainting.Of(reading, words));
        }
    }
}
