using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.AwayReview;

/// <summary>What the small forms under a row have in common: whom they are about, and how a save ended.</summary>
public abstract class AwayFormBase : ComponentBase
{
    /// <summary>The row it is about.</summary>
    [Parameter, EditorRequired]
    public required AwayRow Row { get; set; }

    /// <summary>The shelf on which the row stands.</summary>
    [Parameter, EditorRequired]
    public Shelf Shelf { get; set; }

    /// <summary>The civil day at the practice.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Raised once the act is on disk.</summary>
    [Parameter]
    public EventCallback<AwayDone> Done { get; set; }

    /// <summary>Raised when the form is left without an act.</summary>
    [Parameter]
    public EventCallback Close { get; set; }

    /// <summary>Puts figures and dates into sentences.</summary>
    [Inject]
    protected Wording Wording { get; init; } = null!;

    /// <summary>How the last save ended; <c>null</c> before one.</summary>
    protected SaveOutcome? Outcome { get; private set; }

    /// <summary>What could not be right in it.</summary>
    protected IReadOnlyList<Problem> Problems => Outcome is SaveOutcome.Invalid(var problems) ? problems : [];

    /// <summary>The rows that are chosen together.</summary>
    [CascadingParameter]
    public AwaySelection Selection { get; set; } = new();

    private protected IReadOnlyList<AwaySeen> People => [.. Selection.With(Shelf, Row).Select(row => new AwaySeen(row.Facts.PatientId, row.Facts.LastVisit))];

    private protected AwaySeen Seen => new(Row.Facts.PatientId, Row.Facts.LastVisit);

    private protected Guid PatientId => Row.Facts.PatientId;

    /// <summary>What is wrong with a field, as a sentence.</summary>
    protected string? Problem(string field) => NextStepSentence.ProblemOf(Problems, field, Wording);

    /// <summary>Tells how a save ended: on disk to the page, anything else in the form, where the text still stands.</summary>
    protected async Task TellAsync(ActKind kind, SaveOutcome outcome, int people = 1)
    {
        Outcome = outcome;
        if (outcome is SaveOutcome.Saved saved)
        {
            await Done.InvokeAsync(new AwayDone(Row, Shelf, kind, saved.ActId, people));
        }
    }
}
