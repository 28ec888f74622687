using CareJournal.Goals;
using CareJournal.Tools;

namespace CareJournal.Reviews;

/// <summary>The form of a review. At least one thing has to be filled in.</summary>
public sealed class ReviewForm : PatientRowForm
{
    /// <summary>The visit at which stock is taken; its day is then the review's.</summary>
    public Guid? VisitId { get; init; }

    /// <inheritdoc cref="Review.TakenOn"/>
    public DateOnly? TakenOn { get; set; }

    /// <inheritdoc cref="Review.Kind"/>
    public ReviewKind? Kind { get; set; }

    /// <inheritdoc cref="Review.Situation"/>
    public string? Situation { get; set; }

    /// <inheritdoc cref="Review.Needs"/>
    public string? Needs { get; set; }

    /// <inheritdoc cref="Review.JustifiesRhythm"/>
    public string? JustifiesRhythm { get; set; }

    /// <summary>The goals that were looked at, each with its state now.</summary>
    public IReadOnlyList<GoalMove> Goals { get; set; } = [];

    /// <summary>The tools that were looked at, each with its state now.</summary>
    public IReadOnlyList<ToolMove> Tools { get; set; } = [];

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life)
    {
        bool said = Goals.Count + Tools.Count > 0 || new[] { Situation, Needs, JustifiesRhythm }.Any(text => WrittenText.Clean(text) is not null);
        return
        [
            .. said ? Array.Empty<Problem>() : [new Problem(nameof(Situation), ProblemKind.Missing)],
            .. WrittenText.TooLong(nameof(Situation), Situation, WrittenText.LongestNote),
            .. WrittenText.TooLong(nameof(Needs), Needs, WrittenText.LongestNote),
            .. WrittenText.TooLong(nameof(JustifiesRhythm), JustifiesRhythm, WrittenText.LongestNote),
            .. ClinicalDate.Problems(nameof(TakenOn), TakenOn, today, life?.WithoutDeath),
            .. Goals.SelectMany(move => move.Problems()),
            .. Tools.SelectMany(move => move.Problems()),
        ];
    }
}
