namespace CareJournal.Web.Kit;

/// <summary>The three texts of a visit, each under its name.</summary>
public static class VisitTexts
{
    /// <summary>The texts that were written, with the key of their name, in the order in which they are read.</summary>
    public static IEnumerable<(string Label, string Text)> Of(string? impression, string? agreed, string? note) =>
        new[] { ("Visit.Impression", impression), ("Visit.Agreed", agreed), ("Visit.Note", note) }
            .Where(text => text.Item2 is not null)
            .Select(text => (text.Item1, text.Item2!));
}
