using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Records sessions: planned, held, missed, entered in error, entered on the wrong person.</summary>
public sealed class VisitRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>
    /// Records a held visit with all its parts and what was reported of the time before it, or changes one: all in one act. A planned visit becomes held when its id is used; a new visit takes the place of what was
    /// planned with the person for that day.
    /// A draft named by the form ends in the same transaction; once it has ended, its id returns that save.
    /// A follow-up that was closed before that day is reopened, and the outcome says so; for a deceased person a confirmation is required first.
    /// </summary>
    public Task<SaveOutcome> RecordAsync(VisitForm form) =>
        writer.WriteAsync(
            ActKind.VisitLogged,
            form.PatientId,
            async journal =>
            {
                (Visit? recorded, SaveOutcome? answer) = await journal.FindRowAsync<Visit>(form);
                if (answer is not null)
                {
                    return answer;
                }

                if (await journal.FindRecordedAsync<Patient>(form.PatientId) is not { } patient)
                {
                    return new SaveOutcome.NotFound();
                }

                // A day after the death is refused below: there is nothing to confirm.
                if (form.HeldOn <= patient.DeceasedOn && !form.DeceasedConfirmed)
                {
                    return new SaveOutcome.Refused(Refusal.Deceased);
                }

                bool wasHeld = recorded?.Status == VisitStatus.Held;
                Visit visit = recorded ?? Visit.Blank(form.Id, form.PatientId);
                IReadOnlyList<Problem> problems = visit.MarkHeld(form, clock.Today, patient.Life);
                if (problems.Count > 0)
                {
                    return new SaveOutcome.Invalid(problems);
                }

                if (recorded is null)
                {
                    journal.Add(visit);
                    await SettlePlanAsync(journal, visit);
                }

                journal.CurrentAct!.Kind = wasHeld ? ActKind.VisitChanged : ActKind.VisitLogged;
                if (!wasHeld)
                {
                    await VisitEpisode.JoinAsync(journal, visit, form.Episode, form.PeriodTitle);
                }
                else if (await VisitEpisode.HasOutlivedAsync(journal, visit))
                {
                    await VisitEpisode.LeaveAsync(journal, visit);
                    await VisitEpisode.JoinAsync(journal, visit, EpisodeChoice.ByRule);
                }

                await VisitParts.RecordAsync(journal, visit, form);
                await VisitSince.RecordAsync(journal, visit, form.Since, clock.Today, patient.Life);
                if (wasHeld && journal.ChangeTracker.HasChanges())
                {
                    // The parts of a visit belong to it: another page that read it before is stale.
                    journal.Entry(visit).State = EntityState.Modified;
                }

                await journal.EndDraftAsync(form.DraftId);
                return new SaveOutcome.Saved(visit.Id, Guid.Empty) { Reopened = ReopenFor(visit, patient) };
            },
            form.ReasonForChange);

    /// <summary>Records a held visit with its date alone: "held, nothing to add". Works on a planned visit or without one.</summary>
    public Task<SaveOutcome> HeldNothingToAddAsync(Guid patientId, Guid visitId, int revision, DateOnly heldOn, TimeOnly? startsAt, Guid? draftId = null) =>
        RecordAsync(new VisitForm { Id = visitId, PatientId = patientId, Revision = revision, HeldOn = heldOn, StartsAt = startsAt, DraftId = draftId });

    /// <summary>Plans a visit for today or later; refused for a person who has died, and where one is planned with them for that time already.</summary>
    public Task<SaveOutcome> PlanAsync(Guid visitId, Guid patientId, DateOnly on, TimeOnly? at) =>
        writer.WriteAsync(ActKind.VisitPlanned, patientId, async journal =>
        {
            if (await journal.FindRecordedAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (on < clock.Today)
            {
                return SaveOutcome.Because(nameof(Visit.HeldOn), ProblemKind.NotInFuture);
            }

#if !SABOTAGE_AFTER_DEATH
            if (patient.DeceasedOn is { } death)
            {
                return SaveOutcome.Because(nameof(Visit.HeldOn), ProblemKind.AfterDeath, death);
            }
#endif

            if (await journal.FindRecordedAsync<Visit>(visitId) is not null)
            {
                return new SaveOutcome.Saved(visitId, await journal.MadeByAsync(visitId));
            }

            if (await PlannedOn(journal, patientId, on).AnyAsync(planned => planned.StartsAt == at))
            {
                return SaveOutcome.Because(nameof(Visit.StartsAt), ProblemKind.AlreadyPlanned);
            }

            journal.Add(Visit.Plan(visitId, patientId, on, at));
            return new SaveOutcome.Saved(visitId, Guid.Empty);
        });

    /// <summary>Records that a planned visit was missed or cancelled.</summary>
    public Task<SaveOutcome> NotHeldAsync(Guid visitId, int revision, VisitStatus status) =>
        ChangeAsync(ActKind.VisitNotHeld, visitId, revision, (_, visit) =>
        {
            visit.NotHeld(status);
            return Task.CompletedTask;
        });

    /// <summary>Declares a visit, all its parts and what was reported in it entered in error, and its period too when this was its last visit.</summary>
    public Task<SaveOutcome> VoidAsync(Guid visitId, int revision) =>
        ChangeAsync(ActKind.VisitVoided, visitId, revision, async (journal, visit) =>
        {
            DateTime atUtc = journal.CurrentAct!.AtUtc;
            foreach (PatientRow part in (PatientRow[])[.. await VisitParts.OfAsync(journal, visit), .. await VisitSince.OfAsync(journal, visit)])
            {
                part.Void(atUtc);
            }

            await VisitEpisode.LeaveAsync(journal, visit);
            visit.Void(atUtc);
        });

    /// <summary>Moves a visit with its parts, and what was reported in it, to the person it belongs to, where it joins a period by the rule.</summary>
    public Task<SaveOutcome> MoveAsync(Guid visitId, int revision, Guid toPatientId) =>
        writer.WriteAsync(ActKind.VisitMoved, toPatientId, async journal =>
        {
            if (await journal.FindRecordedAsync<Visit>(visitId) is not { } visit || await journal.FindRecordedAsync<Patient>(toPatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (visit.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            if (ClinicalDate.Problems(nameof(Visit.HeldOn), visit.HeldOn, DateOnly.MaxValue, patient.Life).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            await VisitEpisode.LeaveAsync(journal, visit);
            foreach (PatientRow part in (PatientRow[])[.. await VisitParts.OfAsync(journal, visit), .. await VisitSince.OfAsync(journal, visit)])
            {
                if (VisitParts.StaysBehind(part))
                {
                    part.Void(journal.CurrentAct!.AtUtc);
                }
                else
                {
                    part.PatientId = toPatientId;
                }
            }

            visit.PatientId = toPatientId;
            if (visit.Status == VisitStatus.Held)
            {
                await VisitEpisode.JoinAsync(journal, visit, EpisodeChoice.ByRule);
            }

            return new SaveOutcome.Saved(visitId, Guid.Empty) { Reopened = ReopenFor(visit, patient) };
        });

    // What was planned for that day is this visit, wherever it was logged from. Undoing the act brings the plan back.
    internal static async Task SettlePlanAsync(JournalContext journal, Visit visit)
    {
        List<Visit> plans = await PlannedOn(journal, visit.PatientId, visit.HeldOn).OrderBy(planned => planned.StartsAt == null).ThenBy(planned => planned.StartsAt).ToListAsync();
        if ((plans.Find(planned => planned.StartsAt == visit.StartsAt) ?? plans.FirstOrDefault()) is { } plan)
        {
            visit.TakePlaceOf(plan);
            plan.Void(journal.CurrentAct!.AtUtc);
        }
    }

    private static IQueryable<Visit> PlannedOn(JournalContext journal, Guid patientId, DateOnly on) =>
        journal.Visits.Where(visit => visit.PatientId == patientId && visit.HeldOn == on && visit.Status == VisitStatus.Planned);

    // A held visit after the closing means that the follow-up goes on; one entered later for an earlier day does not.
    internal static bool ReopenFor(Visit visit, Patient patient)
    {
        bool reopened = visit.Status == VisitStatus.Held && patient.Closing is not null && patient.ClosedOn < visit.HeldOn;
        if (reopened)
        {
            patient.Reopen();
        }

        return reopened;
    }

    private Task<SaveOutcome> ChangeAsync(ActKind kind, Guid visitId, int revision, Func<JournalContext, Visit, Task> change) =>
        writer.WriteAsync(kind, null, async journal =>
        {
            if (await journal.FindRecordedAsync<Visit>(visitId) is not { } visit)
            {
                return new SaveOutcome.NotFound();
            }

            if (visit.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            await change(journal, visit);
            return new SaveOutcome.Saved(visitId, Guid.Empty);
        });
}
