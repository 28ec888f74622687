using System.Text;
using System.Xml;
using CareJournal.Caseload;

namespace CareJournal.Web.Caseload;

/// <summary>
/// Writes rows of the overview as text. They are sent to the browser a block at a time: thousands of rows as components would cost more to
/// keep than to draw. Pure.
/// </summary>
/// <remarks>Everything is written through <see cref="XmlWriter"/>, which encodes all recorded text: none of it can become markup.</remarks>
internal static class CaseloadRowMarkup
{
    /// <summary>How a part of a page is written; any recorded text is taken as it is.</summary>
    public static readonly XmlWriterSettings Fragment = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false };

    /// <summary>Writes a block of rows.</summary>
    /// <param name="people">The people of the block, in order.</param>
    /// <param name="first">The place of the first in the view, from 0.</param>
    /// <param name="overview">The overview that they are part of.</param>
    /// <param name="choice">How they are shown.</param>
    /// <param name="width">The width of a strip in pixels.</param>
    /// <param name="words">The text of a row.</param>
    public static string Write(IEnumerable<CaseloadPerson> people, int first, CaseloadOverview overview, CaseloadChoice choice, int width, CaseloadRowWords words)
    {
        StringBuilder markup = new();
        using (XmlWriter html = XmlWriter.Create(markup, Fragment))
        {
            foreach ((int place, CaseloadPerson person) in people.Index())
            {
                Row(html, person, first + place, overview, choice, width, words);
            }
        }

        return markup.ToString();
    }

    /// <summary>Writes the strip of one person alone, or a sentence instead of it where there is no day to be aligned on.</summary>
    public static string Strip(CaseloadPerson person, CaseloadOverview overview, CaseloadChoice choice, int width, CaseloadRowWords words)
    {
        StringBuilder markup = new();
        using (XmlWriter html = XmlWriter.Create(markup, Fragment))
        {
            if (overview.WindowOf(person, choice) is { } window)
            {
                Drawing(html, Draw(person, window, overview, choice, width), choice, width);
            }
            else
            {
                html.WriteString(words.Nowhere(choice.Align));
            }
        }

        return markup.ToString();
    }

    private static void Row(XmlWriter html, CaseloadPerson person, int place, CaseloadOverview overview, CaseloadChoice choice, int width, CaseloadRowWords words)
    {
        html.WriteStartElement("div");
        html.WriteAttributeString("role", "row");
        html.WriteAttributeString("class", "case");

        // The header row is the first of the table.
        html.WriteAttributeString("aria-rowindex", (place + 2).ToString(CultureInfo.InvariantCulture));
        html.WriteAttributeString("data-place", place.ToString(CultureInfo.InvariantCulture));
        html.WriteStartElement("span");
        html.WriteAttributeString("role", "rowheader");
        html.WriteStartElement("a");
        html.WriteAttributeString("href", Urls.Person(person.Facts.PatientId));
        html.WriteAttributeString("tabindex", "-1");
        html.WriteElementString("strong", person.Name.FamilyName);
        html.WriteString($" {words.Given(person.Name)}");
        html.WriteEndElement();
        html.WriteEndElement();
        Strip(html, person, overview, choice, width, words);
        foreach (string cell in words.Of(person).Take(CaseloadRowWords.NeedsLastColumn(choice) ? 3 : 2))
        {
            html.WriteStartElement("span");
            html.WriteAttributeString("role", "gridcell");
            html.WriteAttributeString("tabindex", "-1");
            html.WriteAttributeString("title", cell);
            html.WriteString(cell);
            html.WriteFullEndElement();
        }

        html.WriteEndElement();
    }

    private static void Strip(XmlWriter html, CaseloadPerson person, CaseloadOverview overview, CaseloadChoice choice, int width, CaseloadRowWords words)
    {
        html.WriteStartElement("span");
        html.WriteAttributeString("role", "gridcell");
        html.WriteAttributeString("tabindex", "-1");
        if (overview.WindowOf(person, choice) is not { To: { } to } window)
        {
            html.WriteAttributeString("class", "none");
            html.WriteString(words.Nowhere(choice.Align));
            html.WriteFullEndElement();
            return;
        }

        CaseloadStrip strip = Draw(person, window, overview, choice, width);
        html.WriteAttributeString("aria-label", words.Strip(window.From, to, strip));
        Drawing(html, strip, choice, width);
        html.WriteEndElement();
    }

    private static CaseloadStrip Draw(CaseloadPerson person, DateSpan window, CaseloadOverview overview, CaseloadChoice choice, int width) =>
        CaseloadStrip.Create(person, window, choice.Second is { } second ? person.DayOf(second, overview.Today) : null, overview.Today, width);

    private static void Drawing(XmlWriter html, CaseloadStrip strip, CaseloadChoice choice, int width)
    {
        html.WriteStartElement("svg");
        html.WriteAttributeString("aria-hidden", "true");
        html.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
        html.WriteAttributeString("height", MiniTimelinePath.Height.ToString(CultureInfo.InvariantCulture));
        Path(html, "gap", strip.Course.Gaps);
        Path(html, "flare", strip.FlareUps);
        Path(html, "visit", strip.Course.Visits);
        Path(html, "second", strip.Second);
        Path(html, "today", choice.Align == CaseloadAnchor.Today ? "" : strip.Course.Today);
        html.WriteFullEndElement();
    }

    private static void Path(XmlWriter html, string kind, string path)
    {
        if (path.Length > 0)
        {
            html.WriteStartElement("path");
            html.WriteAttributeString("class", kind);
            html.WriteAttributeString("d", path);
            html.WriteEndElement();
        }
    }
}
