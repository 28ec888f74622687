using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.Tools;

/// <summary>Something that the person can lean on. Where it stands in their life is its last <see cref="ToolStep"/>.</summary>
public sealed class Tool : PatientRow
{
    /// <summary>What kind of tool.</summary>
    public ToolKind Kind { get; private set; }

    /// <summary>The tool in a few words.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The day on which it was met.</summary>
    public DateOnly MetOn { get; private set; }

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(ToolForm form, DateOnly today, LifeSpan? life)
    {
        ArgumentNullException.ThrowIfNull(form);
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        Kind = form.Kind;
        Label = WrittenText.CleanLine(form.Label)!;
        MetOn = form.MetOn ?? today;
        return [];
    }
}

/// <summary>Kinds of tools: savoirs, savoir-faire, savoir-être.</summary>
public enum ToolKind
{
    /// <summary>Knowledge: to understand.</summary>
    Knowledge,

    /// <summary>Know-how: to act.</summary>
    KnowHow,

    /// <summary>A way of being: to find one's place.</summary>
    WayOfBeing,
}

/// <summary>Where a tool stands from a day on. The words of words.md, and setting aside as for goals.</summary>
public enum ToolState
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Tried.</summary>
    Tried,

    /// <summary>In daily life; also what was set aside and is taken up again.</summary>
    InDailyLife,

    /// <summary>To revisit.</summary>
    ToRevisit,

    /// <summary>Readjusted: it goes on, otherwise than before.</summary>
    Readjusted,

    /// <summary>Set aside.</summary>
    SetAside,
}

/// <summary>In whose view a tool stands where it stands.</summary>
public enum ToolView
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>The person's.</summary>
    Person,

    /// <summary>Both.</summary>
    Both,

    /// <summary>The practitioner's.</summary>
    Practitioner,
}

/// <summary>What the states of a tool mean.</summary>
public static class ToolStates
{
    /// <summary>Whether the person leans on a tool in this state: tried, in daily life, or readjusted.</summary>
    public static bool IsInUse(this ToolState state) => state is ToolState.Tried or ToolState.InDailyLife or ToolState.Readjusted;
}

/// <summary>A tool as it is typed.</summary>
public sealed class ToolForm
{
    /// <summary>The tool; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends; none when nothing was kept.</summary>
    public Guid? DraftId { get; set; }

    /// <inheritdoc cref="Tool.Kind"/>
    public ToolKind Kind { get; set; }

    /// <inheritdoc cref="Tool.Label"/>
    public string? Label { get; set; }

    /// <inheritdoc cref="Tool.MetOn"/>
    public DateOnly? MetOn { get; set; }

    /// <summary>For a new tool: where it stands on that day.</summary>
    public ToolState State { get; set; }

    /// <summary>For a new tool: a line about it.</summary>
    public string? Line { get; set; }

    /// <summary>For a new tool: in whose view.</summary>
    public ToolView View { get; set; }

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.Clean(Label) is null ? [new Problem(nameof(Label), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Label), Label, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(Line), Line, WrittenText.LongestLine),
        .. ClinicalDate.Problems(nameof(MetOn), MetOn ?? today, today, life),
    ];
}
