namespace CareJournal.Web.Kit;

/// <summary>One thing that can be chosen, and the words for it.</summary>
public sealed record ChoiceOption<TValue>(TValue Value, string Words);
