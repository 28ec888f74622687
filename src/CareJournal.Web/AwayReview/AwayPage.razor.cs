using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Drafts;

namespace CareJournal.Web.AwayReview;

/// <summary>The review of the follow-ups: one person after the other, or as lists.</summary>
public sealed partial class AwayPage(AwayReader reader, DraftReader drafts, UndoRecorder undo, Notices notices, NavigationManager navigation, IJSRuntime scripts)
{
    private static readonly AwayList[] Tasks = [AwayList.Late, AwayList.Undecided, AwayList.TakeStock];

    private readonly AwayFocus _focus = new();
    private readonly AwaySelection _selection = new();
    private readonly AwayHistory _history = new();
    private AwayAnswer? _answer;
    private AwayFilter _filter = new();
    private AwayOrder _order = new([]);
    private AwayTurn? _turn;
    private AwayAct? _open;
    private readonly AddressSteps<Guid?> _steps = new();

    /// <summary>The draft to resume, if there is one: its form is open.</summary>
    [SupplyParameterFromQuery(Name = Urls.ResumedDraft)]
    public Guid? Resumed { get; set; }

    /// <summary>The person who is looked at; the first one if they are not in the review.</summary>
    [SupplyParameterFromQuery(Name = Urls.ReviewedPerson)]
    public Guid? Person { get; set; }

    /// <summary>How the review is shown.</summary>
    [CascadingParameter]
    public ReviewView View { get; set; } = new(isList: false);

    private string? Since => _answer is not { Before: { } before } ? null : string.Join(' ',
    [
        Words["Away.Since", Words.Date(before)],
        $"{Words.Count(_answer.ReturnedSince, "Away.Since.Returned")},",
        $"{Words.Count(Tasks.Sum(list => All(list).Count(row => row.New.Contains(list))), "Away.Since.New")}.",
    ]);

    protected override async Task OnInitializedAsync()
    {
        notices.TakenBack += ReadAfterUndo;
        _selection.Changed += StateHasChanged;
        (Guid Patient, AwayAct Act)? resumed = Resumed is { } id && await drafts.ReadAsync(id) is { PatientId: { } patient } draft && AwayActs.OfDraft(draft.Form) is { } act ? (patient, act) : null;
        await ReadAsync();
        Show(_order.Find(resumed?.Patient ?? Person));
        if (resumed is { } at)
        {
            Resume(at.Patient, at.Act);
        }
    }

    // A step of this page is shown at once; its address only comes back from the browser later, and must not lead back to it then.
    protected override void OnParametersSet()
    {
        if (_steps.Arrive(Person) && _answer is not null && Person is { } person && person != _turn?.PatientId && _order.PlaceOf(person) >= 0)
        {
            Show(_order.Find(person));
            AskFocus();
        }
    }

    private async Task ReadAsync()
    {
        _answer = await reader.ReadAsync();
        PutInOrder();
    }

    private void PutInOrder() => _order = AwayOrder.Of(Tasks.Select(list => (list, Shown(list))));

    private void Show(AwayTurn? turn) => (_turn, _open) = (turn, null);

    // A draft of a form that this person's turn does not offer is resumed in the lists.
    private void Resume(Guid patient, AwayAct act)
    {
        if (!View.IsList && _turn?.PatientId == patient && AwayActs.Of(_turn.AwayList, AwayActs.CanAsk(_turn.Row)).Contains(act))
        {
            _open = act;
        }
        else
        {
            View.IsList = true;
            _focus.Open(patient, act);
        }
    }

    private IReadOnlyList<AwayRow> All(AwayList list) => list switch
    {
        AwayList.Late => _answer!.Late,
        AwayList.Undecided => _answer!.Undecided,
        AwayList.TakeStock => _answer!.SeriesToReview,
        _ => _answer!.DoorOpen,
    };

    private IEnumerable<AwayRow> Everybody => Tasks.Append(AwayList.DoorOpen).SelectMany(All);

    private IReadOnlyList<AwayRow> Shown(AwayList list) => _filter.IsEmpty ? All(list) : [.. All(list).Where(row => _filter.Shows(row))];

    // An act must only be about rows that are shown. The focus stays in the filter.
    private void Look(AwayFilter filter)
    {
        _filter = filter;
        _selection.Clear();
        PutInOrder();
        if (_order.PlaceOf(_turn?.PatientId) < 0)
        {
            ShowAt(_order.Find(null));
        }
    }

    private AwayFilter Wider(AwayList list) => _filter.WithoutNarrowest(All(list));

    private string? Narrowest(AwayList list) => _filter.IsEmpty ? null : (_filter, Wider(list)) switch
    {
        ({ Band: { } band }, { Band: null }) => Words.Of(band),
        ({ Condition: { } condition }, { Condition: null }) => condition.Label,
        ({ Theme: { } theme }, { Theme: null }) => $"#{theme.Word}",
        ({ Because: { } because }, _) => Words.Of(because),
        _ => null,
    };
}
