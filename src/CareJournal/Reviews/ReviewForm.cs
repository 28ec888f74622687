using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Goals;
using CareJournal.Tools;

namespace CareJournal.Reviews;

/// <summary>A review as it is typed. At least one thing has to be said.</summary>
public sealed class ReviewForm
{
    /// <summary>The review; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends, if there is one.</summary>
    public Guid? DraftId { get; set; }

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

    /// <summary>Goals that were looked at, each with where it stands now.</summary>
    public IReadOnlyList<GoalMove> Goals { get; set; } = [];

    /// <summary>Tools that were looked at, each with where it stands now.</summary>
    public IReadOnlyList<ToolMove> Tools { get; set; } = [];

    /// <summary>What cannot be right.</summary>
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
