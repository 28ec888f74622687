using System.Text;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>The whole course in small, below the lanes, on which the window and the search hits are shown. Pure.</summary>
/// <param name="Scale">The scale, from dates to pixels.</param>
/// <param name="Visits">Sessions, as one path.</param>
/// <param name="Gaps">Pauses, as one path of rectangles.</param>
/// <param name="FlareUps">Flare-ups, as one path.</param>
/// <param name="Hits">Search hits, as one path.</param>
/// <param name="Today">The position of today, in pixels.</param>
public sealed record TimelineMinimap(TimelineScale Scale, string Visits, string Gaps, string FlareUps, string Hits, double Today)
{
    private const double Top = 6;
    private const double Bottom = TimelineLanes.MinimapHeight - 6;

    /// <summary>Draws the whole course in small; of several marks on the same half pixel, one is drawn.</summary>
    /// <param name="timeline">The timeline to draw.</param>
    /// <param name="scale">The scale of the whole course at the width of the window.</param>
    /// <param name="hits">The days of the search hits.</param>
    public static TimelineMinimap Draw(PatientTimeline timeline, TimelineScale scale, IEnumerable<DateOnly> hits)
    {
        StringBuilder gaps = new();
        foreach (TimelineGap gap in timeline.Gaps)
        {
            gaps.Append('M').Append(Svg.N(scale.Middle(gap.From) + 1)).Append(' ').Append(Svg.N(Top)).Append('H').Append(Svg.N(scale.Middle(gap.To ?? timeline.Today) - 1)).Append('V').Append(Svg.N(Bottom)).Append('H').Append(Svg.N(scale.Middle(gap.From) + 1)).Append('Z');
        }

        StringBuilder flareUps = new();
        foreach (TimelineFlareUp flareUp in timeline.FlareUps)
        {
            double from = scale.X(flareUp.Start.Middle);
            double to = Math.Max(from + 3, flareUp.End is { } end ? scale.X(end.Middle) : scale.Middle(timeline.Today));
            flareUps.Append('M').Append(Svg.N(from)).Append(' ').Append(Svg.N(Bottom + 3)).Append('H').Append(Svg.N(to));
        }

        return new TimelineMinimap(
            scale,
            Marks(timeline.Held.Select(visit => visit.HeldOn), scale, Top, Bottom),
            gaps.ToString(),
            flareUps.ToString(),
            Marks(hits, scale, 0, Top - 1),
            scale.Middle(timeline.Today));
    }

    private static string Marks(IEnumerable<DateOnly> days, TimelineScale scale, double top, double bottom) =>
        string.Concat(days.Select(day => Math.Round(scale.Middle(day) * 2) / 2).Distinct().Select(x => $"M{Svg.N(x)} {Svg.N(top)}V{Svg.N(bottom)}"));
}
