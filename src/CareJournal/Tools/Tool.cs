namespace CareJournal.Tools;

/// <summary>Something that the person can lean on. Its last <see cref="ToolStep"/> is its current state in their life.</summary>
public sealed class Tool : PatientRow
{
    /// <summary>The kind of tool.</summary>
    public ToolKind Kind { get; private set; }

    /// <summary>The tool in a few words.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The day on which it was met.</summary>
    public DateOnly MetOn { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(ToolForm form, DateOnly today, LifeSpan? life)
    {
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

/// <summary>The kinds of tools: savoirs, savoir-faire, savoir-être.</summary>
public enum ToolKind
{
    /// <summary>Knowledge: to understand.</summary>
    Knowledge,

    /// <summary>Know-how: to act.</summary>
    KnowHow,

    /// <summary>A way of being: to find one's place.</summary>
    WayOfBeing,
}

/// <summary>The state of a tool from a day on.</summary>
public enum ToolState
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Tried.</summary>
    Tried,

    /// <summary>In daily life; also when it was set aside and is taken up again.</summary>
    InDailyLife,

    /// <summary>To revisit.</summary>
    ToRevisit,

    /// <summary>Readjusted: it goes on, in another way than before.</summary>
    Readjusted,

    /// <summary>Set aside.</summary>
    SetAside,
}

/// <summary>Whose view of a tool was recorded.</summary>
public enum ToolView
{
    /// <summary>Not recorded.</summary>
    NotSaid,

    /// <summary>The person's.</summary>
    Person,

    /// <summary>Both.</summary>
    Both,

    /// <summary>The practitioner's.</summary>
    Practitioner,
}

/// <summary>Classifies the states of a tool.</summary>
public static class ToolStates
{
    /// <summary>Whether the person leans on a tool in this state: tried, in daily life, or readjusted.</summary>
    public static bool IsInUse(this ToolState state) => state is ToolState.Tried or ToolState.InDailyLife or ToolState.Readjusted;
}

/// <summary>The form of a tool.</summary>
public sealed class ToolForm : PatientRowForm
{
    /// <inheritdoc cref="Tool.Kind"/>
    public ToolKind Kind { get; set; }

    /// <inheritdoc cref="Tool.Label"/>
    public string? Label { get; set; }

    /// <inheritdoc cref="Tool.MetOn"/>
    public DateOnly? MetOn { get; set; }

    /// <summary>For a new tool: its state on that day.</summary>
    public ToolState State { get; set; }

    /// <summary>For a new tool: a line about it.</summary>
    public string? Line { get; set; }

    /// <summary>For a new tool: whose view it is.</summary>
    public ToolView View { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.Clean(Label) is null ? [new Problem(nameof(Label), ProblemKind.Missing)] : Array.Empty<Problem>(),
        .. WrittenText.TooLong(nameof(Label), Label, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(Line), Line, WrittenText.LongestLine),
        .. ClinicalDate.Problems(nameof(MetOn), MetOn ?? today, today, life),
    ];
}
