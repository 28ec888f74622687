using CareJournal.Acts;

namespace CareJournal.Settings;

/// <summary>A text of the practitioner's own, written out where <c>;name</c> is typed.</summary>
public sealed class Snippet : RecordedRow
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 20;

    /// <summary>The name without its <c>;</c>: letters and digits.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as it is found: two that differ only by case or accents are one.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>What is written out.</summary>
    public string Text { get; private set; } = "";

    /// <summary>A name as it is compared; <c>null</c> when it cannot be one: empty, or with anything but letters and digits.</summary>
    public static string? Fold(string? name) =>
        Bare(name) is { Length: > 0 } bare && bare.All(char.IsLetterOrDigit) && FoldedText.Words(bare) is [var folded] ? folded : null;

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(SnippetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        IReadOnlyList<Problem> problems = form.Problems();
        if (problems.Count > 0)
        {
            return problems;
        }

        Name = WrittenText.CleanLine(Bare(form.Name))!;
        Folded = Fold(form.Name)!;
        Text = WrittenText.Clean(form.Text)!;
        return [];
    }

    // The sign is typed by habit.
    private static string Bare(string? name) => (name ?? "").Trim().TrimStart(';');
}

/// <summary>A snippet as it is typed.</summary>
public sealed class SnippetForm
{
    /// <summary>The snippet; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <inheritdoc cref="Snippet.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="Snippet.Text"/>
    public string? Text { get; set; }

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. Snippet.Fold(Name) is null ? [new Problem(nameof(Name), ProblemKind.NotAName)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Name), Name, Snippet.LongestName),
        .. WrittenText.Clean(Text) is null ? [new Problem(nameof(Text), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Text), Text, WrittenText.LongestNote),
    ];
}
