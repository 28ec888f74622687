using System.Text;
using CareJournal.FlareUps;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>The whole course in small, below the lanes: where the window stands, and where words were found. Pure.</summary>
/// <param name="Scale">Dates to pixels.</param>
/// <param name="Visits">Sessions, as one path.</param>
/// <param name="Gaps">Pauses, as one path of rectangles.</param>
/// <param name="FlareUps">Flare-ups, as one path.</param>
/// <param name="Hits">Where words were found, as one path.</param>
/// <param name="Today">Where today stands.</param>
public sealed record TimelineMinimap(TimelineScale Scale, string Visits, string Gaps, string FlareUps, string Hits, double Today)
{
    private const double Top = 6;
    private const double Bottom = TimelineLanes.MinimapHeight - 6;

    /// <summary>Draws it; marks that fall on the same half pixel share one.</summary>
    /// <param name="timeline">What is recorded.</param>
    /// <param name="scale">The whole course at the width at hand.</param>
    /// <param name="hits">The days on which words were found.</param>
    public static TimelineMinimap Draw(PatientTimeline timeline, TimelineScale scale, IEnumerable<DateOnly> hits)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(scale);
        StringBuilder gaps = new();
        foreach (TimelineGap gap in timeline.Gaps)
        {
            gaps.Append('M').Append(Svg.N(scale.Middle(gap.From) + 1)).Append(' ').Append(Svg.N(Top)).Append('H').Append(Svg.N(scale.Middle(gap.To ?? timeline.Today) - 1)).Append('V').Append(Svg.N(Bottom)).Append('H').Append(Svg.N(scale.Middle(gap.From) + 1)).Append('Z');
        }

        StringBuilder flareUps = new();
        foreach (FlareUp flareUp in timeline.FlareUps)
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
