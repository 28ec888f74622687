using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Patients;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.AwayReview;

/// <summary>One person on a shelf of the review.</summary>
public sealed partial class AwayRowView(AwayDecisionRecorder decisions, Wording wording)
{
    private ElementReference _name;
    private AwayRowWords _words = null!;
    private AwayAct? _open;
    private int? _offer;
    private int? _offered;
    private SaveOutcome? _outcome;
    private bool _busy;
    private bool _gone;
    private bool _unfolded;

    /// <summary>The person and where they stand.</summary>
    [Parameter, EditorRequired]
    public required AwayRow Row { get; set; }

    /// <summary>The shelf on which the row stands.</summary>
    [Parameter, EditorRequired]
    public Shelf Shelf { get; set; }

    /// <summary>The civil day at the practice.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Where the keyboard goes after an act.</summary>
    [Parameter, EditorRequired]
    public required AwayFocus Focus { get; set; }

    /// <summary>Raised once an act is on disk.</summary>
    [Parameter]
    public EventCallback<AwayDone> Done { get; set; }

    /// <summary>The rows that are chosen together.</summary>
    [CascadingParameter]
    public AwaySelection Selection { get; set; } = new();

    private Wording Wording => wording;

    private bool AgreedToNews => Row.Facts.CheckIn is CheckInConsent.ByPhone or CheckInConsent.InWriting;

    private bool Chosen => Selection.Has(Shelf, Row);

    // The open door is no task: its acts stay folded away until they are wanted.
    private bool Quiet => Shelf == Shelf.DoorOpen;

    // A second press that was on its way when the row left is about what was done already.
    /// <inheritdoc/>
    public void Dispose() => _gone = true;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _words = AwayRowWords.Of(Row, Shelf, Today, wording);
        _offer = Shelf == Shelf.Undecided ? Row.Facts.Course.SlowRhythm(Today) : null;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Focus.Take(Shelf, Row.Facts.PatientId))
        {
            await _name.FocusAsync();
        }
    }

    private Task PressAsync(KeyboardEventArgs pressed)
    {
        if (pressed is { CtrlKey: false, AltKey: false, MetaKey: false, Code: "KeyX" } && !Quiet)
        {
            Selection.Turn(Shelf, Row);
            return Task.CompletedTask;
        }

        return pressed is { CtrlKey: false, AltKey: false, MetaKey: false } && AwayActs.AtKey(Shelf, AgreedToNews, pressed.Code) is { } act ? OpenAsync(act) : Task.CompletedTask;
    }

    private Task OpenAsync(AwayAct act, int? offered = null)
    {
        _outcome = null;
        _offered = offered;
        if (AwayActs.IsAtOnce(act))
        {
            _open = null;
            return DoAsync(act);
        }

        _open = _open == act && offered is null ? null : act;
        return Task.CompletedTask;
    }

    private async Task CloseAsync()
    {
        _open = null;
        await _name.FocusAsync();
    }

    private async Task DoAsync(AwayAct act)
    {
        bool isDone = _busy || _gone;
#if SABOTAGE_ONCE
        isDone = false;
#endif
        if (isDone)
        {
            return;
        }

        _busy = true;
        try
        {
            AwaySeen[] people = [.. Selection.With(Shelf, Row).Select(row => new AwaySeen(row.Facts.PatientId, row.Facts.LastVisit))];
            (ActKind kind, _outcome) = act == AwayAct.CloseOnMySide
                ? (ActKind.PatientClosed, await decisions.CloseOnMySideAsync(new AwaySeen(Row.Facts.PatientId, Row.Facts.LastVisit)))
                : (ActKind.AwayDecided, await decisions.DecideAsync(people, Shelf, AwayDecisionKind.LeaveInPeace, null));
            if (_outcome is SaveOutcome.Saved saved)
            {
                await Done.InvokeAsync(new AwayDone(Row, Shelf, kind, saved.ActId, kind == ActKind.AwayDecided ? people.Length : 1));
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
