using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>The periods of follow-up: a band each, with its title where there is room.</summary>
internal static class PeriodLane
{
    private const double Narrowest = 6;

    // Titles are bold: their letters are a little wider than those that a label is measured by.
    private const double BoldShare = 0.9;

    public static IReadOnlyList<DrawnSpan> Draw(PatientTimeline timeline, TimelineScale scale, Wording wording) =>
        [.. timeline.Episodes.Select((episode, index) =>
        {
            // A title may run on into the silence after its period, up to the next one.
            double next = index + 1 < timeline.Episodes.Count ? scale.X(timeline.Episodes[index + 1].First) : scale.Middle(timeline.Today);
            double from = scale.X(episode.First);
            double to = Math.Max(scale.X(episode.Last.AddDays(1)), from + Narrowest);
            return new DrawnSpan(
                TimelineItem.Period(episode.Episode.Id),
                from,
                to,
                Sentence(episode, wording))
            {
                Label = TimelineLabels.Fit(episode.Episode.Title, (Math.Max(to, next) - from - (2 * Narrowest)) * BoldShare),
            };
        })];

    /// <summary>A period as a sentence.</summary>
    public static string Sentence(TimelineEpisode episode, Wording wording)
    {
        string title = episode.Episode.Title ?? wording["Timeline.Period.Untitled"];
        return wording["Timeline.Period.Sentence", title, wording.Date(episode.First), wording.Date(episode.Last), wording.Count(episode.Visits, "Count.Visits")];
    }
}

/// <summary>Life events: a diamond or a bar, on two rows; a word is dropped rather than drawn over its neighbour.</summary>
internal static class LifeLane
{
    private const int Rows = 2;
    private const double Air = 10;
    private const double Mark = 14;

    public static IReadOnlyList<DrawnSpan> Draw(PatientTimeline timeline, TimelineScale scale, Wording wording)
    {
        double[] free = new double[Rows];
        Array.Fill(free, scale.Left);
        List<DrawnSpan> drawn = [];
        foreach (LifeEvent lifeEvent in timeline.LifeEvents)
        {
            double from = lifeEvent.End is null ? scale.Middle(lifeEvent.Start.Middle) : scale.X(lifeEvent.Start.Middle);
            double to = lifeEvent.End is null ? from : Math.Max(scale.Middle(lifeEvent.End.Middle), from + 4);
            int row = Array.FindIndex(free, end => end <= from - (Mark / 2));
            row = row < 0 ? Array.IndexOf(free, free.Min()) : row;
            string words = wording.LifeEventName(lifeEvent);
            double labelAt = to + Mark - 3;
            bool crowded = free[row] > from;
            double end = to < scale.Middle(timeline.Today) ? scale.Middle(timeline.Today) - Air : scale.Right;
            string? label = crowded ? null : TimelineLabels.Fit(words, Math.Min(end - labelAt, 190));
            free[row] = Math.Max(free[row], label is null ? to + Mark : labelAt + TimelineLabels.WidthOf(label) + Air);
            drawn.Add(new DrawnSpan(TimelineItem.LifeEvent(lifeEvent.Id), from, to, wording.LifeEvent(lifeEvent))
            {
                Label = label,
                Row = row,
                Soft = lifeEvent.Start.Width > 1 && to - from > Mark,
                Hollow = InGap(timeline, lifeEvent.Start.Middle),
            });
        }

        return WithoutCollisions(drawn);
    }

    // A later mark on the same row may still run into an earlier word: the word gives way.
    private static List<DrawnSpan> WithoutCollisions(List<DrawnSpan> drawn) =>
        [.. drawn.Select((span, index) => drawn.Skip(index + 1).Any(later =>
            later.Row == span.Row && span.Label is not null && later.From - (Mark / 2) < span.To + Mark + TimelineLabels.WidthOf(span.Label) && later.From > span.From)
                ? span with { Label = null }
                : span)];

    private static bool InGap(PatientTimeline timeline, DateOnly day) => timeline.Gaps.Any(gap => day > gap.From && !(day >= gap.To));
}

