namespace CareJournal.WordsToSelf;

/// <summary>
/// Words that the person, while well, would say to themselves for when it overflows; dictated, and dated. The latest one that was not entered
/// in error is current; earlier ones are kept.
/// </summary>
public sealed class WordToSelf : PatientRow
{
    /// <summary>The day on which it was dictated.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The person's words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(WordToSelfForm form, DateOnly today, LifeSpan? life)
    {
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        On = form.On ?? today;
        Words = WrittenText.Clean(form.Words)!;
        return [];
    }
}

/// <summary>The form of a word to oneself. An empty day means today.</summary>
public sealed class WordToSelfForm : PatientRowForm
{
    /// <inheritdoc cref="WordToSelf.On"/>
    public DateOnly? On { get; set; }

    /// <inheritdoc cref="WordToSelf.Words"/>
    public string? Words { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.Clean(Words) is null ? [new Problem(nameof(Words), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestNote),
        .. ClinicalDate.Problems(nameof(On), On ?? today, today, life),
    ];
}
