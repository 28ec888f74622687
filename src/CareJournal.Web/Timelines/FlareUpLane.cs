using CareJournal.FlareUps;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>Draws flare-ups as they were reported: a span each, soft where its dates are vague, open while it goes on; those that overlap take a row each.</summary>
internal static class FlareUpLane
{
    private const double Narrowest = 10;
    private const int MostRows = 5;
    private const double Air = 8;
    private const double LongestWord = 420;

    public static IReadOnlyList<DrawnSpan> Draw(TimelineLook look)
    {
        TimelineFlareUp[] flareUps = [.. look.Timeline.FlareUps.Where(flareUp => look.Window is null || look.Shows(flareUp.Start.Earliest, flareUp.End?.Latest ?? look.Timeline.Today))];
        double[] starts = [.. flareUps.Select(flareUp => look.Scale.X(flareUp.Start.Middle))];
        double[] ends = [.. flareUps.Select((flareUp, index) => Math.Max(starts[index] + Narrowest, flareUp.End is { } end ? look.Scale.X(end.Middle.AddDays(1)) : look.Scale.Middle(look.Timeline.Today)))];
        int[] rows = LaneRows.Pack(starts, ends, MostRows);
        int[] needed = LaneRows.Needed(starts, ends, rows);
        return [.. flareUps.Select((flareUp, index) =>
        {
            bool shared = needed[index] > 1;
            double after = Math.Max(ends[index], look.Scale.X((flareUp.End?.Latest ?? look.Timeline.Today).AddDays(1)));
            double next = index + 1 < starts.Length ? starts[index + 1] : look.Scale.Right;
            return new DrawnSpan(TimelineItem.FlareUp(flareUp.Id), starts[index], ends[index], look.Words.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain))
            {
                Label = shared ? null : Words(flareUp, look, next - after - Air),
                LabelAt = after + Air,
                Row = rows[index],
                Rows = needed[index],
                Open = flareUp.End is null,
                SoftEnds = TimelineShapes.SoftEnds(flareUp.Start, flareUp.End, TimelineLanes.FlareUps, look.Scale),
                Hollow = flareUp.Origin == FlareUpOrigin.Reported && look.IsInGap(flareUp.Start.Middle),
            };
        })];
    }

    // The peak from one year on; from a season on also what came before and what helped, as reported.
    private static string? Words(TimelineFlareUp flareUp, TimelineLook look, double width)
    {
        string? peak = flareUp.PeakPain?.ToString(CultureInfo.InvariantCulture) is { } number ? $"{number}/10" : null;
        return look.Stop switch
        {
            TimelineStop.Year => TimelineLabels.FitWhole(peak, width),
            TimelineStop.Season or TimelineStop.Weeks => TimelineLabels.Fit(
                Wording.Words.Joined(peak, flareUp.WhatCameBefore, flareUp.WhatHelped is { } helped ? look.Words["Visit.HelpedBefore", helped] : null),
                Math.Min(width - Air, LongestWord)),
            _ => null,
        };
    }
}
