using CareJournal.Contacts;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Decisions;

/// <summary>Records the decisions of the review of follow-ups.</summary>
public sealed class AwayDecisionRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records one decision of today about one or several people of one list, in one act.</summary>
    /// <param name="people">The people, each with the last held visit that the practitioner saw. When one of them has come, left or died since, nothing is written.</param>
    /// <param name="list">The list in which it was taken.</param>
    /// <param name="kind">The kind of decision.</param>
    /// <param name="until">The last day on which it applies, in the future; needed for <see cref="AwayDecisionKind.Snooze"/>.</param>
    public Task<SaveOutcome> DecideAsync(IReadOnlyCollection<AwaySeen> people, AwayList list, AwayDecisionKind kind, DateOnly? until) =>
        writer.WriteAsync(ActKind.AwayDecided, null, async journal =>
        {
            if (until <= clock.Today || (kind == AwayDecisionKind.Snooze && until is null))
            {
                return SaveOutcome.Because(nameof(AwayDecision.Until), ProblemKind.NotInFuture);
            }

            foreach (AwaySeen seen in people)
            {
                if (await journal.FindRecordedAsync<Patient>(seen.PatientId) is not { } patient || HasEnded(patient) || await CameSinceAsync(journal, seen))
                {
                    return new SaveOutcome.Stale();
                }

                journal.Add(new AwayDecision { PatientId = seen.PatientId, AwayList = list, Kind = kind, DecidedOn = clock.Today, Until = until });
            }

            return new SaveOutcome.Saved(people.First().PatientId, Guid.Empty);
        });

    /// <summary>Concludes a follow-up together, in one act with the contact in which it was said; its words are required, and its day is the day of closing.</summary>
    /// <param name="contact">The contact; a new one.</param>
    /// <param name="seen">The person as shown on the screen. When they have come since, nothing is written; nor, with or without it, when they have left or died.</param>
    public Task<SaveOutcome> ConcludeAsync(ContactForm contact, AwaySeen? seen = null) =>
        writer.WriteAsync(ActKind.PatientClosed, contact.PatientId, async journal =>
        {
            if ((await journal.FindRowAsync<Contact>(contact)).Answer is { } answer)
            {
                return answer;
            }

            if (WrittenText.Clean(contact.Words) is null)
            {
                return new SaveOutcome.Refused(Refusal.NeedsContact);
            }

            if (await journal.FindRecordedAsync<Patient>(contact.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (HasEnded(patient) || await CameSinceAsync(journal, seen))
            {
                return new SaveOutcome.Stale();
            }

            if (contact.On < await LastHeldAsync(journal, contact.PatientId))
            {
                return SaveOutcome.Because(nameof(Contact.On), ProblemKind.BeforeLastVisit);
            }

            Contact exchanged = new() { Id = contact.Id, PatientId = contact.PatientId };
            IReadOnlyList<Problem> problems = exchanged.Describe(contact, clock.Today, patient.Life);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            journal.Add(exchanged);
            patient.Close(PatientClosing.ConcludedTogether, exchanged.On, exchanged.Words);
            await journal.EndDraftAsync(contact.DraftId);
            return new SaveOutcome.Saved(exchanged.Id, Guid.Empty);
        });

    /// <summary>Closes a follow-up today, without an exchange.</summary>
    /// <param name="seen">The person as shown on the screen. When they have come since, or have left or died, nothing is written.</param>
    public Task<SaveOutcome> CloseOnMySideAsync(AwaySeen seen) =>
        writer.WriteAsync(ActKind.PatientClosed, seen.PatientId, async journal =>
        {
            if (await journal.FindRecordedAsync<Patient>(seen.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (HasEnded(patient) || await CameSinceAsync(journal, seen))
            {
                return new SaveOutcome.Stale();
            }

            patient.Close(PatientClosing.ClosedOnMySide, clock.Today, null);
            return new SaveOutcome.Saved(patient.Id, Guid.Empty);
        });

    /// <summary>Records that news was exchanged, and leaves the row until a date, in one act. The decision applies from today, whatever the day of the contact.</summary>
    /// <param name="list">The list in which it was taken.</param>
    /// <param name="contact">The contact; a new one.</param>
    /// <param name="until">The date agreed, in the future; without one the row is hidden for <see cref="AwayDecision.QuietDaysAfterContact"/> days.</param>
    /// <param name="seen">The person as shown on the screen. When they have come since, nothing is written; nor, with or without it, when they have left or died.</param>
    public Task<SaveOutcome> InTouchAsync(AwayList list, ContactForm contact, DateOnly? until, AwaySeen? seen = null) =>
        writer.WriteAsync(ActKind.AwayDecided, contact.PatientId, async journal =>
        {
            if ((await journal.FindRowAsync<Contact>(contact)).Answer is { } answer)
            {
                return answer;
            }

            if (await journal.FindRecordedAsync<Patient>(contact.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (HasEnded(patient) || await CameSinceAsync(journal, seen))
            {
                return new SaveOutcome.Stale();
            }

            if (until <= clock.Today)
            {
                return SaveOutcome.Because(nameof(AwayDecision.Until), ProblemKind.NotInFuture);
            }

            Contact exchanged = new() { Id = contact.Id, PatientId = contact.PatientId };
            IReadOnlyList<Problem> problems = exchanged.Describe(contact, clock.Today, patient.Life);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            journal.Add(exchanged);
            journal.Add(new AwayDecision
            {
                PatientId = contact.PatientId,
                AwayList = list,
                Kind = AwayDecisionKind.InTouch,
                DecidedOn = clock.Today,
                Until = until,
                ContactId = exchanged.Id,
            });
            await journal.EndDraftAsync(contact.DraftId);
            return new SaveOutcome.Saved(exchanged.Id, Guid.Empty);
        });

    // A person whose follow-up ended, or who has died, left every list at once: there is nothing left to decide.
    private static bool HasEnded(Patient patient) => patient is not { Closing: null, DeceasedOn: null };

    private static async Task<bool> CameSinceAsync(JournalContext journal, AwaySeen? seen) =>
        seen is not null && await LastHeldAsync(journal, seen.PatientId) != seen.LastVisit;

    private static Task<DateOnly?> LastHeldAsync(JournalContext journal, Guid patientId) =>
        journal.Visits.Where(visit => visit.PatientId == patientId && visit.Status == VisitStatus.Held).MaxAsync(visit => (DateOnly?)visit.HeldOn);
}

/// <summary>A person as shown when a decision was taken.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="LastVisit">The last held visit that was on the screen.</param>
public sealed record AwaySeen(Guid PatientId, DateOnly? LastVisit);
