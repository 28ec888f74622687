using CareJournal.AwayReview;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Timelines;

namespace CareJournal.Web.Visits;

/// <summary>What the header of a person's pages says, in words: who it is, the state of the follow-up, and the facts that are looked up first. Pure.</summary>
/// <param name="Person">Age, what tells people of one name apart, since when they are followed.</param>
/// <param name="State">The state of the follow-up: whether the door is open, and who decided.</param>
/// <param name="Known">Named facts: reason, rhythms, last session, next step. An agreed rhythm never stands in place of an observed one.</param>
public sealed record PersonHeaderFacts(string Person, string State, IReadOnlyList<(string Name, string Words)> Known)
{
    /// <summary>Puts the facts of a timeline into words.</summary>
    /// <param name="timeline">The person's timeline.</param>
    /// <param name="mark">What tells the person apart from another one of the same name, if there is one.</param>
    /// <param name="words">The reader's language.</param>
    public static PersonHeaderFacts Of(PatientTimeline timeline, SecondMark? mark, Words words)
    {
        AwayState state = AwayJudgement.StateOf(timeline);
        return new PersonHeaderFacts(string.Join(" · ", PersonOf(timeline, mark, words)), StateOf(state, timeline, words), [.. KnownOf(state, timeline, words)]);
    }

    private static IEnumerable<string> PersonOf(PatientTimeline timeline, SecondMark? mark, Words words)
    {
        TimelinePatient patient = timeline.Patient;
        if (patient.BirthDate is { } birth && patient.DeceasedOn is null)
        {
            yield return words.Age(birth, timeline.Today);
        }

        foreach (string one in words.Marked(mark))
        {
            yield return one;
        }

        if (patient.DeceasedOn is { } deceased)
        {
            yield return words["Patient.Header.DeceasedOn", words.Date(deceased)];
        }

        if (timeline.FollowedSince is { } since)
        {
            yield return words["Patient.Header.FollowedSince", Words.YearOf(since)];
        }
    }

    private static string StateOf(AwayState state, PatientTimeline timeline, Words words) => state switch
    {
        AwayState.Ended when AwayJudgement.EndingOf(timeline) is { } ending => words["State.EndedOn", words.Ending(ending), words.Date(ending.On)],
        AwayState.Booked => words["State.BookedOn", words.Date(timeline.Planned.First(visit => visit.HeldOn >= timeline.Today).HeldOn)],
        AwayState.Quiet when timeline.StepInForce is { } step => Decided(words.Of(state), step, words),
        _ => words.Of(state),
    };

    private static IEnumerable<(string Name, string Words)> KnownOf(AwayState state, PatientTimeline timeline, Words words)
    {
        if (timeline.Conditions.Count > 0)
        {
            yield return (words["Patient.Header.Reason"], Words.Listed(timeline.Conditions.Select(condition =>
                condition.Onset is { } onset ? words["Patient.Header.Reason.Since", condition.Label, words.Fuzzy(onset)] : condition.Label)));
        }

        if (timeline.Course.InForceOn(timeline.Today)?.EveryDays is { } agreed)
        {
            yield return (words["Patient.Header.Agreed"], words.Agreed(agreed));
        }

        if (timeline.Course.Latest?.Observed is { } observed)
        {
            yield return (words["Patient.Header.Observed"], words.Interval(observed));
        }

        yield return (words["Patient.Header.LastVisit"], timeline.LastVisit is { } last ? words.Since(last, timeline.Today) : words["Patient.Header.NoVisit"]);

        // An open door and a closed follow-up are said by the state already.
        if (state != AwayState.Quiet && timeline.Patient.Closing is null && timeline.LastVisit is not null)
        {
            yield return (words["NextStep.Label"], timeline.StepInForce is { } step ? Decided(words.NextStep(step), step, words) : words["Patient.Header.NotSaid"]);
        }
    }

    private static string Decided(string said, TimelineStep step, Words words) =>
        step.DecidedBy == DecidedBy.NotSaid ? said : words["Patient.Header.StateDecided", said, words.Decided(step.DecidedBy)];
}
