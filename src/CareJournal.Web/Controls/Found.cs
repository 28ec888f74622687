namespace CareJournal.Web.Controls;

/// <summary>What a search found.</summary>
/// <typeparam name="TItem">The type of the results.</typeparam>
/// <param name="Items">The results that are listed, best first.</param>
/// <param name="More">How many more were found and are not listed.</param>
public sealed record Found<TItem>(IReadOnlyList<TItem> Items, int More);

/// <summary>Cuts what a search found to what can be listed.</summary>
public static class Found
{
    /// <summary>Lists the first results, and counts the others.</summary>
    public static Found<TItem> First<TItem>(IReadOnlyList<TItem> found, int most) => new([.. found.Take(most)], Math.Max(found.Count - most, 0));
}
