namespace CareJournal.Settings;

/// <summary>A text of the practitioner's own, inserted where <c>;name</c> is typed.</summary>
public sealed class Snippet : RecordedRow
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 20;

    /// <summary>The name without its <c>;</c>: letters and digits.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name folded for comparison: two that differ only by case or accents are one.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>The text that is inserted.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Folds a name for comparison; <c>null</c> when it is not valid: empty, or with anything but letters and digits.</summary>
    public static string? Fold(string? name) =>
        Bare(name) is { Length: > 0 } bare && bare.All(char.IsLetterOrDigit) && FoldedText.Words(bare) is [var folded] ? folded : null;

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(SnippetForm form)
    {
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

    // The semicolon is typed by habit.
    private static string Bare(string? name) => (name ?? "").Trim().TrimStart(';');
}

/// <summary>The form of a snippet.</summary>
public sealed class SnippetForm : RowForm
{
    /// <inheritdoc cref="Snippet.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="Snippet.Text"/>
    public string? Text { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. Snippet.Fold(Name) is null ? [new Problem(nameof(Name), ProblemKind.NotAName)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Name), Name, Snippet.LongestName),
        .. WrittenText.Clean(Text) is null ? [new Problem(nameof(Text), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Text), Text, WrittenText.LongestNote),
    ];
}
