namespace CareJournal.Dates;

/// <summary>A next step, reduced to what the rules of time need.</summary>
/// <param name="SaidOn">The day on which it was said.</param>
/// <param name="Number">The order of what was said on one day; the highest is in force.</param>
/// <param name="EveryDays">The agreed interval in days, for "every n days".</param>
/// <param name="BackBy">The agreed date, for "meet again by".</param>
public sealed record Agreement(DateOnly SaidOn, int Number, int? EveryDays = null, DateOnly? BackBy = null);
