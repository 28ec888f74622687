using CareJournal.Absences;
using CareJournal.Drafts;
using CareJournal.Episodes;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Records the sessions of a paper file as held: all of them in one act, or none.</summary>
public sealed class PastVisitsRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>The most sessions in one save.</summary>
    public const int Most = 2_000;

    /// <summary>
    /// Records the sessions with their answers and next steps, the periods that begin with them and what was told of the pauses before them. A problem
    /// is at the field <c>number.Field</c>, the number being the session's place in the form, from 0. Stale when a session of one of the days, or around
    /// them, was recorded of which the page does not know. A draft named by the form ends in the same transaction.
    /// </summary>
    public Task<SaveOutcome> RecordAsync(PastVisitsForm form) =>
        writer.WriteAsync(ActKind.PastVisitsLogged, form.PatientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<Visit>(form.DraftId) is { } before)
            {
                return before;
            }

            if (await journal.FindRecordedAsync<Patient>(form.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (!form.DeceasedConfirmed && form.Visits.Any(past => past.Visit.HeldOn <= patient.DeceasedOn))
            {
                return new SaveOutcome.Refused(Refusal.Deceased);
            }

            (List<(PastVisit Past, Visit Visit)> sessions, List<Problem> problems) = Read(form, patient);
#if SABOTAGE_PAST_WHOLE
            sessions.RemoveAll(session => problems.Exists(problem => problem.Field.StartsWith($"{sessions.IndexOf(session)}.", StringComparison.Ordinal)));
#else
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }
#endif

            PastFacts facts = await PastVisitsReader.FactsOfAsync(journal, patient);
            IReadOnlyList<PastPlace> places = PastCourse.Place(facts, [.. sessions.Select(session => (session.Visit.HeldOn, session.Past.Visit.NextStep))]);
            if (HasChanged(form, facts, sessions, places))
            {
                return new SaveOutcome.Stale();
            }

            bool reopened = await AddAsync(journal, patient, sessions, places);
            await journal.EndDraftAsync(form.DraftId);
            return new SaveOutcome.Saved(sessions.FirstOrDefault().Visit?.Id ?? Guid.Empty, Guid.Empty) { Reopened = reopened };
        });

    private (List<(PastVisit Past, Visit Visit)> Sessions, List<Problem> Problems) Read(PastVisitsForm form, Patient patient)
    {
        List<(PastVisit Past, Visit Visit)> sessions = [];
        List<Problem> problems = form.Visits.Count is > 0 and <= Most ? [] : [new Problem(nameof(form.Visits), ProblemKind.OutOfRange, 1, Most)];
        foreach ((int number, PastVisit past) in form.Visits.Index())
        {
            Visit visit = Visit.Blank(past.Visit.Id, patient.Id);
            IEnumerable<Problem> found =
            [
                .. visit.MarkHeld(past.Visit, clock.Today, patient.Life),
                .. WrittenText.TooLong(nameof(past.PeriodTitle), past.PeriodTitle, WrittenText.LongestLine),
                .. WrittenText.TooLong(nameof(past.PauseWords), past.PauseWords, WrittenText.LongestNote),
            ];
            problems.AddRange(found.Select(problem => problem with { Field = $"{number}.{problem.Field}" }));
            sessions.Add((past, visit));
        }

        return (sessions, problems);
    }

    // What is told belongs to a pause and to the beginning of a period: where the sessions around have changed, the page shows it anew.
    private static bool HasChanged(PastVisitsForm form, PastFacts facts, List<(PastVisit Past, Visit Visit)> sessions, IReadOnlyList<PastPlace> places)
    {
        HashSet<DateOnly> days = [.. sessions.Select(session => session.Visit.HeldOn)];
        return facts.Held.Any(held => days.Contains(held.Day) && !form.AlreadyThere.Contains(held.Day))
            || sessions.Zip(places).Any(session =>
                (session.First.Past.TellsOfPause && session.Second.Since is null) || (!string.IsNullOrWhiteSpace(session.First.Past.PeriodTitle) && !session.Second.Opens));
    }

    private async Task<bool> AddAsync(JournalContext journal, Patient patient, List<(PastVisit Past, Visit Visit)> sessions, IReadOnlyList<PastPlace> places)
    {
        HashSet<DateOnly> planned = [.. await journal.Visits.Where(visit => visit.PatientId == patient.Id && visit.Status == VisitStatus.Planned).Select(visit => visit.HeldOn).ToListAsync()];
        Dictionary<DateOnly, int> numbers = await journal.NextSteps.IgnoreQueryFilters().Where(step => step.PatientId == patient.Id)
            .GroupBy(step => step.SaidOn).Select(day => new { day.Key, Last = day.Max(step => step.Number) }).ToDictionaryAsync(day => day.Key, day => day.Last);
        bool reopened = false;
        foreach (((PastVisit past, Visit visit), PastPlace place) in sessions.Zip(places).OrderBy(session => session.First.Visit.HeldOn))
        {
            if (planned.Remove(visit.HeldOn))
            {
                await VisitRecorder.SettlePlanAsync(journal, visit);
            }

            if (place.Opens)
            {
                journal.Add(VisitEpisode.Open(patient.Id, place.PeriodId, place.IsFirstOfAll, past.PeriodTitle));
            }

            visit.EpisodeId = place.PeriodId;
            journal.Add(visit);
            journal.AddRange(past.Visit.Scores.Select(score => Measure.Create(patient.Id, visit.Id, visit.HeldOn, score.Key, score.Value)));
            if (past.Visit.NextStep is { } step)
            {
                int number = numbers[visit.HeldOn] = numbers.GetValueOrDefault(visit.HeldOn) + 1;
                journal.Add(NextStep.Say(patient.Id, visit.Id, visit.HeldOn, number, step));
            }

            if (past.TellsOfPause && place.Since is { } since)
            {
                journal.Add(Note(past, visit, since, patient.Life));
            }

            reopened |= VisitRecorder.ReopenFor(visit, patient);
        }

        return reopened;
    }

    private AbsenceNote Note(PastVisit past, Visit visit, DateOnly since, LifeSpan life)
    {
        AbsenceNote note = new() { PatientId = visit.PatientId };
        note.Describe(
            new AbsenceNoteForm
            {
                PatientId = visit.PatientId,
                From = since.AddDays(1),
                To = visit.HeldOn.AddDays(-1),
                HowItWas = past.PauseHow,
                Words = past.PauseWords,
                ReportedOn = visit.HeldOn,
            },
            clock.Today,
            life);
        return note;
    }
}
