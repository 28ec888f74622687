using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Kit;

/// <summary>Letters in a drawing. Razor keeps the tag "text" for itself inside loops, so it is written here. Never read aloud: the marks say what they are.</summary>
public static class SvgLabel
{
    /// <summary>Letters at a place.</summary>
    /// <param name="words">What they say; nothing is written where it is <c>null</c>.</param>
    /// <param name="kind">Its classes.</param>
    /// <param name="x">Where it begins, or its middle or end as its class says, in pixels.</param>
    /// <param name="y">Its foot, in pixels.</param>
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
