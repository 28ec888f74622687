using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.WordsToSelf;

namespace CareJournal.Demo;

/// <summary>Converts what matters to an invented person to entities, through the entities' own forms and rules.</summary>
internal static class MatterRows
{
    public static Goal Goal(Guid patientId, SyntheticGoal told)
    {
        Goal goal = new() { PatientId = patientId };
        DemoRows.Check(goal.Describe(new GoalForm { PatientId = patientId, Words = told.Words, SetOn = told.SetOn, Target = told.Target }, told.SetOn, life: null));
        return goal;
    }

    public static GoalStep Step(Guid patientId, Guid goalId, SyntheticGoalStep told, (Guid Visit, Guid Review)? at) =>
        new() { PatientId = patientId, GoalId = goalId, On = told.On, State = told.State, Line = told.Line, VisitId = at?.Visit, ReviewId = at?.Review };

    public static Tool Tool(Guid patientId, SyntheticTool told)
    {
        Tool tool = new() { PatientId = patientId };
        DemoRows.Check(tool.Describe(new ToolForm { PatientId = patientId, Kind = told.Kind, Label = told.Label, MetOn = told.MetOn }, told.MetOn, life: null));
        return tool;
    }

    public static ToolStep Step(Guid patientId, Guid toolId, SyntheticToolStep told, (Guid Visit, Guid Review)? at) =>
        new() { PatientId = patientId, ToolId = toolId, On = told.On, State = told.State, Line = told.Line, View = told.View, VisitId = at?.Visit, ReviewId = at?.Review };

    public static Review Review(Guid patientId, Guid visitId, SyntheticReview told)
    {
        Review review = new() { PatientId = patientId, VisitId = visitId, TakenOn = told.On };
        ReviewForm form = new() { PatientId = patientId, VisitId = visitId, Kind = told.Kind, Situation = told.Situation, Needs = told.Needs };
        DemoRows.Check(form.Problems(told.On, life: null));
        review.Describe(form);
        return review;
    }

    public static WordToSelf Word(Guid patientId, SyntheticWord told)
    {
        WordToSelf word = new() { PatientId = patientId };
        DemoRows.Check(word.Describe(new WordToSelfForm { PatientId = patientId, On = told.On, Words = told.Words }, told.On, life: null));
        return word;
    }

    public static Contact Contact(Guid patientId, SyntheticContact told)
    {
        Contact contact = new() { PatientId = patientId };
        DemoRows.Check(contact.Describe(new ContactForm { PatientId = patientId, On = told.On, Channel = told.Channel, From = told.From, Words = told.Words }, told.On, life: null));
        return contact;
    }
}
