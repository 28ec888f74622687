namespace CareJournal.Settings;

/// <summary>A view of everybody that the practitioner saved under a name.</summary>
public sealed class SavedView : RecordedRow
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>The longest choice, in characters.</summary>
    public const int LongestChoice = 2000;

    /// <summary>The name of the view.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The choice as in the page's address, without its question mark. It names nobody.</summary>
    public string Choice { get; private set; } = "";

    /// <summary>Sets a name and a choice. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(string? name, string? choice)
    {
        Problem[] problems =
        [
            .. WrittenText.Clean(name) is null ? [new Problem(nameof(Name), ProblemKind.Missing)] : Array.Empty<Problem>(),
            .. WrittenText.TooLong(nameof(Name), name, LongestName),
            .. WrittenText.TooLong(nameof(Choice), choice, LongestChoice),
        ];
        if (problems.Length == 0)
        {
            Name = WrittenText.CleanLine(name)!;
            Choice = choice ?? "";
        }

        return problems;
    }
}
