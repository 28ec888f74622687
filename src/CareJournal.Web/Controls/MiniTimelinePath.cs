using System.Text;

namespace CareJournal.Web.Controls;

/// <summary>
/// The geometry of one person's visits on a strip of fixed height: one path per kind. Pure.
/// Equal spans are drawn to equal scales, so that strips one below the other can be compared.
/// </summary>
/// <param name="Visits">A mark for each visit day; days that fall on the same half pixel share one.</param>
/// <param name="Gaps">The silences, the present one included once it is longer than the threshold.</param>
/// <param name="Today">The line of today; empty if today is outside.</param>
/// <param name="VisitCount">Distinct visit days within the span.</param>
/// <param name="GapCount">Past pauses that reach into the span.</param>
public sealed record MiniTimelinePath(string Visits, string Gaps, string Today, int VisitCount, int GapCount)
{
    /// <summary>The strip's height in pixels.</summary>
    public const int Height = 24;

    private const int VisitTop = 3;
    private const int VisitBottom = 21;
    private const int GapTop = 6;
    private const int GapBottom = 18;
    private const int HatchStep = 6;

    // The distance of a silence from the marks at its ends.
    private const double Air = 1.5;

    private IReadOnlyList<(double Left, double Right)> Silences { get; init; } = [];

    /// <summary>The hatching of the silences, which distinguishes them without colour. Computed when it is asked for: the rows of the overview are filled with a pattern.</summary>
    public string Hatch
    {
        get
        {
            StringBuilder hatch = new();
            foreach ((double left, double right) in Silences)
            {
                AppendHatch(hatch, left, right);
            }

            return hatch.ToString();
        }
    }

    /// <summary>Draws the days from <paramref name="from"/> to <paramref name="today"/>, which ends one pixel before <paramref name="width"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="today"/> is not after <paramref name="from"/>.</exception>
    public static MiniTimelinePath Create(VisitCourse course, DateOnly from, DateOnly today, int width) => Create(course, from, today, today, width);

    /// <summary>Draws the days from <paramref name="from"/> to <paramref name="to"/>, which may be before or after today.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public static MiniTimelinePath Create(VisitCourse course, DateOnly from, DateOnly to, DateOnly today, int width)
    {
        double X(DateOnly day) => MiniTimelinePath.X(day, from, to, width);

        DateOnly[] visits = [.. course.Rhythms.Select(rhythm => rhythm.At).Where(day => day >= from && day <= to)];
        VisitInterval[] past = [.. course.Gaps.Where(gap => gap.To > from && gap.From < to)];
        IEnumerable<(double Left, double Right)> silences = past.Select(gap => (X(gap.From), X(gap.To))).Concat(Present(course, today).Select(since => (X(since), X(today))));

        (double Left, double Right)[] drawn = [.. silences.Select(silence => (Left: silence.Left + Air, Right: silence.Right - Air)).Where(silence => silence.Right > silence.Left)];
        StringBuilder gaps = new();
        foreach ((double left, double right) in drawn)
        {
            gaps.Append(CultureInfo.InvariantCulture, $"M{Svg.N(left)} {GapTop}H{Svg.N(right)}V{GapBottom}H{Svg.N(left)}Z");
        }

        IEnumerable<double> marks = visits.Select(day => Math.Round(X(day) * 2) / 2).Distinct();
        return new MiniTimelinePath(
            string.Concat(marks.Select(x => $"M{Svg.N(x)} {VisitTop}V{VisitBottom}")),
            gaps.ToString(),
            today < from || today > to ? "" : $"M{Svg.N(X(today))} 0V{Height}",
            visits.Length,
            past.Length)
        {
            Silences = drawn,
        };
    }

    /// <summary>The position of a day on the strip; one outside is placed at its edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public static double X(DateOnly day, DateOnly from, DateOnly to, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        return 1 + (Math.Clamp(day.DayNumber - from.DayNumber, 0, to.DayNumber - from.DayNumber) * (width - 2.0) / (to.DayNumber - from.DayNumber));
    }

    private static DateOnly[] Present(VisitCourse course, DateOnly today) =>
        course is { Latest: { } last } && course.RunningGap(today) is not null ? [last.At] : [];

    // Strokes rising to the right at 45°, cut off at both ends.
    private static void AppendHatch(StringBuilder hatch, double left, double right)
    {
        const int Rise = GapBottom - GapTop;
        for (double foot = left - Rise + HatchStep; foot < right; foot += HatchStep)
        {
            double start = Math.Max(foot, left);
            double end = Math.Min(foot + Rise, right);
            hatch.Append(CultureInfo.InvariantCulture, $"M{Svg.N(start)} {Svg.N(GapBottom - (start - foot))}L{Svg.N(end)} {Svg.N(GapBottom - (end - foot))}");
        }
    }
}
