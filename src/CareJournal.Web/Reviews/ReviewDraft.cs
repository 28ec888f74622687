using CareJournal.Reviews;

namespace CareJournal.Web.Reviews;

/// <summary>A review that is being typed, as a draft. Pure.</summary>
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

    /// <summary>What was chosen: the kind, or nothing.</summary>
    public static string Choices(ReviewForm form) => form.Kind?.ToString() ?? "";

    /// <summary>Takes over what stands in the fields.</summary>
    public static void Take(ReviewForm form, IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        form.Situation = fields.GetValueOrDefault(Situation);
        form.Needs = fields.GetValueOrDefault(Needs);
        form.JustifiesRhythm = fields.GetValueOrDefault(JustifiesRhythm);
        form.Kind = Enum.TryParse(fields.GetValueOrDefault("Choices"), ignoreCase: false, out ReviewKind kind) ? kind : null;
    }
}
