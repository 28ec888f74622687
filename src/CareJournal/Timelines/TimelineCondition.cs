namespace CareJournal.Timelines;

/// <summary>A reason for follow-up.</summary>
/// <param name="Id">The reason.</param>
/// <param name="Label">The reason, in plain words.</param>
/// <param name="Onset">The beginning, as the person remembers; <c>null</c> where it was not said.</param>
public sealed record TimelineCondition(Guid Id, string Label, FuzzyDate? Onset);
