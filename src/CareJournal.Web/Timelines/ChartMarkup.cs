using System.Xml;

namespace CareJournal.Web.Timelines;

/// <summary>Writes the charts of one stop as SVG text, and the line of today over everything. Pure.</summary>
internal static class ChartMarkup
{
    private const double FigureAir = 7;
    private const double FigureRoom = 24;

    /// <summary>Writes the charts of a picture.</summary>
    public static string Write(TimelinePicture picture) => LayerMarkup.Text(svg =>
    {
        svg.Shape("chart-ground s", string.Concat(picture.Charts.Where(chart => !chart.Over && chart.Size != ChartSize.Small).SelectMany(Grid).Select(y => $"M{Svg.N(picture.Scale.Left)} {Svg.N(y)}H{Svg.N(picture.Scale.Right)}")));
        foreach (DrawnChart chart in picture.Charts)
        {
            svg.Open("g", $"chart {chart.Kind}{(chart.Over ? " over" : "")}{(chart.Size == ChartSize.Small ? " small" : "")}");
            svg.WriteAttributeString("role", "img");
            svg.WriteAttributeString("aria-label", chart.Summary);
            svg.WriteAttributeString("data-top", Svg.N(chart.Top));
            svg.WriteAttributeString("data-readings", chart.Readings);
            if (chart.Size == ChartSize.Small)
            {
                svg.WriteAttributeString("data-curve", chart.Kind);
                svg.Box("reach s", picture.Scale.Left, chart.Top - 3, picture.Scale.Width, chart.Height + 6);
            }

            svg.Shape("band s", chart.Band);
            if (chart is { Over: false, Size: not ChartSize.Small })
            {
                Hairlines(svg, chart, picture);
            }

            svg.Shape("line s", chart.Line);
            svg.Shape("dots s", chart.Dots);
            foreach (DrawnFigure figure in chart.Figures)
            {
                svg.Words(figure.Value, "figure", figure.X, figure.X + 6, figure.Y + (figure.Y - chart.Top < 14 ? 11 : -4));
            }

            if (chart.Last is { } last)
            {
                // At the right edge, and at the line of today, there is no room beside it: it is written before the point, above the line that leads there.
                bool beside = last.X + FigureRoom < picture.Scale.Right && !(last.X <= picture.Today && last.X + FigureRoom > picture.Today);
                double above = chart.Size == ChartSize.Small ? 4 : last.Y - chart.Top < 18 ? 14 : -8;
                svg.Words(last.Value, beside ? "figure last" : "figure last before", last.X, beside ? last.X + FigureAir : last.X - FigureAir, last.Y + (beside ? 4 : above));
            }

            svg.WriteEndElement();
        }

        svg.Line("today p", picture.Today, TimelineLanes.Top - 6, picture.Height);
    });

    // The two ends of the scale, and its middle.
    private static IEnumerable<double> Grid(DrawnChart chart) =>
        chart.Size == ChartSize.Even ? [chart.Top, chart.Top + chart.Height] : [chart.Top + DrawnChart.LargeInset, chart.Top + (chart.Height / 2), chart.Top + chart.Height - DrawnChart.LargeInset];

    // A life event goes through the chart; a vaguely remembered one is dotted, as its mark is.
    private static void Hairlines(XmlWriter svg, DrawnChart chart, TimelinePicture picture)
    {
        foreach (var kind in picture.LifeEvents.GroupBy(moment => moment.SoftEnds.Length > 0 ? "hair soft s" : "hair s"))
        {
            svg.Shape(kind.Key, string.Concat(kind.Select(moment => $"M{Svg.N(moment.From)} {Svg.N(chart.Top)}v{Svg.N(chart.Height)}")));
        }
    }
}
