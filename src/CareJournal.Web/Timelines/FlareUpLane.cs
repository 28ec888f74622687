using System.Globalization;
using CareJournal.Dates;
using CareJournal.FlareUps;

namespace CareJournal.Web.Timelines;

/// <summary>Flare-ups as they were told: a span each, soft where its dates are vague, open where it goes on; those that overlap stand on two rows.</summary>
internal static class FlareUpLane
{
    private const double Narrowest = 10;
    private const double Air = 8;
    private const double LongestWord = 420;

    public static IReadOnlyList<DrawnSpan> Draw(TimelineLook look)
    {
        FlareUp[] flareUps = [.. look.Timeline.FlareUps.Where(flareUp => look.Window is null || look.Shows(flareUp.Start.Earliest, flareUp.End?.Latest ?? look.Timeline.Today))];
        double[] starts = [.. flareUps.Select(flareUp => look.Scale.X(flareUp.Start.Middle))];
        double[] ends = [.. flareUps.Select((flareUp, index) => Math.Max(starts[index] + Narrowest, flareUp.End is { } end ? look.Scale.X(end.Middle.AddDays(1)) : look.Scale.Middle(look.Timeline.Today)))];
        int[] rows = LaneRows.Pack(starts, ends, 2);
        return [.. flareUps.Select((flareUp, index) =>
        {
            bool shared = Enumerable.Range(0, flareUps.Length).Any(other => other != index && starts[other] < ends[index] && ends[other] > starts[index]);
            double after = Math.Max(ends[index], look.Scale.X((flareUp.End?.Latest ?? look.Timeline.Today).AddDays(1)));
            double next = index + 1 < starts.Length ? starts[index + 1] : look.Scale.Right;
            return new DrawnSpan(TimelineItem.FlareUp(flareUp.Id), starts[index], ends[index], look.Wording.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain))
            {
                Label = shared ? null : Words(flareUp, look, next - after - Air),
                LabelAt = after + Air,
                Row = shared ? rows[index] : 0,
                Rows = shared ? 2 : 1,
                Open = flareUp.End is null,
                SoftEnds = TimelineShapes.SoftEnds(flareUp.Start, flareUp.End, TimelineLanes.FlareUps, look.Scale),
                Hollow = flareUp.Origin == FlareUpOrigin.Reported && look.IsInGap(flareUp.Start.Middle),
            };
        })];
    }

    // The peak from one year on; from a season on also what came before and what helped, as told.
    private static string? Words(FlareUp flareUp, TimelineLook look, double room)
    {
        string? peak = flareUp.PeakPain?.ToString(CultureInfo.InvariantCulture) is { } number ? $"{number}/10" : null;
        return look.Stop switch
        {
            TimelineStop.Year => TimelineLabels.FitWhole(peak, room),
            TimelineStop.Season or TimelineStop.Weeks => TimelineLabels.Fit(
                string.Join(" · ", new[] { peak, flareUp.WhatCameBefore, flareUp.WhatHelped is { } helped ? look.Wording["Visit.HelpedBefore", helped] : null }.Where(part => part is not null)),
                Math.Min(room - Air, LongestWord)),
            _ => null,
        };
    }
}
