using System.Xml;

namespace CareJournal.Web.Timelines;

/// <summary>Writes the few shapes that the drawing is made of, each as one element.</summary>
internal static class SvgWriting
{
    /// <summary>Begins an element; the caller ends it.</summary>
    public static void Open(this XmlWriter svg, string name, string kind)
    {
        svg.WriteStartElement(name);
        svg.WriteAttributeString("class", kind);
    }

    /// <summary>Begins an element that can be chosen, with its position at the scale of its stop and its sentence; the caller ends it.</summary>
    public static void Item(this XmlWriter svg, string name, string kind, string key, int lane, double from, double to, string sentence)
    {
        svg.Open(name, $"item {kind}");
        svg.WriteAttributeString("role", "button");
        svg.WriteAttributeString("tabindex", "-1");
        svg.WriteAttributeString("data-key", key);
        svg.WriteAttributeString("data-kind", TimelineItem.KindOf(key));
        svg.WriteAttributeString("data-lane", lane.ToString(CultureInfo.InvariantCulture));
        svg.WriteAttributeString("data-at", Svg.N(from));
        if (to > from)
        {
            svg.WriteAttributeString("data-end", Svg.N(to));
        }

        svg.WriteAttributeString("aria-label", sentence);
    }

    /// <summary>Writes a rectangle that is stretched with the drawing.</summary>
    public static void Box(this XmlWriter svg, string kind, double x, double y, double width, double height, double round = 0)
    {
        svg.Open("rect", kind);
        svg.Place(x, y, width, height);
        if (round > 0)
        {
            svg.WriteAttributeString("rx", Svg.N(round));
        }

        svg.WriteEndElement();
    }

    /// <summary>Writes the position and size of a rectangle.</summary>
    public static void Place(this XmlWriter svg, double x, double y, double width, double height)
    {
        svg.WriteAttributeString("x", Svg.N(x));
        svg.WriteAttributeString("y", Svg.N(y));
        svg.WriteAttributeString("width", Svg.N(width));
        svg.WriteAttributeString("height", Svg.N(height));
    }

    /// <summary>Writes a path, or nothing when it is empty. With the position of a mark, it keeps its shape and is moved with the mark.</summary>
    public static void Shape(this XmlWriter svg, string kind, string path, double? mark = null)
    {
        if (path.Length == 0)
        {
            return;
        }

        svg.Open("path", kind);
        svg.Pin(mark);
        svg.WriteAttributeString("d", path);
        svg.WriteEndElement();
    }

    /// <summary>Writes a vertical line that is moved with its position.</summary>
    public static void Line(this XmlWriter svg, string kind, double x, double top, double bottom)
    {
        svg.Open("line", kind);
        svg.Pin(x);
        svg.WriteAttributeString("x1", Svg.N(x));
        svg.WriteAttributeString("y1", Svg.N(top));
        svg.WriteAttributeString("x2", Svg.N(x));
        svg.WriteAttributeString("y2", Svg.N(bottom));
        svg.WriteEndElement();
    }

    /// <summary>Writes text beside a mark, or nothing without text. It is moved with the mark, keeps its shape and is not read aloud: the mark has a label of its own.</summary>
    public static void Words(this XmlWriter svg, string? words, string kind, double mark, double x, double y) => svg.Write(words, $"p {kind}", mark, x, y, null);

    /// <summary>Writes text inside a span, as above; the script keeps it within the part of the span that is on the screen.</summary>
    public static void WordsInside(this XmlWriter svg, string? words, string kind, (double From, double To) span, double mark, double x, double y) =>
        svg.Write(words, $"p stay {kind}", mark, x, y, span);

    private static void Write(this XmlWriter svg, string? words, string kind, double mark, double x, double y, (double From, double To)? span)
    {
        if (words is null)
        {
            return;
        }

        svg.Open("text", kind.TrimEnd());
        svg.Pin(mark);
        svg.WriteAttributeString("x", Svg.N(x));
        svg.WriteAttributeString("y", Svg.N(y));
        if (span is { } inside)
        {
            svg.WriteAttributeString("data-from", Svg.N(inside.From));
            svg.WriteAttributeString("data-to", Svg.N(inside.To));
            svg.WriteAttributeString("data-words", Svg.N(TimelineLabels.WidthOf(words)));
        }

        svg.WriteAttributeString("aria-hidden", "true");
        svg.WriteString(words);
        svg.WriteEndElement();
    }

    private static void Pin(this XmlWriter svg, double? mark)
    {
        if (mark is { } x)
        {
            svg.WriteAttributeString("style", Svg.Pin(x));
        }
    }
}
