namespace CareJournal.Goals;

/// <summary>A goal: what matters to the person, in their own words. Its last <see cref="GoalStep"/> is its current state.</summary>
public sealed class Goal : PatientRow
{
    /// <summary>The goal in the person's own words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The day on which it was set.</summary>
    public DateOnly SetOn { get; private set; }

    /// <summary>The sign that it is reached, or the time by which it should be, in words.</summary>
    public string? Target { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(GoalForm form, DateOnly today, LifeSpan? life)
    {
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        Words = WrittenText.CleanLine(form.Words)!;
        SetOn = form.SetOn ?? today;
        Target = WrittenText.CleanLine(form.Target);
        return [];
    }

    /// <summary>Changes the words of the goal, as it is recalibrated.</summary>
    public void Reword(string words) => Words = words;
}

/// <summary>The state of a goal from a day on.</summary>
public enum GoalState
{
    /// <summary>Being worked towards; also when it was set aside and is taken up again.</summary>
    Active,

    /// <summary>Reached.</summary>
    Reached,

    /// <summary>Reached, and kept up over time.</summary>
    Sustained,

    /// <summary>Waiting.</summary>
    OnHold,

    /// <summary>Recalibrated: it goes on, in another way than before.</summary>
    Changed,

    /// <summary>Set aside.</summary>
    SetAside,
}

/// <summary>Classifies the states of a goal.</summary>
public static class GoalStates
{
    /// <summary>Whether a goal in this state is still open.</summary>
    public static bool IsOpen(this GoalState state) => state is GoalState.Active or GoalState.Changed or GoalState.OnHold;
}

/// <summary>The form of a goal.</summary>
public sealed class GoalForm : PatientRowForm
{
    /// <inheritdoc cref="Goal.Words"/>
    public string? Words { get; set; }

    /// <inheritdoc cref="Goal.SetOn"/>
    public DateOnly? SetOn { get; set; }

    /// <inheritdoc cref="Goal.Target"/>
    public string? Target { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.Clean(Words) is null ? [new Problem(nameof(Words), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(Target), Target, WrittenText.LongestLine),
        .. ClinicalDate.Problems(nameof(SetOn), SetOn ?? today, today, life),
    ];
}
