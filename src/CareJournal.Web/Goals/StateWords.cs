using CareJournal.Timelines;
using CareJournal.Tools;

namespace CareJournal.Web.Goals;

/// <summary>Writes what was recorded about a goal or a tool on one day, as a line. Pure.</summary>
public static class StateWords
{
    /// <summary>A step of a goal: « 12 mai 2026 · Recalibré · « Deux soirs fermés. » · auparavant « Dire non » ».</summary>
    public static string Of(TimelineGoalStep step, Words words) =>
        Words.Joined(words.Date(step.On), words.Of(step.State), step.Line, step.WordsBefore is { } before ? words["Goals.Before", before] : null);

    /// <summary>A step of a tool: « 5 avril 2022 · Réajusté · La moitié, et assise. · Nous deux ».</summary>
    public static string Of(TimelineToolStep step, Words words) =>
        Words.Joined(words.Date(step.On), words.Of(step.State), step.Line, step.View == ToolView.NotSaid ? null : words.Of(step.View));
}
