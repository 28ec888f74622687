using CareJournal.Goals;
using CareJournal.Tools;

namespace CareJournal.Web.Kit;

/// <summary>What was said of a goal or a tool on one day, as a line. Pure.</summary>
public static class StandingWords
{
    /// <summary>« 12 mai 2026 · Recalibré · « Deux soirs fermés. » · auparavant « Dire non » ».</summary>
    public static string Of(GoalStep step, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(wording);
        return Line(wording.Date(step.On), wording.Of(step.State), step.Line, step.WordsBefore is { } before ? wording["Goals.Before", before] : null);
    }

    /// <summary>« 5 avril 2022 · Réajusté · La moitié, et assise. · Nous deux ».</summary>
    public static string Of(ToolStep step, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(wording);
        return Line(wording.Date(step.On), wording.Of(step.State), step.Line, step.View == ToolView.NotSaid ? null : wording.Of(step.View));
    }

    /// <summary>What there is of these parts, set side by side.</summary>
    public static string Line(params string?[] parts) => string.Join(" · ", parts.Where(part => part is not null));
}
