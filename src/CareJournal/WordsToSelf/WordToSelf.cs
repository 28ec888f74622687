using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.WordsToSelf;

/// <summary>
/// What the person, while well, would tell themselves on the day it overflows; dictated, and dated. The latest that was not entered
/// in error stands; earlier ones are kept.
/// </summary>
public sealed class WordToSelf : PatientRow
{
    /// <summary>The day on which it was dictated.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The person's words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(WordToSelfForm form, DateOnly today, LifeSpan? life)
    {
        ArgumentNullException.ThrowIfNull(form);
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

/// <summary>A word to oneself as it is typed. The day is today when it is left empty.</summary>
public sealed class WordToSelfForm
{
    /// <summary>The word; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends, if there is one.</summary>
    public Guid? DraftId { get; set; }

    /// <inheritdoc cref="WordToSelf.On"/>
    public DateOnly? On { get; set; }

    /// <inheritdoc cref="WordToSelf.Words"/>
    public string? Words { get; set; }

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.Clean(Words) is null ? [new Problem(nameof(Words), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestNote),
        .. ClinicalDate.Problems(nameof(On), On ?? today, today, life),
    ];
}
