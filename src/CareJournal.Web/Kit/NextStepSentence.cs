using System.Globalization;
using CareJournal.Acts;
using CareJournal.NextSteps;

namespace CareJournal.Web.Kit;

/// <summary>What was said about the next time, to stand inside a sentence.</summary>
public static class NextStepSentence
{
    /// <summary>« se revoir toutes les 4 semaines ; décidé à deux ; dit le 3 mai 2026 ». Who decided is left out where it was not said.</summary>
    public static string Of(NextStep step, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(wording);
        return Of(wording.NextStep(step), step.DecidedBy, step.SaidOn, wording);
    }

    /// <summary>The same, from a step that is already in words.</summary>
    public static string Of(string step, DecidedBy decidedBy, DateOnly saidOn, Wording wording) => And(InSentence(step), decidedBy, saidOn, wording);

    /// <summary>Adds who decided, where it was said, and when it was said.</summary>
    public static string And(string said, DecidedBy decidedBy, DateOnly saidOn, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        string decided = decidedBy == DecidedBy.NotSaid ? said : wording["NextStep.Joined", said, wording.Decided(decidedBy)];
        return wording["NextStep.Joined", decided, wording["NextStep.SaidOn", wording.Date(saidOn)]];
    }

    /// <summary>A label as it stands after a colon.</summary>
    public static string InSentence(string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        return char.ToLower(label[0], CultureInfo.InvariantCulture) + label[1..];
    }

    /// <summary>What is wrong with a field, as a sentence; <c>null</c> while all is well.</summary>
    public static string? ProblemOf(IReadOnlyList<Problem> problems, string field, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(wording);
        return problems.FirstOrDefault(problem => string.Equals(problem.Field, field, StringComparison.Ordinal)) is { } problem ? wording.Problem(problem) : null;
    }
}
