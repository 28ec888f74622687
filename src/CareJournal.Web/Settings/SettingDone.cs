namespace CareJournal.Web.Settings;

/// <summary>The attempt of a section of the settings to save, and its result.</summary>
public sealed record SettingDone(ActKind Kind, SaveOutcome Outcome)
{
    /// <summary>The first error message of a field; null if there is none.</summary>
    public static string? ProblemOf(SaveOutcome outcome, Words words) =>
        outcome is SaveOutcome.Invalid { Problems: [var first, ..] } ? words.Problem(first) : null;
}
