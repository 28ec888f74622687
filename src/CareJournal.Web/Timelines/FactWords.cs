using CareJournal.Timelines;
using CareJournal.Web.Goals;

namespace CareJournal.Web.Timelines;

/// <summary>Puts goals, tools, reviews and news into sentences. Pure.</summary>
internal static class FactWords
{
    /// <summary>Returns the fact as a sentence, without its day.</summary>
    public static string Of(TimelineFact fact, Words words) => fact switch
    {
        TimelineFact.OfGoal { Goal: var goal } => words["Fact.Goal", goal.Words],
        TimelineFact.OfGoalStep { Goal: var goal, Step: var step } => Words.Joined(words["Fact.GoalMoved", goal.Words, words.Of(step.State)], step.Line),
        TimelineFact.OfTool { Tool: var tool } => words["Fact.Tool", tool.Label],
        TimelineFact.OfToolStep { Tool: var tool, Step: var step } => Words.Joined(words["Fact.ToolMoved", tool.Label, words.Of(step.State)], step.Line),
        TimelineFact.OfReview { Review: var review } => Words.Joined(review.Kind is { } kind ? words.Of(kind) : words["Fact.Review"], review.Situation ?? review.Needs ?? review.JustifiesRhythm),
        TimelineFact.OfContact { Contact: var contact } => Words.Joined($"{words.Of(contact.Channel)}, {words.Of(contact.From).ToLower(Words.Culture)}", contact.Words),
        TimelineFact.OfWord { Word: var word } => words["Fact.Word", word.Words],
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "A fact without a sentence."),
    };

    /// <summary>Returns the heading of a fact.</summary>
    public static string Title(TimelineFact fact, Words words) => fact switch
    {
        TimelineFact.OfGoal { Goal: var goal } => Words.Joined(words["App.Quoted", goal.Words], words.Of(goal.State)),
        TimelineFact.OfGoalStep { Goal: var goal } => Words.Joined(words["App.Quoted", goal.Words], words.Of(goal.State)),
        TimelineFact.OfTool { Tool: var tool } => Words.Joined(tool.Label, words.Of(tool.State)),
        TimelineFact.OfToolStep { Tool: var tool } => Words.Joined(tool.Label, words.Of(tool.State)),
        TimelineFact.OfReview { Review: var review } => Words.Joined(review.Kind is { } kind ? words.Of(kind) : words["Fact.Review"], words.Date(review.TakenOn)),
        TimelineFact.OfContact { Contact: var contact } => Words.Joined($"{words.Of(contact.Channel)}, {words.Of(contact.From).ToLower(Words.Culture)}", words.Date(contact.On)),
        _ => words["WordToSelf.Title"],
    };

    /// <summary>Returns the whole fact in parts, each with the key of its label where it has one; of a goal or a tool, all its steps in the order of time.</summary>
    public static IEnumerable<(string? Label, string Text)> Whole(TimelineFact fact, Words words) => fact switch
    {
        TimelineFact.OfGoal { Goal: var goal } => Said(goal, words),
        TimelineFact.OfGoalStep { Goal: var goal } => Said(goal, words),
        TimelineFact.OfTool { Tool: var tool } => Said(tool, words),
        TimelineFact.OfToolStep { Tool: var tool } => Said(tool, words),
        TimelineFact.OfReview { Review: var review } => Written(("Review.Situation", review.Situation), ("Review.Needs", review.Needs), ("Review.Justifies", review.JustifiesRhythm)),
        TimelineFact.OfContact { Contact: var contact } => Written((null, contact.Words)),
        TimelineFact.OfWord { Word: var word } => [(null, words["App.Quoted", word.Words]), (null, words["WordToSelf.Dictated", words.Date(word.On)])],
        _ => [],
    };

    private static IEnumerable<(string? Label, string Text)> Said(TimelineGoal goal, Words words) =>
        [(null, Words.Joined(words.Date(goal.SetOn), goal.Target)), .. goal.Steps.Select(step => ((string?)null, StateWords.Of(step, words)))];

    private static IEnumerable<(string? Label, string Text)> Said(TimelineTool tool, Words words) =>
        [(null, Words.Joined(words.Date(tool.MetOn), words.Of(tool.Kind))), .. tool.Steps.Select(step => ((string?)null, StateWords.Of(step, words)))];

    private static IEnumerable<(string? Label, string Text)> Written(params (string? Label, string? Text)[] parts) =>
        parts.Where(part => part.Text is not null).Select(part => (part.Label, part.Text!));
}
