namespace CareJournal.Web.Controls;

/// <summary>Writes text in a drawing. Razor reserves the tag "text" inside loops, so it is built here. Never read aloud: the marks have names.</summary>
public static class SvgLabel
{
    /// <summary>Writes a text at a position.</summary>
    /// <param name="words">The text; nothing is written if it is <c>null</c>.</param>
    /// <param name="kind">Its CSS classes.</param>
    /// <param name="x">Its start, middle or end, depending on its class, in pixels.</param>
    /// <param name="y">Its baseline, in pixels.</param>
    public static RenderFragment? At(string? words, string kind, double x, double y) => words is null ? null : builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", kind);
        builder.AddAttribute(2, "x", Svg.N(x));
        builder.AddAttribute(3, "y", Svg.N(y));
        builder.AddAttribute(4, "aria-hidden", "true");
        builder.AddContent(5, words);
        builder.CloseElement();
    };
}
