using CareJournal.NextSteps;
using CareJournal.Timelines;

namespace CareJournal.Web.NextSteps;

/// <summary>Writes a next step as part of a sentence.</summary>
public static class NextStepSentence
{
    /// <summary>Writes a step with its date: « se revoir toutes les 4 semaines ; décidé à deux ; dit le 3 mai 2026 ». Who decided is left out if it was not recorded.</summary>
    public static string Of(TimelineStep step, Words words) =>
        Of(words.NextStep(step), step.DecidedBy, step.SaidOn, words);

    /// <summary>Does the same for a step that is already in words.</summary>
    public static string Of(string step, DecidedBy decidedBy, DateOnly saidOn, Words words) => And(Words.InSentence(step), decidedBy, saidOn, words);

    /// <summary>Adds who decided, if that was recorded, and the date of the decision.</summary>
    public static string And(string said, DecidedBy decidedBy, DateOnly saidOn, Words words)
    {
        string decided = decidedBy == DecidedBy.NotSaid ? said : words["NextStep.Joined", said, words.Decided(decidedBy)];
        return words["NextStep.Joined", decided, words["NextStep.SaidOn", words.Date(saidOn)]];
    }

    /// <summary>The error message of a field, or <c>null</c> if there is none.</summary>
    public static string? ProblemOf(IReadOnlyList<Problem> problems, string field, Words words) =>
        problems.FirstOrDefault(problem => string.Equals(problem.Field, field, StringComparison.Ordinal)) is { } problem ? words.Problem(problem) : null;
}
