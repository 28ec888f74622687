using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>
/// Some stretches of one follow-up laid over each other from their first day on: this flare-up over earlier ones, or any ranges.
/// Lengths and answers beside each other; no trend, no verdict: a few told dates allow none. Pure.
/// </summary>
/// <param name="Ranges">What is compared, the latest first.</param>
public sealed record TimelineComparison(IReadOnlyList<ComparedRange> Ranges)
{
    /// <summary>How many earlier flare-ups are laid under one; more would be a tangle.</summary>
    public const int MostEarlier = 4;

    /// <summary>How many days the longest range has.</summary>
    public int LongestDays => Ranges.Max(range => range.Days);

    /// <summary>A flare-up over the earlier ones, the nearest first; <c>null</c> when it is not there or has none before it.</summary>
    public static TimelineComparison? OfFlareUp(PatientTimeline timeline, Guid flareUpId)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        int at = timeline.FlareUps.ToList().FindIndex(flareUp => flareUp.Id == flareUpId);
        return at < 1 ? null : new TimelineComparison([.. timeline.FlareUps.Take(at + 1).Reverse().Take(MostEarlier + 1).Select(flareUp => Of(timeline, flareUp))]);
    }

    /// <summary>Ranges of days that were asked for, in the order given; those that begin after today are left out.</summary>
    public static TimelineComparison? OfRanges(PatientTimeline timeline, IEnumerable<DateSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ComparedRange[] ranges = [.. spans.Where(span => span.From <= timeline.Today).Select(span => new ComparedRange(span.From, span.To ?? timeline.Today, Answers(timeline, span.From, span.To ?? timeline.Today)))];
        return ranges.Length < 2 ? null : new TimelineComparison(ranges);
    }

    private static ComparedRange Of(PatientTimeline timeline, FlareUp flareUp)
    {
        DateOnly from = flareUp.Start.Middle;
        DateOnly to = flareUp.End?.Middle is { } end && end > from ? end : flareUp.End is null ? timeline.Today : from;
        return new ComparedRange(from, to, Answers(timeline, from, to)) { FlareUp = flareUp };
    }

    private static IReadOnlyList<TimelineMeasure> Answers(PatientTimeline timeline, DateOnly from, DateOnly to) =>
        [.. timeline.Curves.SelectMany(curve => curve.Runs).SelectMany(run => run).Where(answer => answer.TakenOn >= from && answer.TakenOn <= to).OrderBy(answer => answer.TakenOn)];
}

/// <summary>One stretch of a comparison; its first day is day 0.</summary>
/// <param name="From">Day 0.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Answers">What was answered in it, oldest first.</param>
public sealed record ComparedRange(DateOnly From, DateOnly To, IReadOnlyList<TimelineMeasure> Answers)
{
    /// <summary>The flare-up that it is, if it is one.</summary>
    public FlareUp? FlareUp { get; init; }

    /// <summary>Its length in days, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The answers to one instrument, each with its day counted from day 0.</summary>
    public IEnumerable<(int Day, int Value)> Of(Instrument instrument) =>
        Answers.Where(answer => answer.Instrument == instrument).Select(answer => (answer.TakenOn.DayNumber - From.DayNumber, answer.Value));
}
