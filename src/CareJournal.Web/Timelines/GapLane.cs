using CareJournal.Absences;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>Pauses as lived time: hatched, with their length; what was agreed beforehand is plain.</summary>
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
            double room = free.To - free.From - 6;
            bool named = room >= Least && !IsFolded(gap, look);
            return new DrawnGap(
                TimelineItem.Gap(gap.From),
                from,
                gap.AgreedUntil is { } until ? Math.Clamp(look.Scale.Middle(until), from, to) : from,
                to,
                named ? TimelineLabels.FitWhole(look.Wording.Duration(gap.From, gap.To ?? look.Timeline.Today), room) : null,
                named && look.Stop >= TimelineStop.Year && gap.Note is { } note ? TimelineLabels.FitWhole(How(note, look.Wording), room) : null,
                gap.To is null,
                Sentence(gap, look.Timeline, look.Wording)) { Free = free };
        })];

    // From afar the columns of the quarters around it cover both ends of a pause; from near the words of the session before it cover its beginning.
    private static (double, double) Free(TimelineGap gap, double from, double to, TimelineLook look)
    {
        if (look.Stop >= TimelineStop.Season)
        {
            return to - from > 2 * VisitLane.WidestWords ? (from + VisitLane.WidestWords, to) : (from, to);
        }

        if (look.Stop != TimelineStop.Course)
        {
            return (from, to);
        }

        double after = look.Scale.X(TimelineColumn.LastDay(TimelineColumn.FirstDay(gap.From, CalendarUnit.Quarter), CalendarUnit.Quarter).AddDays(1));
        double before = gap.To is { } end ? look.Scale.X(TimelineColumn.FirstDay(end, CalendarUnit.Quarter)) : to;
        return (Math.Max(from, after), Math.Max(Math.Max(from, after), Math.Min(to, before)));
    }

    /// <summary>The folded pauses, each with its true length.</summary>
    public static IReadOnlyList<DrawnFold> Folds(TimelineLook look) =>
        [.. look.Scale.Folds.Select(fold =>
        {
            double from = look.Scale.X(fold.From);
            double to = look.Scale.X(fold.To);
            string words = look.Wording["Timeline.Folded", look.Wording.Duration(fold.From.AddDays(-1), fold.To)];
            return new DrawnFold(from, to, TimelineLabels.FitWhole(words, to - from) ?? TimelineLabels.FitWhole(look.Wording.Duration(fold.From.AddDays(-1), fold.To), to - from));
        })];

    /// <summary>What was told of a pause, in a word: how it was, else why.</summary>
    public static string? How(AbsenceNote note, Wording wording) =>
        note.HowItWas != HowItWas.NotSaid ? wording.Of(note.HowItWas).ToLower(Wording.Culture)
        : note.WhyNoSession != WhyNoSession.NotKnown ? wording.Of(note.WhyNoSession).ToLower(Wording.Culture)
        : null;

    /// <summary>A pause as a sentence.</summary>
    public static string Sentence(TimelineGap gap, PatientTimeline timeline, Wording wording) =>
        gap.To is { } to
            ? wording.Gap(gap.From, to, gap.Note?.HowItWas ?? HowItWas.NotSaid, gap.Note?.WhyNoSession ?? WhyNoSession.NotKnown)
            : wording.SinceLastVisit(gap.From, timeline.Today);

    private static bool IsFolded(TimelineGap gap, TimelineLook look) => look.Scale.Folds.Any(fold => fold.From == gap.From.AddDays(1));
}
