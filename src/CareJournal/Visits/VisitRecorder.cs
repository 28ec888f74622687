using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Records sessions: planned, held, missed, entered in error, entered on the wrong person.</summary>
public sealed class VisitRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>
    /// Records a held visit with all that was said in it, or changes one. A planned visit becomes held when its id is used.
    /// A draft named by the form ends in the same transaction, and once it has ended its id answers the save of then.
    /// A follow-up that was closed before that day is reopened, and the answer says so; a deceased person is asked about first.
    /// </summary>
    public Task<SaveOutcome> RecordAsync(VisitForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.WriteAsync(
            ActKind.VisitLogged,
            form.PatientId,
            async journal =>
            {
                if (await journal.SavedBeforeAsync<Visit>(form.DraftId) is { } before)
                {
                    return before;
                }

                if (await journal.KnownAsync<Patient>(form.PatientId) is not { } patient)
                {
                    return new SaveOutcome.NotFound();
                }

                Visit? known = await journal.KnownAsync<Visit>(form.Id);
                if (known is null && form.Revision > 0)
                {
                    return new SaveOutcome.NotFound();
                }

                if (known is not null && form.Revision == 0)
                {
                    return await journal.AlreadyThereAsync(known.Id, form.DraftId);
                }

                if (known?.IsStale(form.Revision) == true)
                {
                    return new SaveOutcome.Stale();
                }

                // A day after the death is refused below: there is nothing to confirm.
                if (form.HeldOn <= patient.DeceasedOn && !form.DeceasedConfirmed)
                {
                    return new SaveOutcome.Refused(Refusal.Deceased);
                }

                bool wasHeld = known?.Status == VisitStatus.Held;
                Visit visit = known ?? Visit.Blank(form.Id, form.PatientId);
                IReadOnlyList<Problem> problems = visit.Hold(form, clock.Today, patient.Life);
                if (problems.Count > 0)
                {
                    return new SaveOutcome.Invalid(problems);
                }

                if (known is null)
                {
                    journal.Add(visit);
                }

                journal.CurrentAct!.Kind = wasHeld ? ActKind.VisitChanged : ActKind.VisitLogged;
                if (!wasHeld)
                {
                    await VisitEpisode.JoinAsync(journal, visit, form.Episode);
                }
                else if (await VisitEpisode.HasOutlivedAsync(journal, visit))
                {
                    await VisitEpisode.LeaveAsync(journal, visit);
                    await VisitEpisode.JoinAsync(journal, visit, EpisodeChoice.ByRule);
                }

                await VisitParts.RecordAsync(journal, visit, form);
                if (wasHeld && journal.ChangeTracker.HasChanges())
                {
                    // What is said in a visit is part of it: another page that read it before is stale.
                    journal.Entry(visit).State = EntityState.Modified;
                }

                await journal.EndDraftAsync(form.DraftId);
                return new SaveOutcome.Saved(visit.Id, Guid.Empty) { Reopened = ReopenFor(visit, patient) };
            },
            form.ReasonForChange);
    }

    /// <summary>Records a held visit with its date alone: "held, nothing to add". Works on a planned visit or without one.</summary>
    public Task<SaveOutcome> HeldNothingToAddAsync(Guid patientId, Guid visitId, int revision, DateOnly heldOn, TimeOnly? startsAt) =>
        RecordAsync(new VisitForm { Id = visitId, PatientId = patientId, Revision = revision, HeldOn = heldOn, StartsAt = startsAt });

    /// <summary>Plans a visit for today or later; never with somebody who has died.</summary>
    public Task<SaveOutcome> PlanAsync(Guid visitId, Guid patientId, DateOnly on, TimeOnly? at) =>
        writer.WriteAsync(ActKind.VisitPlanned, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is not { } patient)
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

            if (await journal.KnownAsync<Visit>(visitId) is not null)
            {
                return new SaveOutcome.Saved(visitId, await journal.MadeByAsync(visitId));
            }

            journal.Add(Visit.Plan(visitId, patientId, on, at));
            return new SaveOutcome.Saved(visitId, Guid.Empty);
        });

    /// <summary>Notes that a planned visit was missed or cancelled.</summary>
    public Task<SaveOutcome> NotHeldAsync(Guid visitId, int revision, VisitStatus status) =>
        ChangeAsync(ActKind.VisitNotHeld, visitId, revision, (_, visit) =>
        {
            visit.NotHeld(status);
            return Task.CompletedTask;
        });

    /// <summary>Declares a visit, and all that was said in it, entered in error. A period that loses its last visit goes with it.</summary>
    public Task<SaveOutcome> VoidAsync(Guid visitId, int revision) =>
        ChangeAsync(ActKind.VisitVoided, visitId, revision, async (journal, visit) =>
        {
            DateTime atUtc = journal.CurrentAct!.AtUtc;
            foreach (PatientRow part in await VisitParts.OfAsync(journal, visit))
            {
                part.Void(atUtc);
            }

            await VisitEpisode.LeaveAsync(journal, visit);
            visit.Void(atUtc);
        });

    /// <summary>Moves a visit, and all that was said in it, to the person it belongs to. It joins a period there by the rule.</summary>
    public Task<SaveOutcome> MoveAsync(Guid visitId, int revision, Guid toPatientId) =>
        writer.WriteAsync(ActKind.VisitMoved, toPatientId, async journal =>
        {
            if (await journal.KnownAsync<Visit>(visitId) is not { } visit || await journal.KnownAsync<Patient>(toPatientId) is not { } patient)
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
            foreach (PatientRow part in await VisitParts.OfAsync(journal, visit))
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

    // A held visit after the closing means that the follow-up goes on; one entered later for an earlier day does not.
    private static bool ReopenFor(Visit visit, Patient patient)
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
            if (await journal.KnownAsync<Visit>(visitId) is not { } visit)
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
