using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>A session that is being typed, as a draft: the names of what is typed.</summary>
internal static class VisitDraft
{
    /// <summary>The day, as it is typed.</summary>
    public const string HeldOn = nameof(VisitForm.HeldOn);

    /// <summary>The time, as it is typed.</summary>
    public const string StartsAt = nameof(VisitForm.StartsAt);

    /// <summary>What the practitioner takes away.</summary>
    public const string Impression = nameof(VisitForm.Impression);

    /// <summary>What was agreed.</summary>
    public const string Agreed = nameof(VisitForm.Agreed);

    /// <summary>A note beside it.</summary>
    public const string Note = nameof(VisitForm.Note);

    /// <summary>What justifies the rhythm.</summary>
    public const string JustifiesRhythm = nameof(VisitForm.JustifiesRhythm);

    /// <summary>Who held it.</summary>
    public const string HeldBy = nameof(VisitForm.HeldBy);

    /// <summary>Why it is changed.</summary>
    public const string ReasonForChange = nameof(VisitForm.ReasonForChange);

    /// <summary>The form, in one word.</summary>
    public static string FormOf(bool edit) => edit ? "change" : "visit";
}
