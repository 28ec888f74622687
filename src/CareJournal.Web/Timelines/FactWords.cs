using CareJournal.Goals;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>What was recorded of goals, tools, reviews and news, each as a sentence. Pure.</summary>
internal static class FactWords
{
    /// <summary>The fact without its day.</summary>
    public static string Of(TimelineFact fact, Wording wording) => fact switch
    {
        TimelineFact.OfGoal { Standing.Goal: var goal } => wording["Fact.Goal", goal.Words],
        TimelineFact.OfGoalStep { Standing.Goal: var goal, Step: var step } => Parts(wording["Fact.GoalMoved", goal.Words, wording.Of(step.State)], step.Line),
        TimelineFact.OfTool { Standing.Tool: var tool } => wording["Fact.Tool", tool.Label],
        TimelineFact.OfToolStep { Standing.Tool: var tool, Step: var step } => Parts(wording["Fact.ToolMoved", tool.Label, wording.Of(step.State)], step.Line),
        TimelineFact.OfReview { Review: var review } => Parts(review.Kind is { } kind ? wording.Of(kind) : wording["Fact.Review"], review.Situation ?? review.Needs ?? review.JustifiesRhythm),
        TimelineFact.OfContact { Contact: var contact } => Parts($"{wording.Of(contact.Channel)}, {wording.Of(contact.From).ToLower(Wording.Culture)}", contact.Words),
        TimelineFact.OfWord { Word: var word } => wording["Fact.Word", word.Words],
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "A fact without a sentence."),
    };

    /// <summary>What it is, as a heading.</summary>
    public static string Title(TimelineFact fact, Wording wording) => fact switch
    {
        TimelineFact.OfGoal { Standing: var goal } => Parts(wording["App.Quoted", goal.Goal.Words], wording.Of(goal.State)),
        TimelineFact.OfGoalStep { Standing: var goal } => Parts(wording["App.Quoted", goal.Goal.Words], wording.Of(goal.State)),
        TimelineFact.OfTool { Standing: var tool } => Parts(tool.Tool.Label, wording.Of(tool.State)),
        TimelineFact.OfToolStep { Standing: var tool } => Parts(tool.Tool.Label, wording.Of(tool.State)),
        TimelineFact.OfReview { Review: var review } => Parts(review.Kind is { } kind ? wording.Of(kind) : wording["Fact.Review"], wording.Date(review.TakenOn)),
        TimelineFact.OfContact { Contact: var contact } => Parts($"{wording.Of(contact.Channel)}, {wording.Of(contact.From).ToLower(Wording.Culture)}", wording.Date(contact.On)),
        _ => wording["WordToSelf.Title"],
    };

    /// <summary>All of it, each part with the key of its label where it has one; of a goal or a tool, all that was said of it, in the order of time.</summary>
    public static IEnumerable<(string? Label, string Text)> Whole(TimelineFact fact, Wording wording) => fact switch
    {
        TimelineFact.OfGoal { Standing: var goal } => Said(goal, wording),
        TimelineFact.OfGoalStep { Standing: var goal } => Said(goal, wording),
        TimelineFact.OfTool { Standing: var tool } => Said(tool, wording),
        TimelineFact.OfToolStep { Standing: var tool } => Said(tool, wording),
        TimelineFact.OfReview { Review: var review } => Written(("Review.Situation", review.Situation), ("Review.Needs", review.Needs), ("Review.Justifies", review.JustifiesRhythm)),
        TimelineFact.OfContact { Contact: var contact } => Written((null, contact.Words)),
        TimelineFact.OfWord { Word: var word } => [(null, wording["App.Quoted", word.Words]), (null, wording["WordToSelf.Dictated", wording.Date(word.On)])],
        _ => [],
    };

    /// <summary>What may be looked at together of goals, tools and the word, each with its day.</summary>
    public static IEnumerable<(DateOnly On, string Sentence)> Of(SharedTimeline shared, Wording wording) =>
    [
        .. shared.Goals.Select(goal => (goal.SetOn, wording["Fact.Goal", goal.Words])),
        .. shared.Goals.SelectMany(goal => goal.States.Select(step => (step.On, wording["Fact.GoalMoved", goal.Words, wording.Of(step.State)]))),
        .. shared.Tools.Select(tool => (tool.MetOn, wording["Fact.Tool", tool.Label])),
        .. shared.Tools.SelectMany(tool => tool.Steps.Select(step => (step.On, Parts(wording["Fact.ToolMoved", tool.Label, wording.Of(step.State)], step.Line)))),
        .. shared.Word is { } word ? [(word.On, wording["Fact.Word", word.Words])] : Array.Empty<(DateOnly, string)>(),
    ];

    private static IEnumerable<(string? Label, string Text)> Said(GoalStanding goal, Wording wording) =>
        [(null, Parts(wording.Date(goal.Goal.SetOn), goal.Goal.Target)), .. goal.Steps.Select(step => ((string?)null, StandingWords.Of(step, wording)))];

    private static IEnumerable<(string? Label, string Text)> Said(ToolStanding tool, Wording wording) =>
        [(null, Parts(wording.Date(tool.Tool.MetOn), wording.Of(tool.Tool.Kind))), .. tool.Steps.Select(step => ((string?)null, StandingWords.Of(step, wording)))];

    private static IEnumerable<(string? Label, string Text)> Written(params (string? Label, string? Text)[] parts) =>
        parts.Where(part => part.Text is not null).Select(part => (part.Label, part.Text!));

    private static string Parts(string first, string? second) => second is null ? first : $"{first} · {second}";
}
