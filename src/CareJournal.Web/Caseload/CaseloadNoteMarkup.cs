using System.Text;
using System.Xml;
using CareJournal.Web.Visits;

namespace CareJournal.Web.Caseload;

/// <summary>Writes what a row of the overview shows on request: the last session of the person in a few words. Pure.</summary>
/// <remarks>Everything is written through <see cref="XmlWriter"/>, which encodes all recorded text: none of it can become markup.</remarks>
internal static class CaseloadNoteMarkup
{
    /// <summary>Writes the note of a row.</summary>
    /// <param name="last">The last session.</param>
    /// <param name="about">The rhythm of the follow-up, or how it ended; <c>null</c> where neither is known.</param>
    public static string Write(LastVisitWords last, string? about)
    {
        StringBuilder markup = new();
        using (XmlWriter html = XmlWriter.Create(markup, CaseloadRowMarkup.Fragment))
        {
            html.WriteElementString("strong", last.When);
            foreach (string text in new[] { last.Said, last.Agreed, about }.OfType<string>())
            {
                html.WriteElementString("p", text);
            }
        }

        return markup.ToString();
    }
}