/// <summary>Visits: a mark each.</summary>
internal static class VisitLane
{
    private const int FirstLine = 90;

    public static IReadOnlyList<DrawnVisit> Draw(PatientTimeline timeline, TimelineScale scale, Wording wording)
    {
        // Marks get thinner where visits stand close, so that each can still be told from its neighbour.
        double width = Math.Clamp(scale.Width / scale.Days * 5, 1.6, 3.2);
        return
        [
            .. timeline.Held.Select(visit => Mark(visit, "held")),
            .. timeline.NotHeld.Select(visit => Mark(visit, "missed")),
            .. timeline.Planned.Select(visit => Mark(visit, "planned")),
        ];

        DrawnVisit Mark(TimelineVisit visit, string kind) =>
            new(TimelineItem.Visit(visit.Id), scale.Middle(visit.HeldOn), width, kind, Sentence(visit, wording));
    }

    /// <summary>A visit as a sentence, with the beginning of what was taken away from it.</summary>
    public static string Sentence(TimelineVisit visit, Wording wording) => visit switch
    {
        { Status: VisitStatus.Planned } => wording["Timeline.Visit.Planned", wording.Date(visit.HeldOn)],
        { Status: not VisitStatus.Held } => $"{wording.Of(visit.Status)}, {wording.Date(visit.HeldOn)}",
        { Impression: { } impression } => wording["Timeline.Visit.WithText", wording.Date(visit.HeldOn), impression.Length > FirstLine ? impression[..FirstLine] + "…" : impression],
        _ => wording["Timeline.Visit", wording.Date(visit.HeldOn)],
    };
}

/// <summary>Pauses as lived time: hatched, with their length; what was agreed beforehand is plain.</summary>
internal static class GapLane
{
    private const double Air = 5;
    private const double Least = 40;

    public static IReadOnlyList<DrawnGap> Draw(PatientTimeline timeline, TimelineScale scale, Wording wording) =>
        [.. timeline.Gaps.Select(gap =>
        {
            double from = scale.Middle(gap.From) + Air;
            double to = Math.Max(from + 2, gap.To is { } end ? scale.Middle(end) - Air : scale.Middle(timeline.Today));
            double room = to - from - 6;
            AbsenceNote? note = gap.Note;
            return new DrawnGap(
                TimelineItem.Gap(gap.From),
                from,
                gap.AgreedUntil is { } until ? Math.Clamp(scale.Middle(until), from, to) : from,
                to,
                room >= Least ? TimelineLabels.FitWhole(wording.Duration(gap.From, gap.To ?? timeline.Today), room) : null,
                note is null ? null : TimelineLabels.FitWhole(How(note, wording), room),
                gap.To is null,
                Sentence(gap, timeline, wording));
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
}

/// <summary>Flare-ups as they were told: a span each, soft where its dates are vague, open where it goes on.</summary>
internal static class FlareUpLane
{
    private const double Narrowest = 10;

    public static IReadOnlyList<DrawnSpan> Draw(PatientTimeline timeline, TimelineScale scale, Wording wording) =>
        [.. timeline.FlareUps.Select(flareUp =>
        {
            FuzzyDate? end = flareUp.End;
            double from = scale.X(flareUp.Start.Middle);
            double to = end is null ? scale.Middle(timeline.Today) : scale.X(end.Middle.AddDays(1));
            to = Math.Max(to, from + Narrowest);
            bool inGap = timeline.Gaps.Any(gap => flareUp.Start.Middle > gap.From && !(flareUp.Start.Middle >= gap.To));
            return new DrawnSpan(TimelineItem.FlareUp(flareUp.Id), from, to, wording.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain))
            {
                Open = end is null,
                Soft = (flareUp.Start.Width > 1 || end?.Width > 1) && to - from > 2 * Narrowest,
                Hollow = inGap && flareUp.Origin == FlareUpOrigin.Reported,
            };
        })];
}
