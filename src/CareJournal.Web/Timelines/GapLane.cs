using CareJournal.Absences;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>Draws pauses as lived time: hatched, with their length; the part that was agreed beforehand is plain.</summary>
internal static class GapLane
{
    private const double Air = 5;
    private const double Least = 40;

    public static IReadOnlyList<DrawnGap> Draw(TimelineLook look) =>
        [.. look.Timeline.Gaps.Where(gap => look.Shows(gap.From, gap.To ?? look.Timeline.Today)).Select(gap =>
        {
            double from = look.Scale.Middle(gap.From) + Air;
            double to = Math.Max(from + 2, gap.To is { } end ? look.Scale.Middle(end) - Air : look.Scale.Middle(look.Timeline.Today));
            (double From, double To) free = Free(gap, from, to, look);
            double width = free.To - free.From - 6;
            bool named = width >= Least && !IsFolded(gap, look);
            return new DrawnGap(
                TimelineItem.Gap(gap.From),
                from,
                gap.AgreedUntil is { } until ? Math.Clamp(look.Scale.Middle(until), from, to) : from,
                to,
                named ? TimelineLabels.FitWhole(look.Words.Duration(gap.From, gap.To ?? look.Timeline.Today), width) : null,
                named && look.Stop >= TimelineStop.Year && gap.Note is { } note ? TimelineLabels.FitWhole(How(note, look.Words), width) : null,
                gap.To is null,
                Sentence(gap, look.Timeline, look.Words)) { Free = free };
        })];

    // At the farthest stop the columns of the quarters around a pause cover both its ends; where sessions say what they were about, the text of the one before covers its beginning.
    private static (double, double) Free(TimelineGap gap, double from, double to, TimelineLook look)
    {
        if (look.Speaks)
        {
            return to - from > 2 * VisitLane.WidestWords ? (from + VisitLane.WidestWords, to) : (from, to);
        }

        if (look.Stop != TimelineStop.Course)
        {
            return (from, to);
        }

        double after = look.Scale.X(CalendarUnit.Quarter.LastDay(gap.From).AddDays(1));
        double before = gap.To is { } end ? look.Scale.X(CalendarUnit.Quarter.FirstDay(end)) : to;
        return (Math.Max(from, after), Math.Max(Math.Max(from, after), Math.Min(to, before)));
    }

    /// <summary>Draws the folded pauses, each with its true length.</summary>
    public static IReadOnlyList<DrawnFold> Folds(TimelineLook look) =>
        [.. look.Scale.Folds.Select(fold =>
        {
            double from = look.Scale.X(fold.From);
            double to = look.Scale.X(fold.To);
            string sentence = look.Words["Timeline.Folded", look.Words.Duration(fold.From.AddDays(-1), fold.To)];
            return new DrawnFold(from, to, TimelineLabels.FitWhole(sentence, to - from - (2 * Air)) ?? TimelineLabels.FitWhole(look.Words.Duration(fold.From.AddDays(-1), fold.To), to - from - (2 * Air)));
        })];

    /// <summary>Returns what was reported of a pause, in a word or two: how it was, else why; <c>null</c> when neither is known.</summary>
    public static string? How(TimelineAbsenceNote note, Words words) =>
        note.HowItWas != HowItWas.NotSaid ? words.Of(note.HowItWas).ToLower(Words.Culture)
        : note.WhyNoSession != WhyNoSession.NotKnown ? words.Why(note.WhyNoSession).ToLower(Words.Culture)
        : null;

    /// <summary>Returns a pause as a sentence.</summary>
    public static string Sentence(TimelineGap gap, PatientTimeline timeline, Words words) =>
        gap.To is { } to
            ? words.Gap(gap.From, to, gap.Note?.HowItWas ?? HowItWas.NotSaid, gap.Note?.WhyNoSession ?? WhyNoSession.NotKnown)
            : words.SinceLastVisit(gap.From, timeline.Today);

    private static bool IsFolded(TimelineGap gap, TimelineLook look) => look.Scale.Folds.Any(fold => fold.From == gap.From.AddDays(1));
}
