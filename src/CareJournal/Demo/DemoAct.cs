using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>One act of the practitioner in an invented journal: its time, its kind, and the fact of a person that it records.</summary>
/// <param name="AtUtc">The time, in the evening of its day.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Person">The person's index in the list; -1 for the practice itself.</param>
/// <param name="Index">The fact's index in the person's list of its kind.</param>
internal readonly record struct DemoAct(DateTime AtUtc, ActKind Kind, int Person, int Index)
{
    private const int Practice = -1;
    private const int StepsAtMost = 100;
    private const int SecondsBetween = 9;
    private const int MinutesOfEvening = 97;
    private static readonly TimeOnly Evening = new(16, 40);

    /// <summary>Returns all acts that create the journal, in their order.</summary>
    public static IReadOnlyList<DemoAct> AllOf(SyntheticCareer career)
    {
        List<DemoAct> acts = [.. career.Closures.Select((closure, index) => new DemoAct(closure.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), ActKind.ClosuresChanged, Practice, index))];
        for (int person = 0; person < career.People.Count; person++)
        {
            acts.AddRange(OfPerson(career.People[person], person));
        }

        acts.Sort((one, other) => one.AtUtc != other.AtUtc ? one.AtUtc.CompareTo(other.AtUtc) : one.Person.CompareTo(other.Person));
        return acts;
    }

    // One person's acts of a day follow each other by some seconds, in dependency order.
    private static IEnumerable<DemoAct> OfPerson(SyntheticPerson person, int number)
    {
        DateOnly day = DateOnly.MinValue;
        DateTime at = default;
        foreach ((DateOnly on, ActKind kind, int index) in Facts(person).OrderBy(fact => fact.On))
        {
            at = on == day ? at.AddSeconds(SecondsBetween) : on.ToDateTime(Evening, DateTimeKind.Utc).AddMinutes(number % MinutesOfEvening);
            day = on;
            yield return new DemoAct(at, kind, number, index);
        }
    }

    private static IEnumerable<(DateOnly On, ActKind Kind, int Index)> Facts(SyntheticPerson person) =>
    [
        (person.AddedOn, ActKind.PatientAdded, 0),
        .. person.Conditions.Select((condition, index) => (condition.ReportedOn, ActKind.ConditionRecorded, index)),
        .. person.Visits.Select((visit, index) => visit.Status == VisitStatus.Held
            ? (visit.On, ActKind.VisitLogged, index)
            : (visit.PlannedOn ?? person.AddedOn, ActKind.VisitPlanned, index)),
        .. person.Visits.Select((visit, index) => (visit.On, Kind: ActKind.VisitNotHeld, index, visit.Status))
            .Where(visit => visit.Status is not (VisitStatus.Held or VisitStatus.Planned))
            .Select(visit => (visit.On, visit.Kind, visit.index)),
        .. person.Periods.Select((period, index) => (period.FirstOn, ActKind.EpisodeDescribed, index)),
        .. person.FlareUps.Select((flare, index) => (flare.ReportedOn, ActKind.FlareUpRecorded, index)),
        .. person.LifeEvents.Select((life, index) => (life.ReportedOn, ActKind.LifeEventRecorded, index)),
        .. person.AbsenceNotes.Select((note, index) => (note.ReportedOn, ActKind.AbsenceNoteRecorded, index)),
        .. person.Periods.Select((period, index) => (period.ClosedOn, index))
            .Where(period => period.ClosedOn is not null)
            .Select(period => (period.ClosedOn!.Value, ActKind.EpisodeClosed, period.index)),
        .. person.Decisions.Select((decision, index) => (decision.DecidedOn, ActKind.AwayDecided, index)),
        .. person.Closing is { } closing ? new[] { (closing.On, ActKind.PatientClosed, 0) } : [],
        .. person.DeceasedOn is { } deceased ? new[] { (deceased, ActKind.PatientChanged, 0) } : [],
        .. Matters(person.Matters),
    ];

    // Last among those of a day, so that the others keep their time. Steps on the day of a review are part of it.
    private static IEnumerable<(DateOnly On, ActKind Kind, int Index)> Matters(SyntheticMatters matters)
    {
        HashSet<DateOnly> reviewed = [.. matters.Reviews.Select(review => review.On)];
        return
        [
            .. matters.Goals.Select((goal, index) => (goal.SetOn, ActKind.GoalSet, index)),
            .. matters.Tools.Select((tool, index) => (tool.MetOn, ActKind.ToolNoted, index)),
            .. matters.Goals.SelectMany((goal, index) => goal.Steps.Select((step, place) => (step.On, ActKind.GoalMoved, index, place)))
                .Where(step => !reviewed.Contains(step.On)).Select(step => (step.On, ActKind.GoalMoved, Join(step.index, step.place))),
            .. matters.Tools.SelectMany((tool, index) => tool.Steps.Select((step, place) => (step.On, ActKind.ToolMoved, index, place)))
                .Where(step => !reviewed.Contains(step.On)).Select(step => (step.On, ActKind.ToolMoved, Join(step.index, step.place))),
            .. matters.Reviews.Select((review, index) => (review.On, ActKind.ReviewRecorded, index)),
            .. matters.Words.Select((word, index) => (word.On, ActKind.WordToSelfRecorded, index)),
            .. matters.Contacts.Select((contact, index) => (contact.On, ActKind.ContactRecorded, index)),
        ];
    }

    /// <summary>Combines the index of a fact and of its step in one number.</summary>
    public static int Join(int index, int place) => (index * StepsAtMost) + place;

    /// <summary>Splits such a number into the index of the fact and of the step.</summary>
    public static (int Index, int Place) Part(int joined) => (joined / StepsAtMost, joined % StepsAtMost);
}
