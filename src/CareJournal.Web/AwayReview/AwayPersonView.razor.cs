using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>One person of the review, with what can be done about them.</summary>
public sealed partial class AwayPersonView(Words words)
{
    private const int Years = 10;
    private const int Wide = 640;

    private IReadOnlyList<string> _sentences = [];
    private int? _accepted;
    private Guid _shown;

    /// <summary>The person, with the list in which they are looked at.</summary>
    [Parameter, EditorRequired]
    public required AwayTurn Turn { get; set; }

    /// <summary>The person's place in the order, from 1.</summary>
    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>How many people there are in the order.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>The act whose form is open.</summary>
    [Parameter]
    public AwayAct? Open { get; set; }

    /// <summary>Raised with the act whose form is to be open.</summary>
    [Parameter]
    public EventCallback<AwayAct?> OpenChanged { get; set; }

    /// <summary>Raised with how many places to go: 1 for the next person, -1 for the one before.</summary>
    [Parameter]
    public EventCallback<int> Go { get; set; }

    private protected override AwayList ShownIn => Turn.AwayList;

    private protected override AwayRow Shown => Turn.Row;

    private Guid PatientId => Turn.PatientId;

    private string Name => words.Named(Turn.Row.Name, Turn.Row.Mark);

    // The last ten years, or as much of them as the journal has; a short past still gets a year.
    private DateOnly Start => new[] { Today.AddYears(-Years), new[] { Turn.Row.Facts.HeldOn[0], Today.AddYears(-1) }.Min() }.Max();

    protected override void OnParametersSet()
    {
        _sentences = AwayRowWords.BesideRhythm(Turn.Row, Turn.AwayList, Today, words);
        if (_shown != PatientId)
        {
            (_shown, _accepted) = (PatientId, null);
        }
    }

    private Task OpenAsync(AwayAct? act)
    {
        _accepted = null;
        return OpenChanged.InvokeAsync(act);
    }

    private Task AcceptAsync(int days)
    {
        _accepted = days;
        return OpenChanged.InvokeAsync(AwayAct.SettleNextStep);
    }

    private async Task CloseAsync()
    {
        await OpenAsync(null);
        await NameElement.FocusAsync();
    }
}
