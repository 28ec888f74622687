using System.Globalization;

namespace CareJournal.Keeping;

/// <summary>
/// Decides which copies of a place may go: the last of each of the newest 14 days, 8 weeks and 24 months, and the last of every year stay, and so do the newest three.
/// A copy counts as newer by its head, which no clock can set back, and by its day, which no restored journal can; what either order keeps stays.
/// </summary>
public static class CopyRotation
{
    /// <summary>The number of days of which the last copy stays.</summary>
    public const int Days = 14;

    /// <summary>The number of weeks of which the last copy stays.</summary>
    public const int Weeks = 8;

    /// <summary>The number of months of which the last copy stays.</summary>
    public const int Months = 24;

    /// <summary>The number of verified copies that stay whatever their days.</summary>
    public const int Newest = 3;

    /// <summary>Returns the copies that may be removed, oldest first.</summary>
    /// <param name="copies">The copies of one journal in one place. One that was not verified is neither counted nor removed.</param>
    /// <param name="journalVerifies">Whether the journal itself was as it was written when it was last checked; if not, everything stays.</param>
    public static IReadOnlyList<KeptCopy> Removable(IReadOnlyCollection<KeptCopy> copies, bool journalVerifies)
    {
        if (!journalVerifies)
        {
            return [];
        }

        KeptCopy[] verified = [.. copies.Where(copy => copy.IsVerified)];
        HashSet<KeptCopy> stay =
        [
            .. Staying([.. verified.OrderByDescending(copy => copy.Head).ThenByDescending(copy => copy.MadeAt)]),
            .. Staying([.. verified.OrderByDescending(copy => copy.MadeAt).ThenByDescending(copy => copy.Head)]),
        ];
        return [.. verified.Where(copy => !stay.Contains(copy)).OrderBy(copy => copy.MadeAt)];
    }

    // The first of a group is its last copy, and the groups come in the same order.
    private static IEnumerable<KeptCopy> Staying(IReadOnlyList<KeptCopy> newestFirst) =>
    [
#if !SABOTAGE_NEWEST_THREE
        .. newestFirst.Take(Newest),
#endif
        .. newestFirst.DistinctBy(copy => DateOnly.FromDateTime(copy.MadeAt)).Take(Days),
        .. newestFirst.DistinctBy(copy => (ISOWeek.GetYear(copy.MadeAt), ISOWeek.GetWeekOfYear(copy.MadeAt))).Take(Weeks),
        .. newestFirst.DistinctBy(copy => (copy.MadeAt.Year, copy.MadeAt.Month)).Take(Months),
        .. newestFirst.DistinctBy(copy => copy.MadeAt.Year),
    ];
}

/// <summary>A copy, as far as the rotation asks.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="MadeAt">When it was made, in the practice's time.</param>
/// <param name="Head">The number of the last link that it holds.</param>
/// <param name="IsVerified">Whether it was read back and found to be as it was written, its record chain included.</param>
public sealed record KeptCopy(string Path, DateTime MadeAt, long Head, bool IsVerified);
