namespace CareJournal.NextSteps;

/// <summary>The form of a next step; nothing is ever preselected.</summary>
public sealed record NextStepForm
{
    /// <inheritdoc cref="NextStep.Kind"/>
    public required NextStepKind Kind { get; init; }

    /// <inheritdoc cref="NextStep.Days"/>
    public int? Days { get; init; }

    /// <inheritdoc cref="NextStep.BackBy"/>
    public DateOnly? BackBy { get; init; }

    /// <inheritdoc cref="NextStep.ReviewOn"/>
    public DateOnly? ReviewOn { get; init; }

    /// <inheritdoc cref="NextStep.WishedDays"/>
    public int? WishedDays { get; init; }

    /// <inheritdoc cref="NextStep.PossibleDays"/>
    public int? PossibleDays { get; init; }

    /// <inheritdoc cref="NextStep.DecidedBy"/>
    public DecidedBy DecidedBy { get; init; }

    /// <inheritdoc cref="NextStep.Reason"/>
    public string? Reason { get; init; }

    /// <inheritdoc cref="NextStep.SignsToComeBack"/>
    public string? SignsToComeBack { get; init; }

    /// <inheritdoc cref="NextStep.ToWhom"/>
    public string? ToWhom { get; init; }

    /// <inheritdoc cref="NextStep.Alongside"/>
    public string? Alongside { get; init; }

    /// <summary>Returns the problems of a step said on a day.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly saidOn)
    {
        List<Problem> problems = [];
        if (Kind == NextStepKind.Every && Days is null or < 3 or > 400)
        {
            problems.Add(new Problem(nameof(Days), ProblemKind.OutOfRange, 3, 400));
        }

        if (Kind == NextStepKind.BackBy && BackBy is null)
        {
            problems.Add(new Problem(nameof(BackBy), ProblemKind.DateNotUnderstood));
        }

        if (Kind == NextStepKind.BackBy && BackBy <= saidOn)
        {
            problems.Add(new Problem(nameof(BackBy), ProblemKind.NotInFuture));
        }

        if (ReviewOn <= saidOn)
        {
            problems.Add(new Problem(nameof(ReviewOn), ProblemKind.NotInFuture));
        }

        foreach ((string field, string? text) in new[] { (nameof(Reason), Reason), (nameof(SignsToComeBack), SignsToComeBack), (nameof(ToWhom), ToWhom), (nameof(Alongside), Alongside) })
        {
            problems.AddRange(WrittenText.TooLong(field, text, WrittenText.LongestNote));
        }

        return problems;
    }
}
