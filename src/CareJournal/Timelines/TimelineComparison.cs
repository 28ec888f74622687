using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>
/// A comparison of ranges of one follow-up, aligned on their first day: one flare-up with earlier ones, or any ranges.
/// Lengths and answers beside each other; no trend, no verdict: a few reported dates allow none. Pure.
/// </summary>
/// <param name="Ranges">The ranges that are compared, the latest first.</param>
public sealed record TimelineComparison(IReadOnlyList<ComparedRange> Ranges)
{
    /// <summary>The largest number of earlier flare-ups drawn below one; more would be unreadable.</summary>
    public const int MostEarlier = 4;

    /// <summary>How many flare-ups still earlier are left out.</summary>
    public int More { get; init; }

    /// <summary>The number of days of the longest range.</summary>
    public int LongestDays => Ranges.Max(range => range.Days);

    /// <summary>Compares a flare-up with the earlier ones, the nearest first; <c>null</c> when it is not there or has none before it.</summary>
    public static TimelineComparison? OfFlareUp(PatientTimeline timeline, Guid flareUpId)
    {
        int at = timeline.FlareUps.ToList().FindIndex(flareUp => flareUp.Id == flareUpId);
        return at < 1 ? null : new TimelineComparison([.. timeline.FlareUps.Take(at + 1).Reverse().Take(MostEarlier + 1).Select(flareUp => Of(timeline, flareUp))]) { More = Math.Max(at - MostEarlier, 0) };
    }

    /// <summary>Compares ranges of days, in the order given; those that begin after today are left out.</summary>
    public static TimelineComparison? OfRanges(PatientTimeline timeline, IEnumerable<DateSpan> spans)
    {
        ComparedRange[] ranges = [.. spans.Where(span => span.From <= timeline.Today).Select(span => new ComparedRange(span.From, span.To ?? timeline.Today, Answers(timeline, span.From, span.To ?? timeline.Today)))];
        return ranges.Length < 2 ? null : new TimelineComparison(ranges);
    }

    private static ComparedRange Of(PatientTimeline timeline, TimelineFlareUp flareUp)
    {
        DateOnly from = flareUp.Start.Middle;
        DateOnly to = flareUp.End?.Middle is { } end && end > from ? end : flareUp.End is null ? timeline.Today : from;
        return new ComparedRange(from, to, Answers(timeline, from, to)) { FlareUp = flareUp };
    }

    private static IReadOnlyList<TimelineMeasure> Answers(PatientTimeline timeline, DateOnly from, DateOnly to) =>
        [.. timeline.Curves.SelectMany(curve => curve.Answers).Where(answer => answer.TakenOn >= from && answer.TakenOn <= to).OrderBy(answer => answer.TakenOn)];
}

/// <summary>One range of a comparison; its first day is day 0.</summary>
/// <param name="From">Day 0.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Answers">The answers in it, oldest first.</param>
public sealed record ComparedRange(DateOnly From, DateOnly To, IReadOnlyList<TimelineMeasure> Answers)
{
    /// <summary>The flare-up, where the range is one.</summary>
    public TimelineFlareUp? FlareUp { get; init; }

    /// <summary>The length in days, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The first day that is certain: a flare-up that was reported « in autumn » has begun by its last day at the latest.</summary>
    public DateOnly CertainFrom => FlareUp is { Start.Latest: var latest } && latest > From ? latest : From;

    /// <summary>The last day that is certain; before <see cref="CertainFrom"/> where no day is.</summary>
    public DateOnly CertainTo => FlareUp is { End.Earliest: var earliest } && earliest < To ? earliest : To;

    /// <summary>Whether an end was reported less precisely than by its day.</summary>
    public bool IsVague => CertainFrom > From || CertainTo < To;

    /// <summary>Returns the answers to one instrument, each with its day counted from day 0.</summary>
    public IEnumerable<(int Day, int Value)> Of(Instrument instrument) =>
        Answers.Where(answer => answer.Instrument == instrument).Select(answer => (answer.TakenOn.DayNumber - From.DayNumber, answer.Value));
}
