namespace CareJournal.Timelines;

/// <summary>Something recorded with one day that is drawn in no lane of its own: shown in the details and in the list.</summary>
/// <param name="On">Its day.</param>
/// <param name="Id">The row: the goal, the tool or the step, the review, the contact, the word.</param>
public abstract record TimelineFact(DateOnly On, Guid Id)
{
    /// <summary>A goal was set.</summary>
    /// <param name="Goal">The goal.</param>
    public sealed record OfGoal(TimelineGoal Goal) : TimelineFact(Goal.SetOn, Goal.Id);

    /// <summary>A goal changed its state, or its state was recorded again.</summary>
    /// <param name="Goal">The goal.</param>
    /// <param name="Step">The step.</param>
    public sealed record OfGoalStep(TimelineGoal Goal, TimelineGoalStep Step) : TimelineFact(Step.On, Step.Id);

    /// <summary>A tool was met.</summary>
    /// <param name="Tool">The tool.</param>
    public sealed record OfTool(TimelineTool Tool) : TimelineFact(Tool.MetOn, Tool.Id);

    /// <summary>A tool changed its state, or its state was recorded again.</summary>
    /// <param name="Tool">The tool.</param>
    /// <param name="Step">The step.</param>
    public sealed record OfToolStep(TimelineTool Tool, TimelineToolStep Step) : TimelineFact(Step.On, Step.Id);

    /// <summary>Stock was taken.</summary>
    /// <param name="Review">The review.</param>
    public sealed record OfReview(TimelineReview Review) : TimelineFact(Review.TakenOn, Review.Id);

    /// <summary>News was exchanged.</summary>
    /// <param name="Contact">The contact.</param>
    public sealed record OfContact(TimelineContact Contact) : TimelineFact(Contact.On, Contact.Id);

    /// <summary>A word was dictated for when it overflows.</summary>
    /// <param name="Word">The word.</param>
    public sealed record OfWord(TimelineWord Word) : TimelineFact(Word.On, Word.Id);

    /// <summary>Returns the facts of a follow-up, oldest first; those of one day in the order in which they were written.</summary>
    public static IReadOnlyList<TimelineFact> Of(PatientTimeline timeline)
    {
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
