using CareJournal.AwayReview;
using CareJournal.Decisions;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.AwayReview;

/// <summary>One person in a list of the review.</summary>
public sealed partial class AwayRowView(Words words)
{
    private AwayRowWords _words = null!;
    private AwayAct? _open;
    private int? _offered;
    private bool _unfolded;

    /// <summary>The person and the state of their follow-up.</summary>
    [Parameter, EditorRequired]
    public required AwayRow Row { get; set; }

    /// <summary>The list that the row is in.</summary>
    [Parameter, EditorRequired]
    public AwayList AwayList { get; set; }

    /// <summary>The rows that are chosen together.</summary>
    [CascadingParameter]
    public AwaySelection Selection { get; set; } = new();

    private protected override AwayList ShownIn => AwayList;

    private protected override AwayRow Shown => Row;

    private string Name => words.Named(Row.Name, Row.Mark);

    private bool AgreedToNews => AwayActs.CanAsk(Row);

    private bool Chosen => Selection.Has(AwayList, Row);

    // The open door is no task: its acts stay collapsed until they are wanted.
    private bool Quiet => AwayList == AwayList.DoorOpen;

    protected override void OnInitialized() => _open = Focus.TakeOpen(Row.Facts.PatientId, AwayActs.Of(AwayList, AgreedToNews));

    protected override void OnParametersSet() => _words = AwayRowWords.Of(Row, AwayList, Today, words);

    private void Press(KeyboardEventArgs pressed)
    {
        if (pressed is { CtrlKey: false, AltKey: false, MetaKey: false, Code: "KeyX" } && !Quiet)
        {
            Selection.Turn(AwayList, Row);
        }
        else if (pressed is { CtrlKey: false, AltKey: false, MetaKey: false } && AwayActs.AtKey(AwayList, AgreedToNews, pressed.Code) is { } act)
        {
            Open(act);
        }
    }

    private void Open(AwayAct act, int? offered = null)
    {
        _offered = offered;
        _open = _open == act && offered is null ? null : act;
    }

    private async Task CloseAsync()
    {
        _open = null;
        await NameElement.FocusAsync();
    }
}
