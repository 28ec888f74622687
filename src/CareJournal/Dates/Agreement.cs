namespace CareJournal.Dates;

/// <summary>What was said about the next time, reduced to what the rules of time need.</summary>
/// <param name="SaidOn">The day on which it was said.</param>
/// <param name="Number">Orders what was said on one day; the highest stands.</param>
/// <param name="EveryDays">The agreed interval in days, for "every n days".</param>
/// <param name="BackBy">The agreed date, for "meet again by".</param>
public sealed record Agreement(DateOnly SaidOn, int Number, int? EveryDays = null, DateOnly? BackBy = null);
