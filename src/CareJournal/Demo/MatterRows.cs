using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.WordsToSelf;

namespace CareJournal.Demo;

/// <summary>Converts what matters to an invented person to entities, through the entities' own forms and rules.</summary>
internal static class MatterRows
{
    public static Goal Goal(Guid patientId, SyntheticGoal synthetic)
    {
        Goal goal = new() { PatientId = patientId };
        DemoRows.Check(goal.Describe(new GoalForm { PatientId = patientId, Words = synthetic.Words, SetOn = synthetic.SetOn, Target = synthetic.Target }, synthetic.SetOn, life: null));
        return goal;
    }

    public static GoalStep Step(Guid patientId, Guid goalId, SyntheticGoalStep synthetic, (Guid Visit, Guid Review)? at) =>
        new() { PatientId = patientId, GoalId = goalId, On = synthetic.On, State = synthetic.State, Line = synthetic.Line, VisitId = at?.Visit, ReviewId = at?.Review };

    public static Tool Tool(Guid patientId, SyntheticTool synthetic)
    {
        Tool tool = new() { PatientId = patientId };
        DemoRows.Check(tool.Describe(new ToolForm { PatientId = patientId, Kind = synthetic.Kind, Label = synthetic.Label, MetOn = synthetic.MetOn }, synthetic.MetOn, life: null));
        return tool;
    }

    public static ToolStep Step(Guid patientId, Guid toolId, SyntheticToolStep synthetic, (Guid Visit, Guid Review)? at) =>
        new() { PatientId = patientId, ToolId = toolId, On = synthetic.On, State = synthetic.State, Line = synthetic.Line, View = synthetic.View, VisitId = at?.Visit, ReviewId = at?.Review };

    public static Review Review(Guid patientId, Guid visitId, SyntheticReview synthetic)
    {
        Review review = new() { PatientId = patientId, VisitId = visitId, TakenOn = synthetic.On };
        ReviewForm form = new() { PatientId = patientId, VisitId = visitId, Kind = synthetic.Kind, Situation = synthetic.Situation, Needs = synthetic.Needs };
        DemoRows.Check(form.Problems(synthetic.On, life: null));
        review.Describe(form);
        return review;
    }

    public static WordToSelf Word(Guid patientId, SyntheticWord synthetic)
    {
        WordToSelf word = new() { PatientId = patientId };
        DemoRows.Check(word.Describe(new WordToSelfForm { PatientId = patientId, On = synthetic.On, Words = synthetic.Words }, synthetic.On, life: null));
        return word;
    }

    public static Contact Contact(Guid patientId, SyntheticContact synthetic)
    {
        Contact contact = new() { PatientId = patientId };
        DemoRows.Check(contact.Describe(new ContactForm { PatientId = patientId, On = synthetic.On, Channel = synthetic.Channel, From = synthetic.From, Words = synthetic.Words }, synthetic.On, life: null));
        return contact;
    }
}
