using System.Xml;

namespace CareJournal.Web.Timelines;

/// <summary>Writes the text of a session beside its mark: short lines at the stop "a season", a card at the stop "some weeks".</summary>
internal static class VisitWordsMarkup
{
    private const double Foot = 14;
    private const double LineHeight = 17;

    /// <summary>Writes the text of one visit.</summary>
    public static void Write(XmlWriter svg, double x, VisitWords words, TimelineStop stop)
    {
        if (stop == TimelineStop.Weeks)
        {
            Card(svg, x, words);
        }
        else
        {
            Lines(svg, x, words);
        }
    }

    private static void Lines(XmlWriter svg, double x, VisitWords words)
    {
        svg.Open("g", "words");
        double y = TimelineLanes.Visits + Foot;
        svg.Words(words.Date, "date", x, x + 6, y);
        svg.Words(TimelineLabels.Fit(words.Headline, words.Width), "", x, x + 6, y + LineHeight);
        svg.Words(TimelineLabels.Fit(words.Agreed is null ? null : $"→ {words.Agreed}", words.Width), "", x, x + 6, y + (2 * LineHeight));
        svg.WriteEndElement();
    }

    private static void Card(XmlWriter svg, double x, VisitWords words)
    {
        svg.Open("foreignObject", "words p");
        svg.WriteAttributeString("style", Svg.Pin(x));
        svg.Place(x + 5, TimelineLanes.Visits, words.Width, TimelineLanes.VisitHeight);
        svg.WriteAttributeString("aria-hidden", "true");
        svg.Open("div", "visit-card");
        svg.WriteStartElement("p");
        svg.WriteElementString("strong", words.Date);
        svg.WriteString($" {words.Headline}");
        svg.WriteEndElement();
        if (words.Agreed is { } agreed)
        {
            svg.Open("p", "agreed-words");
            svg.WriteString($"→ {agreed}");
            svg.WriteEndElement();
        }

        svg.WriteEndElement();
        svg.WriteEndElement();
    }
}
