using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Web.Drafts;
using CareJournal.Web.NextSteps;

namespace CareJournal.Web.AwayReview;

/// <summary>The base of the small forms under a row: whom they are about, and how a save ended.</summary>
public abstract class AwayFormBase : ComponentBase
{
    /// <summary>The row it is about.</summary>
    [Parameter, EditorRequired]
    public required AwayRow Row { get; set; }

    /// <summary>The list that the row is in.</summary>
    [Parameter, EditorRequired]
    public AwayList AwayList { get; set; }

    /// <summary>The civil day at the practice.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Raised once the act is saved.</summary>
    [Parameter]
    public EventCallback<AwayDone> Done { get; set; }

    /// <summary>Raised when the form is left without an act.</summary>
    [Parameter]
    public EventCallback Close { get; set; }

    [Inject]
    private Words Words { get; init; } = null!;

    /// <summary>The outcome of the last save; <c>null</c> before one.</summary>
    protected SaveOutcome? Outcome { get; private set; }

    /// <summary>The problems that the last save found.</summary>
    protected IReadOnlyList<Problem> Problems => Outcome is SaveOutcome.Invalid(var problems) ? problems : [];

    /// <summary>The rows that are chosen together.</summary>
    [CascadingParameter]
    public AwaySelection Selection { get; set; } = new();

    private protected IReadOnlyList<AwaySeen> People => [.. Selection.With(AwayList, Row).Select(row => new AwaySeen(row.Facts.PatientId, row.Facts.LastVisit))];

    private protected AwaySeen Seen => new(Row.Facts.PatientId, Row.Facts.LastVisit);

    private protected Guid PatientId => Row.Facts.PatientId;

    /// <summary>Returns the problem of a field, as a sentence.</summary>
    protected string? Problem(string field) => NextStepSentence.ProblemOf(Problems, field, Words);

    /// <summary>Leaves the form without an act; words that were written in it stay as a draft.</summary>
    /// <param name="draft">The draft of the form.</param>
    protected async Task LeaveAsync<TForm>(FormDraft<TForm>? draft)
        where TForm : class
    {
        await (draft?.LeaveAsync() ?? Task.CompletedTask);
        await Close.InvokeAsync();
    }

    /// <summary>Shows how a save ended: a success on the page, anything else in the form, where the text still is.</summary>
    /// <param name="said">What was done, as a sentence without its full stop.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="settled">Ends the draft of a form that has one, once it is saved.</param>
    /// <param name="people">How many people it is about.</param>
    protected async Task ShowAsync(string said, SaveOutcome outcome, Func<Task>? settled = null, int people = 1)
    {
        Outcome = outcome;
        if (outcome is SaveOutcome.Saved saved)
        {
            await (settled?.Invoke() ?? Task.CompletedTask);
            await Done.InvokeAsync(new AwayDone(Row, AwayList, said, saved.ActId, people));
        }
    }
}
