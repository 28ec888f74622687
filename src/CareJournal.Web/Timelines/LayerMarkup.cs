using System.Text;
using System.Xml;

namespace CareJournal.Web.Timelines;

/// <summary>
/// Writes one stop of the drawing as SVG text. It is sent to the browser in one piece: hundreds of marks as components would cost more
/// to send than to draw. What has a width is stretched (class s), what has a shape or letters is only moved (class p). Pure.
/// </summary>
/// <remarks>Everything is written through <see cref="XmlWriter"/>, which encodes all recorded text: none of it can become markup.</remarks>
internal static class LayerMarkup
{
    private const double GapHeight = 52;
    private const double GapTop = TimelineLanes.Visits + 5;

    private static readonly XmlWriterSettings Fragment = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false };

    /// <summary>Writes a whole picture.</summary>
    public static string Write(TimelinePicture picture, Words words) => Marks(picture, words) + ChartMarkup.Write(picture);

    /// <summary>Writes the marks of a picture, on top of its background: all but the charts, which are written by themselves, so that they can be sent anew by themselves.</summary>
    public static string Marks(TimelinePicture picture, Words words) => Text(svg =>
    {
        Ground(svg, picture, words);
        Periods(svg, picture);
        LifeEvents(svg, picture);
        Gaps(svg, picture);
        Columns(svg, picture);
        Visits(svg, picture);
        FlareUps(svg, picture);
    });

    /// <summary>Returns what is written, as text.</summary>
    public static string Text(Action<XmlWriter> write)
    {
        StringBuilder markup = new();
        using (XmlWriter svg = XmlWriter.Create(markup, Fragment))
        {
            write(svg);
        }

        return markup.ToString();
    }

    private static void Ground(XmlWriter svg, TimelinePicture picture, Words words)
    {
        svg.Open("g", "ground");
        svg.Shape("closure s", string.Concat(picture.Closures.Select(closure => $"M{Svg.N(closure.From)} {Svg.N(TimelineLanes.Top - 5)}h{Svg.N(Math.Max(closure.Width, 1))}v5h{Svg.N(-Math.Max(closure.Width, 1))}z")));
        svg.Shape("ticks s", string.Concat(picture.Ticks.Where(tick => !tick.IsLabel).Select(tick => $"M{Svg.N(tick.X)} {Svg.N(TimelineLanes.Top - 6)}V{Svg.N(picture.Height)}")));
        foreach (RulerTick tick in picture.Ticks)
        {
            svg.Words(tick.Label, "ruler", tick.X, tick.X, TimelineLanes.Ruler);
        }

        foreach (double middle in picture.Folds.Select(fold => (fold.From + fold.To) / 2))
        {
            svg.Shape("fold p", TimelineShapes.Fold(middle, TimelineLanes.Top - 2), middle);
        }

        svg.Words(words["Timeline.Today"], "ruler now", picture.Today, picture.Today + 3, TimelineLanes.Ruler);
        svg.WriteEndElement();
    }

    private static void Periods(XmlWriter svg, TimelinePicture picture)
    {
        foreach (DrawnSpan period in picture.Periods)
        {
            double top = TimelineLanes.Periods + (period.Row * TimelineLanes.PeriodHeight / period.Rows);
            svg.Item("g", "period", period.Key, 0, period.From, period.To, period.Sentence);
            svg.Box("s", period.From, top, period.Width, Math.Max(1, (TimelineLanes.PeriodHeight / period.Rows) - (period.Rows - 1)), 4);
            svg.WordsInside(period.Label, period.Rows > 1 ? "small" : "", period.LabelAt < period.To ? (period.From, period.To) : (period.To, period.To), period.LabelAt, period.LabelAt + 6, top + (period.Rows > 1 ? 9.5 : 17.5));
            svg.WriteEndElement();
        }
    }

    private static void LifeEvents(XmlWriter svg, TimelinePicture picture)
    {
        foreach (DrawnSpan moment in picture.LifeEvents)
        {
            double y = TimelineLanes.Life + (moment.Row * TimelineLanes.LifeStep);
            svg.Item("g", moment.Hollow ? "life hollow" : "life", moment.Key, 1, moment.From, moment.To, moment.Sentence);
            svg.Shape("soft s", moment.SoftEnds);
            svg.Shape("span s", moment.Width > 0 ? $"M{Svg.N(moment.From)} {Svg.N(y)}H{Svg.N(moment.To)}" : "");
            svg.Shape("mark p", TimelineShapes.Diamond(moment.From + moment.Shift, y), moment.From);
            svg.WordsInside(moment.Label, "", (moment.LabelAt, moment.LabelAt), moment.LabelAt, moment.LabelAt, y + 4);
            svg.WriteEndElement();
        }
    }

    private static void Gaps(XmlWriter svg, TimelinePicture picture)
    {
        foreach (DrawnGap gap in picture.Gaps)
        {
            double middle = (gap.Free.From + gap.Free.To) / 2;
            svg.Item("g", gap.Present ? "gap present" : "gap", gap.Key, 2, gap.From, gap.To, gap.Sentence);
            svg.Box("agreed s", gap.From, GapTop, gap.To - gap.From, GapHeight);
            if (gap.To > gap.Agreed)
            {
                svg.Box("silent s", gap.Agreed, GapTop, gap.To - gap.Agreed, GapHeight);
            }

            svg.Shape("bracket p", TimelineShapes.Bracket(gap.From, GapTop, GapHeight, 4), gap.From);
            svg.Shape("bracket p", gap.Present ? "" : TimelineShapes.Bracket(gap.To, GapTop, GapHeight, -4), gap.To);
            svg.WordsInside(gap.Label, "length", gap.Free, middle, middle, GapTop + (gap.SecondLabel is null ? 30.5 : 23.5));
            svg.WordsInside(gap.SecondLabel, "how", gap.Free, middle, middle, GapTop + 38);
            svg.WriteEndElement();
        }

        foreach (DrawnFold fold in picture.Folds)
        {
            svg.Words(fold.Label, "folded", (fold.From + fold.To) / 2, (fold.From + fold.To) / 2, TimelineLanes.Visits + 35.5);
        }
    }

    private static void Columns(XmlWriter svg, TimelinePicture picture)
    {
        foreach (DrawnColumn column in picture.Columns)
        {
            double top = TimelineLanes.Visits + TimelineLanes.VisitHeight - column.Height;
            double middle = (column.From + column.To) / 2;
            svg.Item("g", "column", column.Key, 2, middle, middle, column.Sentence);
            svg.WriteAttributeString("data-first-day", Svg.N(column.FirstDay.DayNumber));
            svg.WriteAttributeString("data-last-day", Svg.N(column.LastDay.DayNumber));
            if (column.Items.Length > 0)
            {
                svg.WriteAttributeString("data-items", column.Items);
            }

            svg.Box("mark s", column.From, top, column.To - column.From, column.Height);
            svg.Words(column.Count, "count", middle, middle, top + 11);
            svg.WriteEndElement();
        }
    }

    private static void Visits(XmlWriter svg, TimelinePicture picture)
    {
        foreach (DrawnVisit visit in picture.Visits)
        {
            svg.Item("rect", $"visit {visit.Kind} p", visit.Key, 2, visit.X, visit.X, visit.Sentence);
            svg.WriteAttributeString("style", Svg.Pin(visit.X));
            svg.Place(visit.X - (visit.Width / 2), TimelineLanes.Visits + visit.Top, visit.Width, visit.Height);
            svg.WriteEndElement();
        }

        foreach (DrawnVisit visit in picture.Visits)
        {
            if (visit.Words is { } beside)
            {
                VisitWordsMarkup.Write(svg, visit.X, beside, picture.Stop);
            }
        }
    }

    private static void FlareUps(XmlWriter svg, TimelinePicture picture)
    {
        foreach (DrawnSpan flareUp in picture.FlareUps)
        {
            double step = TimelineLanes.FlareUpStep(flareUp.Rows);
            double y = TimelineLanes.FlareUps + ((flareUp.Row - ((flareUp.Rows - 1) / 2.0)) * step);
            double half = flareUp.Rows == 1 ? 8 : (step - 3) / 2;
            svg.Item("g", flareUp.Hollow ? "flare hollow" : "flare", flareUp.Key, 3, flareUp.From, flareUp.To, flareUp.Sentence);
            svg.Shape("soft s", flareUp.SoftEnds);
            svg.Box("mark s", flareUp.From, y - half, flareUp.Width, half * 2, Math.Min(half, flareUp.Width / 2));
            svg.Shape("edge p", flareUp.Open ? TimelineShapes.OpenEdge(flareUp.To, y, half) : "", flareUp.To);
            svg.WordsInside(flareUp.Label, "", (flareUp.LabelAt, flareUp.LabelAt), flareUp.LabelAt, flareUp.LabelAt, y + 4);
            svg.WriteEndElement();
        }
    }
}
