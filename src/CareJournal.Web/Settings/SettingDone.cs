using CareJournal.Acts;

namespace CareJournal.Web.Settings;

/// <summary>What a section of the settings has tried to save, and how that ended.</summary>
public sealed record SettingDone(ActKind Kind, SaveOutcome Outcome)
{
    /// <summary>The first thing that cannot be right with a field, as a sentence; null when all is well.</summary>
    public static string? ProblemOf(SaveOutcome outcome, Kit.Wording wording) =>
        outcome is SaveOutcome.Invalid { Problems: [var first, ..] } ? wording.Problem(first) : null;
}
