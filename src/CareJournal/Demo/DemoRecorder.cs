using CareJournal.Absences;
using CareJournal.Closures;
using CareJournal.Conditions;
using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>
/// Records an invented journal act by act, as the practitioner would have: each act with the rows that it wrote and their
/// earlier state. The entities' rules are checked each time; a fact that they refuse is an error of the generator.
/// </summary>
internal sealed class DemoRecorder(JournalContext journal, BulkRecorder rows, SyntheticCareer career, TimeOrderedIds facts, TimeOrderedIds matters)
{
    private readonly PersonIds[] _ids = [.. career.People.Select(person => new PersonIds(person))];
    private readonly Dictionary<(int Person, ActKind Kind, int Index), EarlierState> _changes = [];
    // Goals, tools and the like have ids of their own, so that all other ids do not depend on them.
    private TimeOrderedIds? _next;
    private DateTime _atUtc;
    private Guid _act;

    /// <summary>The number of rows written, without acts and earlier states.</summary>
    public int RowCount { get; private set; }

    /// <summary>Records one act.</summary>
    public void Record(DemoAct act)
    {
        _next = IsMatter(act.Kind) ? matters : facts;
        (_atUtc, _act) = (act.AtUtc, _next!.Next(act.AtUtc));
        PersonIds? ids = act.Person < 0 ? null : _ids[act.Person];
        if (act.Kind == ActKind.PatientAdded)
        {
            ids!.Patient = _next!.Next(_atUtc);
        }

        rows.Write(new Act { AtUtc = _atUtc, Kind = act.Kind, PatientId = ids?.Patient }, _act);
        if (ids is null)
        {
            SyntheticClosure closure = career.Closures[act.Index];
            Made(new Closure { From = closure.From, To = closure.To, Label = closure.Label });
        }
        else if (_changes.Remove((act.Person, act.Kind, act.Index), out EarlierState? change))
        {
            Version(change.Table, change.RowId, change.RevisionAfter, change.Before);
        }
        else
        {
            RecordNew(act, ids, career.People[act.Person]);
        }
    }

    private void RecordNew(DemoAct act, PersonIds ids, SyntheticPerson person)
    {
        switch (act.Kind)
        {
            case ActKind.PatientAdded:
                AddPatient(act.Person, ids, person);
                break;
            case ActKind.ConditionRecorded:
                ids.Conditions[act.Index] = Made(DemoRows.Condition(ids.Patient, person, person.Conditions[act.Index]));
                break;
            case ActKind.VisitPlanned:
                PlanVisit(act, ids, person.Visits[act.Index]);
                break;
            case ActKind.VisitLogged:
                LogVisit(act, ids, person, person.Visits[act.Index]);
                break;
            case ActKind.FlareUpRecorded:
                Made(DemoRows.FlareUp(ids.Patient, person, person.FlareUps[act.Index]));
                break;
            case ActKind.LifeEventRecorded:
                Made(DemoRows.LifeEvent(ids.Patient, person, person.LifeEvents[act.Index]));
                break;
            case ActKind.AbsenceNoteRecorded:
                Made(DemoRows.AbsenceNote(ids.Patient, person.AbsenceNotes[act.Index]));
                break;
            case ActKind.GoalSet:
                ids.Goals[act.Index] = Made(MatterRows.Goal(ids.Patient, person.Matters.Goals[act.Index]));
                break;
            case ActKind.GoalMoved:
                (int goal, int said) = DemoAct.Part(act.Index);
                Made(MatterRows.Step(ids.Patient, ids.Goals[goal], person.Matters.Goals[goal].Steps[said], at: null));
                break;
            case ActKind.ToolNoted:
                ids.Tools[act.Index] = Made(MatterRows.Tool(ids.Patient, person.Matters.Tools[act.Index]));
                break;
            case ActKind.ToolMoved:
                (int tool, int step) = DemoAct.Part(act.Index);
                Made(MatterRows.Step(ids.Patient, ids.Tools[tool], person.Matters.Tools[tool].Steps[step], at: null));
                break;
            case ActKind.ReviewRecorded:
                TakeStock(ids, person.Matters, person.Matters.Reviews[act.Index]);
                break;
            case ActKind.WordToSelfRecorded:
                Made(MatterRows.Word(ids.Patient, person.Matters.Words[act.Index]));
                break;
            case ActKind.ContactRecorded:
                Made(MatterRows.Contact(ids.Patient, person.Matters.Contacts[act.Index]));
                break;
            case ActKind.AwayDecided:
                Made(DemoRows.Decision(ids.Patient, person.Decisions[act.Index]));
                break;
            default:
                throw new InvalidOperationException($"Nothing is known of an act {act.Kind}.");
        }
    }

    private static bool IsMatter(ActKind kind) => kind is ActKind.GoalSet or ActKind.GoalMoved or ActKind.ToolNoted or ActKind.ToolMoved
        or ActKind.ReviewRecorded or ActKind.WordToSelfRecorded or ActKind.ContactRecorded;

    private void TakeStock(PersonIds ids, SyntheticMatters all, SyntheticReview review)
    {
        Guid visit = ids.Held[review.On];
        Guid id = Made(MatterRows.Review(ids.Patient, visit, review));
        foreach ((SyntheticGoalStep step, Guid goal) in all.Goals.SelectMany((goal, index) => goal.Steps.Where(step => step.On == review.On).Select(step => (step, ids.Goals[index]))))
        {
            Made(MatterRows.Step(ids.Patient, goal, step, (visit, id)));
        }

        foreach ((SyntheticToolStep step, Guid tool) in all.Tools.SelectMany((tool, index) => tool.Steps.Where(step => step.On == review.On).Select(step => (step, ids.Tools[index]))))
        {
            Made(MatterRows.Step(ids.Patient, tool, step, (visit, id)));
        }
    }

