using CareJournal.Caseload;

namespace CareJournal.Web.Caseload;

/// <summary>The geometry of one person's row: one path per kind. Equal lengths of time draw to equal widths on every row. Pure.</summary>
/// <param name="Course">Visits, silences and today.</param>
/// <param name="FlareUps">Flare-ups as reported, below the visits; a vague one as long as it may have lasted.</param>
/// <param name="Second">The mark of the second day, to which nothing is stretched; empty where there is none on the strip.</param>
public sealed record CaseloadStrip(MiniTimelinePath Course, string FlareUps, string Second)
{
    private const double FlareUpTop = MiniTimelinePath.Height - 4.5;
    private const double FlareUpHeight = 3.5;
    private const double Narrowest = 3;
    private const double SignWidth = 3.5;
    private const double SignHeight = 6;

    /// <summary>Draws the row of a person over a window.</summary>
    public static CaseloadStrip Create(CaseloadPerson person, DateSpan window, DateOnly? second, DateOnly today, int width)
    {
        (DateOnly from, DateOnly to) = (window.From, window.To ?? today);
        double X(DateOnly day) => MiniTimelinePath.X(day, from, to, width);
        return new CaseloadStrip(
            MiniTimelinePath.Create(person.Facts.Course, from, to, today, width),
            string.Concat(person.FlareUps
                .Select(flareUp => (flareUp.Start.Earliest, End: flareUp.End?.Latest ?? today))
                .Where(flareUp => flareUp.End >= from && flareUp.Earliest <= to)
                .Select(flareUp => (Left: X(flareUp.Earliest), Right: Math.Max(X(flareUp.End), X(flareUp.Earliest) + Narrowest)))
                .Select(flareUp => $"M{Svg.N(flareUp.Left)} {Svg.N(FlareUpTop)}H{Svg.N(flareUp.Right)}v{Svg.N(FlareUpHeight)}H{Svg.N(flareUp.Left)}z")),
            second is { } day && day >= from && day <= to ? $"M{Svg.N(X(day))} 0l{Svg.N(SignWidth)} {Svg.N(SignHeight)}h{Svg.N(-2 * SignWidth)}z" : "");
    }
}
