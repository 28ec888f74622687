using CareJournal.Visits;

namespace CareJournal.Web.Kit;

/// <summary>The three texts of a visit, each under its name.</summary>
public static class VisitTexts
{
    /// <summary>The texts that were written, with the key of their name, in the order in which they are read.</summary>
    public static IEnumerable<(string Label, string Text)> Of(string? impression, string? agreed, string? note) =>
        new[] { ("Visit.Impression", impression), ("Visit.Agreed", agreed), ("Visit.Note", note) }
            .Where(text => text.Item2 is not null)
            .Select(text => (text.Item1, text.Item2!));

    /// <summary>The texts that differ from one version to the next, with what was taken away and added.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<WordDifferencePart> Parts)> Changed(VisitVersion before, VisitVersion after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. new[]
        {
            (Label: "Visit.Impression", Before: before.Impression, After: after.Impression),
            (Label: "Visit.Agreed", Before: before.Agreed, After: after.Agreed),
            (Label: "Visit.Note", Before: before.Note, After: after.Note),
        }
        .Where(text => !string.Equals(text.Before ?? "", text.After ?? "", StringComparison.Ordinal))
        .Select(text => (text.Label, WordDifference.Between(text.Before, text.After)))];
    }
}
