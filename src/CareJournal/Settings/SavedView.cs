using CareJournal.Acts;

namespace CareJournal.Settings;

/// <summary>A way to look at everybody that the practitioner keeps under a name.</summary>
public sealed class SavedView : RecordedRow
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>The longest choice, in characters.</summary>
    public const int LongestChoice = 2000;

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The choice as it stands in the page's address, without its question mark. Names nobody.</summary>
    public string Choice { get; private set; } = "";

    /// <summary>Takes over a name and a choice; answers what cannot be right, and then changes nothing.</summary>
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
