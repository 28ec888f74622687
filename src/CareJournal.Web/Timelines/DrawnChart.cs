using CareJournal.Measures;

namespace CareJournal.Web.Timelines;

/// <summary>A chart; up is always better.</summary>
/// <param name="Instrument">The scale that was answered.</param>
/// <param name="Top">Its top, in pixels.</param>
/// <param name="Name">The name of the scale.</param>
/// <param name="Best">The words at the upper end.</param>
/// <param name="Worst">The words at the lower end.</param>
/// <param name="Summary">What it shows, as a sentence.</param>
public sealed record DrawnChart(Instrument Instrument, double Top, string Name, string Best, string Worst, string Summary)
{
    /// <summary>The air above and below the scale of a large chart.</summary>
    public const double LargeInset = 12;

    private const double SmallInset = 4;

    /// <summary>How large it is.</summary>
    public ChartSize Size { get; init; }

    /// <summary>The height.</summary>
    public double Height => TimelineLanes.ChartHeight(Size);

    /// <summary>The number of the upper end; the lower one of the two where less is better.</summary>
    public string BestNumber { get; init; } = "";

    /// <summary>The number of the lower end.</summary>
    public string WorstNumber { get; init; } = "";

    /// <summary>The joined answers as one path; broken at every pause.</summary>
    public string Line { get; init; } = "";

    /// <summary>The answers, or the middle of each month or quarter, as one path of dots.</summary>
    public string Dots { get; init; } = "";

    /// <summary>The range of each quarter, as one path of rectangles; empty where nothing is summed up.</summary>
    public string Band { get; init; } = "";

    /// <summary>The figures beside the dots, where they fit.</summary>
    public IReadOnlyList<DrawnFigure> Figures { get; init; } = [];

    /// <summary>The last value, printed at the end of its line.</summary>
    public DrawnFigure? Last { get; init; }

    /// <summary>The readings for the cursor across all charts: "x:what it reads" for each dot, separated by "|".</summary>
    public string Readings { get; init; } = "";

    /// <summary>Whether it is drawn over the chart before it, in the same frame.</summary>
    public bool Over { get; init; }

    /// <summary>The name of its colour in the style sheet.</summary>
    public string Kind => KindOf(Instrument);

    /// <summary>Returns the name of an instrument's colour in the style sheet.</summary>
    public static string KindOf(Instrument instrument) => $"curve-{instrument.ToString().ToLowerInvariant()}";

    /// <summary>Returns the height of an answer in the picture, in pixels.</summary>
    public double Y(int value)
    {
        double inset = Size == ChartSize.Large ? LargeInset : Size == ChartSize.Small ? SmallInset : LargeInset / 2;
        return Top + inset + ((1 - InstrumentScale.Of(Instrument).Goodness(value)) * (Height - (2 * inset)));
    }
}

/// <summary>A figure beside a dot.</summary>
/// <param name="X">The horizontal position of the dot.</param>
/// <param name="Y">The vertical position of the dot.</param>
/// <param name="Value">What was answered, or its median.</param>
public sealed record DrawnFigure(double X, double Y, string Value);
