namespace CareJournal.Reviews;

/// <summary>
/// A prompt to take stock that the practitioner put away, with or without a reason. Append-only; the next held visit lifts it.
/// It changes no list of the follow-up review: there, decisions do.
/// </summary>
public sealed class PromptDismissal : PatientRow
{
    /// <summary>The prompt.</summary>
    public required Prompt Prompt { get; init; }

    /// <summary>The day on which it was put away.</summary>
    public required DateOnly DismissedOn { get; init; }

    /// <summary>The reason, where one was given.</summary>
    public string? Reason { get; init; }
}

/// <summary>The occasions for which taking stock is suggested.</summary>
public enum Prompt
{
    /// <summary>A series of sessions without a stated reason.</summary>
    Series,

    /// <summary>A return after a pause, without a review since.</summary>
    Return,
}
