using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>The part of a follow-up that is read at once. Pure; however long a follow-up is, it contains only what lies in its days.</summary>
/// <param name="Items">What is read, oldest first.</param>
/// <param name="Earlier">The nearest visit before it, else the nearest other item; <c>null</c> at the beginning.</param>
/// <param name="Later">The nearest visit after it, else the nearest other item; <c>null</c> at the end.</param>
public sealed record ReadingWindow(IReadOnlyList<ReadingItem> Items, ReadingItem? Earlier, ReadingItem? Later)
{
    /// <summary>The fewest items that <see cref="Latest"/> returns.</summary>
    public const int Fewest = 6;

    /// <summary>The most items that <see cref="Latest"/> returns.</summary>
    public const int Most = 20;

    /// <summary>How many more items are read each time one goes further back than <see cref="Latest"/>.</summary>
    public const int More = 20;

    /// <summary>Returns what lies in some days, also in part.</summary>
    /// <param name="all">The whole follow-up, oldest first.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    public static ReadingWindow Of(IReadOnlyList<ReadingItem> all, DateOnly from, DateOnly to) => new(
        [.. all.Where(item => item.To >= from && item.From <= to)],
        all.LastOrDefault(item => item is ReadingItem.OfVisit && item.Day < from) ?? all.LastOrDefault(item => item.To < from),
        all.FirstOrDefault(item => item is ReadingItem.OfVisit && item.Day > to) ?? all.FirstOrDefault(item => item.From > to));

    /// <summary>Returns the latest items of a follow-up, up to its end.</summary>
    /// <param name="all">The whole follow-up, oldest first.</param>
    /// <param name="count">How many there are at most.</param>
    public static ReadingWindow Last(IReadOnlyList<ReadingItem> all, int count)
    {
        int first = Math.Max(0, all.Count - count);
        return new ReadingWindow([.. all.Skip(first)], first == 0 ? null : all[first - 1], null);
    }

    /// <summary>Returns how many items there are from the day of the last held visit on: what one looks for first. Without a visit, as many as <see cref="Latest"/>.</summary>
    /// <param name="all">The whole follow-up, oldest first.</param>
    public static int FromLastVisit(IReadOnlyList<ReadingItem> all)
    {
        DateOnly? last = all.LastOrDefault(item => item is ReadingItem.OfVisit { Visit.Status: VisitStatus.Held })?.Day;
        return last is null ? Latest(all) : all.SkipWhile(item => item.Day < last).Count();
    }

    /// <summary>Returns how many items the latest period has, with the gap before it: a reading goes back to there, neither with a line or two nor with a hundred.</summary>
    /// <param name="all">The whole follow-up, oldest first.</param>
    public static int Latest(IReadOnlyList<ReadingItem> all)
    {
        int gap = -1;
        for (int index = 0; index < all.Count; index++)
        {
            gap = all[index] is ReadingItem.OfGap { Gap.To: not null } ? index : gap;
        }

        return Math.Clamp(all.Count - Math.Max(gap, 0), Fewest, Most);
    }
}
