using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.WordsToSelf;

namespace CareJournal.Timelines;

/// <summary>Something that is recorded with one day and stands in no lane of its own: read in the details and in the list.</summary>
/// <param name="On">Its day.</param>
/// <param name="Id">The row: the goal, the tool or the step, the review, the contact, the word.</param>
public abstract record TimelineFact(DateOnly On, Guid Id)
{
    /// <summary>A goal was set.</summary>
    /// <param name="Standing">The goal.</param>
    public sealed record OfGoal(GoalStanding Standing) : TimelineFact(Standing.Goal.SetOn, Standing.Goal.Id);

    /// <summary>It was said where a goal stands.</summary>
    /// <param name="Standing">The goal.</param>
    /// <param name="Step">What was said.</param>
    public sealed record OfGoalStep(GoalStanding Standing, GoalStep Step) : TimelineFact(Step.On, Step.Id);

    /// <summary>A tool was met.</summary>
    /// <param name="Standing">The tool.</param>
    public sealed record OfTool(ToolStanding Standing) : TimelineFact(Standing.Tool.MetOn, Standing.Tool.Id);

    /// <summary>It was said where a tool stands.</summary>
    /// <param name="Standing">The tool.</param>
    /// <param name="Step">What was said.</param>
    public sealed record OfToolStep(ToolStanding Standing, ToolStep Step) : TimelineFact(Step.On, Step.Id);

    /// <summary>Stock was taken.</summary>
    /// <param name="Review">The review.</param>
    public sealed record OfReview(Review Review) : TimelineFact(Review.TakenOn, Review.Id);

    /// <summary>News were exchanged.</summary>
    /// <param name="Contact">The contact.</param>
    public sealed record OfContact(Contact Contact) : TimelineFact(Contact.On, Contact.Id);

    /// <summary>A word was dictated for the day it overflows.</summary>
    /// <param name="Word">The word.</param>
    public sealed record OfWord(WordToSelf Word) : TimelineFact(Word.On, Word.Id);

    /// <summary>The facts of a follow-up, oldest first; those of one day in the order in which they were written.</summary>
    public static IReadOnlyList<TimelineFact> Of(PatientTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        IEnumerable<TimelineFact> facts =
        [
            .. timeline.Goals.Select(goal => new OfGoal(goal)),
            .. timeline.Goals.SelectMany(goal => goal.Steps.Select(step => new OfGoalStep(goal, step))),
            .. timeline.Tools.Select(tool => new OfTool(tool)),
            .. timeline.Tools.SelectMany(tool => tool.Steps.Select(step => new OfToolStep(tool, step))),
            .. timeline.Reviews.Select(review => new OfReview(review)),
            .. timeline.Contacts.Select(contact => new OfContact(contact)),
            .. timeline.WordsToSelf.Select(word => new OfWord(word)),
        ];
        return [.. facts.OrderBy(fact => fact.On).ThenBy(fact => fact.Id)];
    }
}
