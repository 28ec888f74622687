using CareJournal.Visits;
using MudBlazor;

namespace CareJournal.Web.Today;

/// <summary>Reads a pasted day list, asks about each unclear line, and plans the sessions in one act; until then nothing is written.</summary>
public sealed partial class TodayPaste(DayListRecorder recorder, Notices notices, PracticeClock clock, Words words)
{
    private const int LongestList = 20_000;

    private readonly Dictionary<int, Guid?> _chosen = [];
    private readonly Dictionary<int, ElementReference> _lines = [];
    private TextArea? _field;
    private MudButton? _add;
    private IReadOnlyList<DayListRow>? _rows;
    private string? _pasted;
    private string? _problem;
    private bool _busy;
    private bool _toField = true;
    private bool _toNext;

    /// <summary>The practice's civil day.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Raised after the sessions were added.</summary>
    [Parameter]
    public EventCallback Planned { get; set; }

    /// <summary>Raised when the list is discarded.</summary>
    [Parameter]
    public EventCallback Left { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toField)
        {
            _toField = false;
            await _field!.FocusAsync();
        }
        else if (_toNext)
        {
            // The settled line loses its choices: the focus moves to the next one, or to the button.
            _toNext = false;
            await (_rows?.FirstOrDefault(row => row.IsUnclear) is { } unclear ? _lines[unclear.Line.Number].FocusAsync() : _add!.FocusAsync());
        }
    }

    private async Task ReadListAsync()
    {
        _chosen.Clear();
        _lines.Clear();
        IReadOnlyList<DayListRow> rows = await recorder.ReadAsync(Today, _pasted);
        (_rows, _problem, _toNext) = rows.Count == 0 ? (null, words["Today.List.Nothing"], false) : (rows, (string?)null, true);
    }

    private void WriteAgain() => (_rows, _problem, _toField) = (null, null, true);

    private async Task ChooseAsync(DayListRow row, Guid? person)
    {
        _chosen[row.Line.Number] = person;
        await ReadAgainAsync();
    }

    private async Task ReconsiderAsync(DayListRow row)
    {
        _chosen.Remove(row.Line.Number);
        await ReadAgainAsync();
    }

    private async Task ReadAgainAsync() => (_rows, _problem, _toNext) = (await recorder.ReadAsync(Today, _pasted, _chosen), null, true);

    private async Task AddAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        DayListOutcome outcome = await recorder.PlanAsync(Today, _pasted, _chosen);
        _busy = false;
        switch (outcome)
        {
            case DayListOutcome.Planned planned:
                notices.Say(Done(planned), planned.Visits > 0 ? planned.ActId : null);
                await Planned.InvokeAsync();
                break;
            case DayListOutcome.Unclear(var rows):
                (_rows, _problem, _toNext) = (rows, words.Count(rows.Count(row => row.IsUnclear), "Today.List.Unclear"), true);
                break;
            case DayListOutcome.DayIsPast:
                _problem = words["ProblemKind.NotInFuture"];
                break;
            case DayListOutcome.Failed(var fault):
                _problem = words.Of(fault);
                break;
        }
    }

    private string Done(DayListOutcome.Planned planned) => planned.Visits == 0
        ? words["Today.List.NothingAdded"]
        : words["Today.List.Done", words.Done(ActKind.DayListPlanned, TimeOnly.FromDateTime(clock.Local(clock.NowUtc))), words.Count(planned.Visits, "Count.Visits")];

    private string Heard(DayListRow row) =>
        string.Join(", ", new[] { row.Line.At is { } at ? words.Time(at) : null, row.Line.Name, words.Of(row.Finding) }.Where(part => part is not null));
}
