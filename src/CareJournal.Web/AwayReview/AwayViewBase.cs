using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>The base of what shows one person of the review, as a row of a list or alone: the day, and where the keyboard focus goes.</summary>
public abstract class AwayViewBase : ComponentBase
{
    /// <summary>The civil day at the practice.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>The target of the keyboard focus after a person was chosen or an act was done.</summary>
    [Parameter, EditorRequired]
    public required AwayFocus Focus { get; set; }

    /// <summary>Raised once an act is saved.</summary>
    [Parameter]
    public EventCallback<AwayDone> Done { get; set; }

    /// <summary>The element of the name, which takes the focus.</summary>
    protected ElementReference NameElement { get; set; }

    /// <summary>The list in which the person is shown.</summary>
    private protected abstract AwayList ShownIn { get; }

    /// <summary>The person and the state of their follow-up.</summary>
    private protected abstract AwayRow Shown { get; }

    /// <summary>A rhythm to be offered, in days: the person has a slow one and nothing was said of the next step.</summary>
    private protected int? OfferedRhythm => ShownIn == AwayList.Undecided ? Shown.Facts.Course.SlowRhythm(Today) : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Focus.Take(ShownIn, Shown.Facts.PatientId))
        {
            await NameElement.FocusAsync();
        }
    }
}
