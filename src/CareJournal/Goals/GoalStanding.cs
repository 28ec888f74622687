namespace CareJournal.Goals;

/// <summary>A goal with all that was said of it, and where it stands. Pure.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Steps">What was said of it, oldest first.</param>
public sealed record GoalStanding(Goal Goal, IReadOnlyList<GoalStep> Steps)
{
    /// <summary>Where it stands: being worked towards from the day it was set, until something else is said.</summary>
    public GoalState State => Steps.Count == 0 ? GoalState.Active : Steps[^1].State;

    /// <summary>Since which day it stands so.</summary>
    public DateOnly Since => Steps.Count == 0 ? Goal.SetOn : Steps[^1].On;

    /// <summary>Whether it is still on its way.</summary>
    public bool IsOpen => State.IsOpen();

    /// <summary>Goals with their steps: the open ones first, each part by the day on which they were set.</summary>
    public static IReadOnlyList<GoalStanding> Of(IEnumerable<Goal> goals, IEnumerable<GoalStep> steps)
    {
        ILookup<Guid, GoalStep> said = steps.ToLookup(step => step.GoalId);
        return [.. goals
            .Select(goal => new GoalStanding(goal, [.. said[goal.Id].OrderBy(step => step.On).ThenBy(step => step.Id)]))
            .OrderByDescending(goal => goal.IsOpen)
            .ThenBy(goal => goal.Goal.SetOn)
            .ThenBy(goal => goal.Goal.Id)];
    }
}
