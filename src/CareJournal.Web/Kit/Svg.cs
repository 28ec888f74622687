using System.Globalization;

namespace CareJournal.Web.Kit;

/// <summary>Numbers as they stand in SVG and CSS: a point for the decimal, whatever the reader's language.</summary>
public static class Svg
{
    /// <summary>A coordinate or a length in pixels, with one decimal at most.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A factor or a scale that everything is multiplied by: with all its decimals.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Where a mark that keeps its shape stands; the style sheet moves it when the drawing is magnified.</summary>
    public static string Pin(double x) => $"--x:{N(x)}";
}
