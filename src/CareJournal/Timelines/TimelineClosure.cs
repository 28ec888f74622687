namespace CareJournal.Timelines;

/// <summary>Days on which the practice was closed.</summary>
/// <param name="From">The first closed day.</param>
/// <param name="To">The last closed day, included.</param>
/// <param name="Label">The label, such as "summer".</param>
public sealed record TimelineClosure(DateOnly From, DateOnly To, string? Label);