    private void AddPatient(int number, PersonIds ids, SyntheticPerson person)
    {
        Patient patient = new() { Id = ids.Patient };
        DemoRows.Describe(patient, person, deceasedOn: null);
        int revision = 1;
        if (person.Closing is { } closing)
        {
            Change(number, ActKind.PatientClosed, 0, patient, ids.Patient, ++revision);
            patient.Close(closing.Closing, closing.On, closing.Words);
        }

        if (person.DeceasedOn is { } deceasedOn)
        {
            Change(number, ActKind.PatientChanged, 0, patient, ids.Patient, ++revision);
            DemoRows.Describe(patient, person, deceasedOn);
        }

        Made(patient, ids.Patient, revision);
    }

    private void PlanVisit(DemoAct act, PersonIds ids, SyntheticVisit planned)
    {
        Guid id = _next!.Next(_atUtc);
        Visit visit = Visit.Plan(id, ids.Patient, planned.On, planned.StartsAt);
        int revision = 1;
        if (planned.Status != VisitStatus.Planned)
        {
            Change(act.Person, ActKind.VisitNotHeld, act.Index, visit, id, ++revision);
            visit.NotHeld(planned.Status);
        }

        Made(visit, id, revision);
    }

    private void LogVisit(DemoAct act, PersonIds ids, SyntheticPerson person, SyntheticVisit held)
    {
        int period = held.Period!.Value;
        if (ids.Periods[period] == default)
        {
            OpenPeriod(act.Person, ids, person, period);
        }

        Guid id = _next!.Next(_atUtc);
        Visit visit = DemoRows.HeldVisit(id, ids.Patient, person, held);
        visit.EpisodeId = ids.Periods[period];
        ids.Held[held.On] = Made(visit, id);
        foreach (SyntheticScore score in held.Scores)
        {
            Made(Measure.Create(ids.Patient, id, held.On, score.Instrument, score.Value));
        }

        if (held.NextStep is { } step)
        {
            ids.StepNumber = ids.StepDay == held.On ? ids.StepNumber + 1 : 1;
            ids.StepDay = held.On;
            Made(NextStep.Say(ids.Patient, id, held.On, ids.StepNumber, DemoRows.Checked(step, held.On)));
        }

        if (held.JustifiesRhythm is { } justifies)
        {
            Made(new Review { PatientId = ids.Patient, VisitId = id, TakenOn = held.On, JustifiesRhythm = justifies });
        }
    }

    // A visit opens a period without title and aim; these are given afterwards.
    private void OpenPeriod(int number, PersonIds ids, SyntheticPerson person, int index)
    {
        Guid id = _next!.Next(_atUtc);
        SyntheticPeriod period = person.Periods[index];
        EpisodeOfCare episode = new() { Id = id, PatientId = ids.Patient };
        int revision = 1;
        Change(number, ActKind.EpisodeDescribed, index, episode, id, ++revision);
        DemoRows.Describe(episode, period, ids.Conditions.FirstOrDefault());
        if (period.ClosedOn is { } closedOn)
        {
            Change(number, ActKind.EpisodeClosed, index, episode, id, ++revision);
            DateOnly lastHeld = person.Visits.Last(visit => visit.Period == index).On;
            DemoRows.Check(episode.Close(closedOn, lastHeld, career.Today));
        }

        ids.Periods[index] = Made(episode, id, revision);
    }

    private void Change(int person, ActKind kind, int index, RecordedRow row, Guid id, int revisionAfter) =>
        _changes.Add((person, kind, index), new EarlierState(rows.TableOf(row.GetType()), id, revisionAfter, RowJson.Write(journal.Entry(row).CurrentValues)));

    private Guid Made(RecordedRow row) => Made(row, _next!.Next(_atUtc));

    private Guid Made(RecordedRow row, Guid id, int revision = 1)
    {
        rows.Write(row, id, revision);
        Version(rows.TableOf(row.GetType()), id, revisionAfter: 1, before: null);
        RowCount++;
        return id;
    }

    private void Version(string table, Guid rowId, int revisionAfter, string? before) =>
        rows.Write(new RowVersion { ActId = _act, Table = table, RowId = rowId, RevisionAfter = revisionAfter, Before = before }, _next!.Next(_atUtc));

    /// <summary>The ids of one person's rows, filled in as they are written.</summary>
    private sealed class PersonIds(SyntheticPerson person)
    {
        public Guid Patient { get; set; }

        public Guid[] Conditions { get; } = new Guid[person.Conditions.Count];

        public Guid[] Periods { get; } = new Guid[person.Periods.Count];

        public Guid[] Goals { get; } = new Guid[person.Matters.Goals.Count];

        public Guid[] Tools { get; } = new Guid[person.Matters.Tools.Count];

        public Dictionary<DateOnly, Guid> Held { get; } = [];

        public DateOnly StepDay { get; set; }

        public int StepNumber { get; set; }
    }

    /// <summary>A row as it was before a later act, kept until that act is recorded.</summary>
    private sealed record EarlierState(string Table, Guid RowId, int RevisionAfter, string Before);
}
