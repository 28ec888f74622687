using CareJournal.Absences;
using CareJournal.Acts;
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
/// Records an invented journal act by act, as the practitioner would have: each act with the rows that it made and what
/// was there before. The rules of the entities are asked each time; a fact that they refuse is an error of the generator.
/// </summary>
internal sealed class DemoRecorder(JournalContext journal, BulkRecorder rows, SyntheticCareer career, TimeOrderedIds facts, TimeOrderedIds matters)
{
    private readonly PersonIds[] _ids = [.. career.People.Select(person => new PersonIds(person))];
    private readonly Dictionary<(int Person, ActKind Kind, int Index), EarlierState> _changes = [];
    // What matters has ids of its own, so that those of all else do not depend on it.
    private TimeOrderedIds? _next;
    private DateTime _atUtc;
    private Guid _act;

    /// <summary>How many rows were written, acts and earlier states left out.</summary>
    public int RowCount { get; private set; }

    /// <summary>Records one act.</summary>
    public void Record(DemoAct act)
    {
        _next = IsMatter(act.Kind) ? matters : facts;
        (_atUtc, _act) = (act.AtUtc, _next!.Next(act.AtUtc));
        PersonIds? known = act.Person < 0 ? null : _ids[act.Person];
        if (act.Kind == ActKind.PatientAdded)
        {
            known!.Patient = _next!.Next(_atUtc);
        }

        rows.Write(new Act { AtUtc = _atUtc, Kind = act.Kind, PatientId = known?.Patient }, _act);
        if (known is null)
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
            RecordNew(act, known, career.People[act.Person]);
        }
    }

    private void RecordNew(DemoAct act, PersonIds known, SyntheticPerson person)
    {
        switch (act.Kind)
        {
            case ActKind.PatientAdded:
                AddPatient(act.Person, known, person);
                break;
            case ActKind.ConditionRecorded:
                known.Conditions[act.Index] = Made(DemoRows.Condition(known.Patient, person, person.Conditions[act.Index]));
                break;
            case ActKind.VisitPlanned:
                PlanVisit(act, known, person.Visits[act.Index]);
                break;
            case ActKind.VisitLogged:
                LogVisit(act, known, person, person.Visits[act.Index]);
                break;
            case ActKind.FlareUpRecorded:
                Made(DemoRows.FlareUp(known.Patient, person, person.FlareUps[act.Index]));
                break;
            case ActKind.LifeEventRecorded:
                Made(DemoRows.LifeEvent(known.Patient, person, person.LifeEvents[act.Index]));
                break;
            case ActKind.AbsenceNoteRecorded:
                Made(DemoRows.AbsenceNote(known.Patient, person.AbsenceNotes[act.Index]));
                break;
            case ActKind.GoalSet:
                known.Goals[act.Index] = Made(MatterRows.Goal(known.Patient, person.Matters.Goals[act.Index]));
                break;
            case ActKind.GoalMoved:
                (int goal, int said) = DemoAct.Part(act.Index);
                Made(MatterRows.Step(known.Patient, known.Goals[goal], person.Matters.Goals[goal].Steps[said], at: null));
                break;
            case ActKind.ToolNoted:
                known.Tools[act.Index] = Made(MatterRows.Tool(known.Patient, person.Matters.Tools[act.Index]));
                break;
            case ActKind.ToolMoved:
                (int tool, int step) = DemoAct.Part(act.Index);
                Made(MatterRows.Step(known.Patient, known.Tools[tool], person.Matters.Tools[tool].Steps[step], at: null));
                break;
            case ActKind.ReviewRecorded:
                TakeStock(known, person.Matters, person.Matters.Reviews[act.Index]);
                break;
            case ActKind.WordToSelfRecorded:
                Made(MatterRows.Word(known.Patient, person.Matters.Words[act.Index]));
                break;
            case ActKind.ContactRecorded:
                Made(MatterRows.Contact(known.Patient, person.Matters.Contacts[act.Index]));
                break;
            case ActKind.AwayDecided:
                Made(DemoRows.Decision(known.Patient, person.Decisions[act.Index]));
                break;
            default:
                throw new InvalidOperationException($"Nothing is known of an act {act.Kind}.");
        }
    }

    private static bool IsMatter(ActKind kind) => kind is ActKind.GoalSet or ActKind.GoalMoved or ActKind.ToolNoted or ActKind.ToolMoved
        or ActKind.ReviewRecorded or ActKind.WordToSelfRecorded or ActKind.ContactRecorded;

    private void TakeStock(PersonIds known, SyntheticMatters told, SyntheticReview review)
    {
        Guid visit = known.Held[review.On];
        Guid id = Made(MatterRows.Review(known.Patient, visit, review));
        foreach ((SyntheticGoalStep step, Guid goal) in told.Goals.SelectMany((goal, index) => goal.Steps.Where(step => step.On == review.On).Select(step => (step, known.Goals[index]))))
        {
            Made(MatterRows.Step(known.Patient, goal, step, (visit, id)));
        }

        foreach ((SyntheticToolStep step, Guid tool) in told.Tools.SelectMany((tool, index) => tool.Steps.Where(step => step.On == review.On).Select(step => (step, known.Tools[index]))))
        {
            Made(MatterRows.Step(known.Patient, tool, step, (visit, id)));
        }
    }

    private void AddPatient(int number, PersonIds known, SyntheticPerson person)
    {
        Patient patient = new() { Id = known.Patient };
        DemoRows.Describe(patient, person, deceasedOn: null);
        int revision = 1;
        if (person.Closing is { } closing)
        {
            Change(number, ActKind.PatientClosed, 0, patient, known.Patient, ++revision);
            patient.Close(closing.Closing, closing.On, closing.Words);
        }

        if (person.DeceasedOn is { } deceasedOn)
        {
            Change(number, ActKind.PatientChanged, 0, patient, known.Patient, ++revision);
            DemoRows.Describe(patient, person, deceasedOn);
        }

        Made(patient, known.Patient, revision);
    }

    private void PlanVisit(DemoAct act, PersonIds known, SyntheticVisit planned)
    {
        Guid id = _next!.Next(_atUtc);
        Visit visit = Visit.Plan(id, known.Patient, planned.On, planned.StartsAt);
        int revision = 1;
        if (planned.Status != VisitStatus.Planned)
        {
            Change(act.Person, ActKind.VisitNotHeld, act.Index, visit, id, ++revision);
            visit.NotHeld(planned.Status);
        }

        Made(visit, id, revision);
    }

    private void LogVisit(DemoAct act, PersonIds known, SyntheticPerson person, SyntheticVisit held)
    {
        int period = held.Period!.Value;
        if (known.Periods[period] == default)
        {
            OpenPeriod(act.Person, known, person, period);
        }

        Guid id = _next!.Next(_atUtc);
        Visit visit = DemoRows.HeldVisit(id, known.Patient, person, held);
        visit.EpisodeId = known.Periods[period];
        known.Held[held.On] = Made(visit, id);
        foreach (SyntheticScore score in held.Scores)
        {
            Made(Measure.Create(known.Patient, id, held.On, score.Instrument, score.Value));
        }

        if (held.NextStep is { } step)
        {
            known.StepNumber = known.StepDay == held.On ? known.StepNumber + 1 : 1;
            known.StepDay = held.On;
            Made(NextStep.Say(known.Patient, id, held.On, known.StepNumber, DemoRows.Checked(step, held.On)));
        }

        if (held.JustifiesRhythm is { } justifies)
        {
            Made(new Review { PatientId = known.Patient, VisitId = id, TakenOn = held.On, JustifiesRhythm = justifies });
        }
    }

    // A visit opens a period without a word; title and aim are given afterwards.
    private void OpenPeriod(int number, PersonIds known, SyntheticPerson person, int index)
    {
        Guid id = _next!.Next(_atUtc);
        SyntheticPeriod period = person.Periods[index];
        EpisodeOfCare episode = new() { Id = id, PatientId = known.Patient };
        int revision = 1;
        Change(number, ActKind.EpisodeDescribed, index, episode, id, ++revision);
        DemoRows.Describe(episode, period, known.Conditions.FirstOrDefault());
        if (period.ClosedOn is { } closedOn)
        {
            Change(number, ActKind.EpisodeClosed, index, episode, id, ++revision);
            DateOnly lastHeld = person.Visits.Last(visit => visit.Period == index).On;
            DemoRows.Check(episode.Close(closedOn, lastHeld, career.Today));
        }

        known.Periods[index] = Made(episode, id, revision);
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

    /// <summary>The ids of one person's rows, as they come to be.</summary>
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
