namespace CareJournal.Web.Goals;

/// <summary>The text typed about a goal or tool that changes its state or is added; kept as a draft.</summary>
/// <typeparam name="TState">The possible states.</typeparam>
public sealed class StateInput<TState>
    where TState : struct, Enum
{
    /// <summary>The person.</summary>
    public Guid PatientId { get; init; }

    /// <summary>The current state.</summary>
    public TState State { get; set; }

    /// <summary>The group of a new one.</summary>
    public int Group { get; set; }

    /// <summary>A one-line note.</summary>
    public string? Line { get; set; }

    /// <summary>The words of a new one, or its new wording from now on.</summary>
    public string? NewWords { get; set; }

    /// <summary>The state or the group, as drafts of the former version store it.</summary>
    public string? Choices { get; set; }
}
