using System.Globalization;

namespace CareJournal.Web.Kit;

/// <summary>Numbers as they stand in SVG and CSS: a point for the decimal, whatever the reader's language, and one decimal at most.</summary>
public static class Svg
{
    /// <summary>A coordinate or a length in pixels.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
