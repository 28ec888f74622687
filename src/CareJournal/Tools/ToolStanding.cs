namespace CareJournal.Tools;

/// <summary>A tool with all that was said of it, and where it stands. Pure.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Steps">What was said of it, oldest first.</param>
public sealed record ToolStanding(Tool Tool, IReadOnlyList<ToolStep> Steps)
{
    /// <summary>Where it stands: met, until something else is said.</summary>
    public ToolState State => Steps.Count == 0 ? ToolState.Met : Steps[^1].State;

    /// <summary>Since which day it stands so.</summary>
    public DateOnly Since => Steps.Count == 0 ? Tool.MetOn : Steps[^1].On;

    /// <summary>Whether the person leans on it.</summary>
    public bool IsInUse => State.IsInUse();

    /// <summary>The last line that was said of it.</summary>
    public string? LastLine => Steps.LastOrDefault(step => step.Line is not null)?.Line;

    /// <summary>Tools with their steps: those in use first, each part by the day on which they were met.</summary>
    public static IReadOnlyList<ToolStanding> Of(IEnumerable<Tool> tools, IEnumerable<ToolStep> steps)
    {
        ILookup<Guid, ToolStep> said = steps.ToLookup(step => step.ToolId);
        return [.. tools
            .Select(tool => new ToolStanding(tool, [.. said[tool.Id].OrderBy(step => step.On).ThenBy(step => step.Id)]))
            .OrderByDescending(tool => tool.IsInUse)
            .ThenBy(tool => tool.Tool.MetOn)
            .ThenBy(tool => tool.Tool.Id)];
    }
}
