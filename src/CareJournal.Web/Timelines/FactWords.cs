using CareJournal.Timelines;
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

    private static string Parts(string first, string? second) => second is null ? first : $"{first} · {second}";
}
