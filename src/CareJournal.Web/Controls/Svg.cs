namespace CareJournal.Web.Controls;

/// <summary>Formats numbers for SVG and CSS: a decimal point, whatever the reader's language.</summary>
public static class Svg
{
    /// <summary>A coordinate or a length in pixels, with one decimal at most.</summary>
    public static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A factor or a scale: with all its decimals.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The position of a mark that keeps its shape; the style sheet moves it when the drawing is zoomed.</summary>
    public static string Pin(double x) => $"--x:{N(x)}";
}
