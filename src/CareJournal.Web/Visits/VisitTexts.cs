using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>The three texts of a visit, each with its name.</summary>
public static class VisitTexts
{
    /// <summary>Returns the texts that were written, with the key of their name, in reading order.</summary>
    public static IEnumerable<(string Label, string Text)> Of(string? impression, string? agreed, string? note) =>
        new[] { ("Visit.Impression", impression), ("Visit.Agreed", agreed), ("Visit.Note", note) }
            .Where(text => text.Item2 is not null)
            .Select(text => (text.Item1, text.Item2!));

    /// <summary>Returns the texts that differ between two versions, with what was removed and added.</summary>
    public static IReadOnlyList<(string Label, IReadOnlyList<WordDifferencePart> Parts)> Changed(VisitVersion before, VisitVersion after)
    {
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
