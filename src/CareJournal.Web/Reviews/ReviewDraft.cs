using CareJournal.Reviews;

namespace CareJournal.Web.Reviews;

/// <summary>A review that is being typed, as a draft: the names of what is typed.</summary>
internal static class ReviewDraft
{
    /// <summary>The form, in one word.</summary>
    public const string Form = "review";

    /// <summary>The day, as it is typed.</summary>
    public const string TakenOn = nameof(ReviewForm.TakenOn);

    /// <summary>Where we are.</summary>
    public const string Situation = nameof(ReviewForm.Situation);

    /// <summary>The needs of the moment.</summary>
    public const string Needs = nameof(ReviewForm.Needs);

    /// <summary>What justifies the rhythm.</summary>
    public const string JustifiesRhythm = nameof(ReviewForm.JustifiesRhythm);
}
