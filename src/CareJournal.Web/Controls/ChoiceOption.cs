namespace CareJournal.Web.Controls;

/// <summary>An option of a choice, and its label.</summary>
/// <param name="Value">What is chosen with it.</param>
/// <param name="Words">The label.</param>
/// <param name="Key">The letter that, with Alt, chooses it from anywhere in the form; <c>null</c> if there is none.</param>
public sealed record ChoiceOption<TValue>(TValue Value, string Words, string? Key = null);
