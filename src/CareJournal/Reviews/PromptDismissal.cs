using CareJournal.Acts;

namespace CareJournal.Reviews;

/// <summary>
/// That the practitioner put a prompt to take stock away, with or without a reason. Append-only; the next held visit lifts it.
/// It changes no shelf of the follow-up review: there, decisions do.
/// </summary>
public sealed class PromptDismissal : PatientRow
{
    /// <summary>The prompt.</summary>
    public required Prompt Prompt { get; init; }

    /// <summary>The day on which it was put away.</summary>
    public required DateOnly DismissedOn { get; init; }

    /// <summary>Why, where it was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it still hides the prompt, given the last held visit.</summary>
    public bool Hides(DateOnly? lastHeld) => !(lastHeld > DismissedOn);
}

/// <summary>What the journal offers to take stock for.</summary>
public enum Prompt
{
    /// <summary>A series of sessions without a stated reason.</summary>
    Series,

    /// <summary>A return after a pause, without a review since.</summary>
    Return,
}
