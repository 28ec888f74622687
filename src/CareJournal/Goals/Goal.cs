using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.Goals;

/// <summary>What matters to the person, in their own words. Where it stands is its last <see cref="GoalStep"/>.</summary>
public sealed class Goal : PatientRow
{
    /// <summary>The goal in the person's own words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The day on which it was set.</summary>
    public DateOnly SetOn { get; private set; }

    /// <summary>What would show that it is reached, or by when, in words.</summary>
    public string? Target { get; private set; }

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(GoalForm form, DateOnly today, LifeSpan? life)
    {
        ArgumentNullException.ThrowIfNull(form);
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

    /// <summary>Puts the goal in other words, as it is recalibrated.</summary>
    public void Reword(string words) => Words = words;
}

/// <summary>Where a goal stands from a day on. The words of words.md.</summary>
public enum GoalState
{
    /// <summary>Being worked towards; also what was set aside and is taken up again.</summary>
    Active,

    /// <summary>Reached.</summary>
    Reached,

    /// <summary>Reached, and kept up over time.</summary>
    Sustained,

    /// <summary>Waiting.</summary>
    OnHold,

    /// <summary>Recalibrated: it goes on, otherwise than before.</summary>
    Changed,

    /// <summary>Set aside.</summary>
    SetAside,
}

/// <summary>What the states of a goal mean.</summary>
public static class GoalStates
{
    /// <summary>Whether a goal in this state is still on its way.</summary>
    public static bool IsOpen(this GoalState state) => state is GoalState.Active or GoalState.Changed or GoalState.OnHold;
}

/// <summary>A goal as it is typed.</summary>
public sealed class GoalForm
{
    /// <summary>The goal; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends; none when nothing was kept.</summary>
    public Guid? DraftId { get; set; }

    /// <inheritdoc cref="Goal.Words"/>
    public string? Words { get; set; }

    /// <inheritdoc cref="Goal.SetOn"/>
    public DateOnly? SetOn { get; set; }

    /// <inheritdoc cref="Goal.Target"/>
    public string? Target { get; set; }

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.Clean(Words) is null ? [new Problem(nameof(Words), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(Target), Target, WrittenText.LongestLine),
        .. ClinicalDate.Problems(nameof(SetOn), SetOn ?? today, today, life),
    ];
}
