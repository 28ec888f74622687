using CareJournal.Keeping;
using CareJournal.Storage;

namespace CareJournal.Web.Wording;

/// <summary>Says how a place of copies is.</summary>
public static class CopyPlaceWords
{
    private const int DaysUntilLong = 7;

    /// <summary>The sentence.</summary>
    /// <param name="place">The place.</param>
    /// <param name="refusal">Why the last copy was not made there; <c>null</c> if it was.</param>
    /// <param name="isWorking">Whether a copy is being made there.</param>
    /// <param name="words">The words.</param>
    /// <param name="clock">The practice's clock.</param>
    public static string Of(CopyPlaceAnswer place, CopyOutcome? refusal, bool isWorking, Words words, PracticeClock clock) =>
        isWorking ? words["Copy.Working"]
        : !place.IsThere ? place.LastAtUtc is { } away ? words["Copy.Place.AwaySince", words.Date(DayOf(away, clock))] : words["Copy.Place.Away"]
        : refusal is not null ? words[RefusalKey(refusal)]
        : place.LastAtUtc is { } last ? words["Copy.Last.At", words.Moment(clock.Local(last))] : words["Copy.Place.None"];

    /// <summary>Whether a place that is away has had no copy for more than a week.</summary>
    public static bool IsLongAway(CopyPlaceAnswer place, PracticeClock clock) =>
        !place.IsThere && (place.LastAtUtc is not { } last || DayOf(last, clock).AddDays(DaysUntilLong) < clock.Today);

    private static DateOnly DayOf(DateTime utc, PracticeClock clock) => DateOnly.FromDateTime(clock.Local(utc));

    private static string RefusalKey(CopyOutcome refusal) => refusal switch
    {
        CopyOutcome.Failed(StorageFault.DiskFull) => "Copy.FolderFull",
        CopyOutcome.Failed(StorageFault.ReadOnly) => "Copy.FolderReadOnly",
        CopyOutcome.Failed(StorageFault.Busy) => "Copy.Place.Busy",
        CopyOutcome.Failed(StorageFault.Damaged) => "Copy.JournalDamaged",
        CopyOutcome.Differs => "Copy.Mismatch",
        _ => "Copy.Place.Failed",
    };
}
