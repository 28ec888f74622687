using CareJournal.Goals;
using CareJournal.Tools;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Gives about half of the invented people a goal or a tool, from a random stream of its own: nothing else about them changes.</summary>
internal static class MatterGenerator
{
    // Above the stream numbers of the people.
    private const int FirstStream = 1_000_000;
    private const double HasSome = 0.62;

    /// <summary>Returns the person, with goals and tools added.</summary>
    public static SyntheticPerson Generate(SyntheticPerson person, int seed, int number)
    {
        SeededStream stream = SeededStream.For(seed, FirstStream + number);
        DateOnly[] days = [.. person.Visits.Where(visit => visit.Status == VisitStatus.Held).Select(visit => visit.On).Distinct()];
        if (days.Length < 2 || !stream.Chance(HasSome))
        {
            return person;
        }

        bool goal = stream.Chance(0.55);
        int tools = goal ? stream.Between(0, 2) : stream.Between(1, 2);
        Phrasebook phrases = new(stream);
        return person with
        {
            Matters = new SyntheticMatters
            {
                Goals = goal ? [Goal(days, phrases, stream)] : [],
                Tools = [.. Enumerable.Range(0, tools).Select(_ => Tool(days, phrases, stream)).OrderBy(tool => tool.MetOn)],
            },
        };
    }

    private static SyntheticGoal Goal(DateOnly[] days, Phrasebook phrases, SeededStream stream)
    {
        int set = stream.Between(0, days.Length / 2);
        GoalState? end = stream.Weigh(((GoalState?)null, 0.5), (GoalState.Reached, 0.25), (GoalState.Changed, 0.15), (GoalState.SetAside, 0.1));
        return new SyntheticGoal(
            days[set],
            phrases.Next(MatterTexts.Goals),
            null,
            end is { } state && set < days.Length - 1 ? [new SyntheticGoalStep(days[stream.Between(set + 1, days.Length - 1)], state, null)] : []);
    }

    private static SyntheticTool Tool(DateOnly[] days, Phrasebook phrases, SeededStream stream)
    {
        int met = stream.Between(0, days.Length / 2);
        (ToolKind kind, IReadOnlyList<string> labels) = stream.Weigh(
            ((ToolKind.Knowledge, MatterTexts.Knowledge), 0.3), ((ToolKind.KnowHow, MatterTexts.KnowHow), 0.5), ((ToolKind.WayOfBeing, MatterTexts.WaysOfBeing), 0.2));
        List<SyntheticToolStep> steps = [];
        int at = met;
        foreach (ToolState state in new[] { ToolState.Tried, ToolState.InDailyLife, ToolState.Readjusted })
        {
            if (at >= days.Length - 1 || !stream.Chance(0.7))
            {
                break;
            }

            at = stream.Between(at + 1, days.Length - 1);
            steps.Add(new SyntheticToolStep(days[at], state, ToolView.Person, state == ToolState.Tried ? null : phrases.Next(MatterTexts.Lines)));
        }

        return new SyntheticTool(days[met], kind, phrases.Next(labels), steps);
    }
}
