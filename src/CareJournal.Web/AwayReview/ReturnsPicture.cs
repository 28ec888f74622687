using System.Text;
using CareJournal.AwayReview;

namespace CareJournal.Web.AwayReview;

/// <summary>
/// The geometry of the curve of returns: months across, "has not returned yet" up, how many pauses are observed below. Pure.
/// </summary>
/// <param name="SurePath">The curve while enough pauses are observed.</param>
/// <param name="DashedPath">The curve where fewer are left; empty when there always are enough.</param>
/// <param name="AreaPath">The area under the curve: silences that go on.</param>
/// <param name="HalfPath">From the height of one half to the curve, and down to its month; empty when half is not reached.</param>
/// <param name="Ticks">The months on the axis.</param>
public sealed record ReturnsPicture(string SurePath, string DashedPath, string AreaPath, string HalfPath, IReadOnlyList<ReturnsTick> Ticks)
{
    /// <summary>The width of the drawing, in pixels.</summary>
    public const int Width = 900;

    /// <summary>The height of the drawing, in pixels.</summary>
    public const int Height = 356;

    /// <summary>The left edge of the plot; left of it are the words of the axis.</summary>
    public const int Left = 200;

    /// <summary>The right edge of the plot; right of it half a label fits.</summary>
    public const int Right = Width - 16;

    /// <summary>The height at which nobody has returned.</summary>
    public const int Top = 40;

    /// <summary>The height at which everybody has returned.</summary>
    public const int Bottom = 270;

    private const double DaysInAMonth = 365.25 / 12;

    /// <summary>Draws a curve that can be drawn.</summary>
    /// <exception cref="ArgumentException">There are too few returns.</exception>
    public static ReturnsPicture Draw(TimeToReturn curve)
    {
        if (!curve.CanBeDrawn || curve.From is not { } from)
        {
            throw new ArgumentException("Too few returns to draw.", nameof(curve));
        }

        // The time after the last return shows nothing more about returns.
        int last = curve.Steps[^1].Day;
        int step = StepOf(last / DaysInAMonth);
        int months = (int)Math.Ceiling(last / DaysInAMonth / step) * step;
        double perDay = (Right - Left) / (months * DaysInAMonth);
        double X(int day) => Left + (day * perDay);

        int end = Math.Min(curve.To, (int)(months * DaysInAMonth));
        int sure = Math.Clamp(curve.SureUntil, from, end);
        string surePath = Line(curve, from, sure, X);
        return new ReturnsPicture(
            surePath,
            sure < end ? Line(curve, sure, end, X) : "",
            $"{Line(curve, from, end, X)}V{Bottom}H{Svg.N(X(from))}Z",
            curve.Median is { } median ? $"M{Left} {Svg.N(Y(0.5m))}H{Svg.N(X(median))}V{Bottom}" : "",
            [.. Enumerable.Range(0, (months / step) + 1).Select(place => Tick(curve, place * step, X))]);
    }

    /// <summary>Returns the height at which a share that has not returned is drawn.</summary>
    public static double Y(decimal notYet) => Bottom - ((double)notYet * (Bottom - Top));

    private static ReturnsTick Tick(TimeToReturn curve, int months, Func<int, double> x)
    {
        int day = (int)Math.Round(months * DaysInAMonth);
        return new ReturnsTick(months, day, x(day), day >= curve.From ? curve.Seen(day) : null);
    }

    private static string Line(TimeToReturn curve, int from, int to, Func<int, double> x)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"M{Svg.N(x(from))} {Svg.N(Y(curve.NotYet(from) ?? 1))}");
        foreach (ReturnStep step in curve.Steps.Where(step => step.Day > from && step.Day <= to))
        {
            line.Append(CultureInfo.InvariantCulture, $"H{Svg.N(x(step.Day))}V{Svg.N(Y(step.NotYet))}");
        }

        return line.Append(CultureInfo.InvariantCulture, $"H{Svg.N(x(to))}").ToString();
    }

    private static int StepOf(double months) => months switch
    {
        <= 36 => 3,
        <= 60 => 6,
        <= 132 => 12,
        _ => 24,
    };
}

/// <summary>A month on the axis.</summary>
/// <param name="Months">How many months since the last session.</param>
/// <param name="Day">The same in days.</param>
/// <param name="X">Its position, in pixels.</param>
/// <param name="Seen">How many pauses are observed then; unknown before the curve begins.</param>
public sealed record ReturnsTick(int Months, int Day, double X, int? Seen);
