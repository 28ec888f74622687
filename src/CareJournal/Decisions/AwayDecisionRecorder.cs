using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Decisions;

/// <summary>Records what is decided in the review of follow-ups.</summary>
public sealed class AwayDecisionRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a decision taken today on a shelf; a date must lie in the future.</summary>
    public Task<SaveOutcome> DecideAsync(Guid patientId, Shelf shelf, AwayDecisionKind kind, DateOnly? until, string? words) =>
        writer.WriteAsync(ActKind.AwayDecided, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (HasEnded(patient))
            {
                return new SaveOutcome.Stale();
            }

            if (until <= clock.Today || (kind == AwayDecisionKind.Snooze && until is null))
            {
                return SaveOutcome.Because(nameof(AwayDecision.Until), ProblemKind.NotInFuture);
            }

            if (WrittenText.TooLong(nameof(AwayDecision.Words), words, WrittenText.LongestNote).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            AwayDecision decision = new()
            {
                PatientId = patientId,
                Shelf = shelf,
                Kind = kind,
                DecidedOn = clock.Today,
                Until = until,
                Words = WrittenText.Clean(words),
            };
            journal.Add(decision);
            return new SaveOutcome.Saved(decision.Id, Guid.Empty);
        });

    /// <summary>Records the same decision for several people, taken today on one shelf, in one act.</summary>
    /// <param name="people">The people, each with the last held visit that the practitioner saw. When one of them has come, left or died since, nothing is written.</param>
    /// <param name="shelf">The shelf it was taken on.</param>
    /// <param name="kind">What was decided.</param>
    /// <param name="until">Until when, in the future; needed for <see cref="AwayDecisionKind.Snooze"/>.</param>
    public Task<SaveOutcome> DecideAsync(IReadOnlyCollection<AwaySeen> people, Shelf shelf, AwayDecisionKind kind, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(people);
        return writer.WriteAsync(ActKind.AwayDecided, null, async journal =>
        {
            if (until <= clock.Today || (kind == AwayDecisionKind.Snooze && until is null))
            {
                return SaveOutcome.Because(nameof(AwayDecision.Until), ProblemKind.NotInFuture);
            }

            foreach (AwaySeen seen in people)
            {
                if (await journal.KnownAsync<Patient>(seen.PatientId) is not { } patient || HasEnded(patient) || await CameSinceAsync(journal, seen))
                {
                    return new SaveOutcome.Stale();
                }

                journal.Add(new AwayDecision { PatientId = seen.PatientId, Shelf = shelf, Kind = kind, DecidedOn = clock.Today, Until = until });
            }

            return new SaveOutcome.Saved(people.First().PatientId, Guid.Empty);
        });
    }

    /// <summary>Concludes a follow-up together, in one act with the contact in which it was said; its words are needed, and its day is the day of closing.</summary>
    /// <param name="contact">The contact; a new one.</param>
    /// <param name="seen">The person as they were on the screen. When they have come since, nothing is written; nor, with or without it, when they have left or died.</param>
    public Task<SaveOutcome> ConcludeAsync(ContactForm contact, AwaySeen? seen = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return writer.WriteAsync(ActKind.PatientClosed, contact.PatientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<Contact>(contact.DraftId) is { } before)
            {
                return before;
            }

            if (WrittenText.Clean(contact.Words) is null)
            {
                return new SaveOutcome.Refused(Refusal.NeedsContact);
            }

            if (await journal.KnownAsync<Patient>(contact.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (await journal.KnownAsync<Contact>(contact.Id) is { } known)
            {
                return await journal.AlreadyThereAsync(known.Id, contact.DraftId);
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
    }

    /// <summary>Closes a follow-up today, without an exchange.</summary>
    /// <param name="seen">The person as they were on the screen. When they have come since, or have left or died, nothing is written.</param>
    public Task<SaveOutcome> CloseOnMySideAsync(AwaySeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return writer.WriteAsync(ActKind.PatientClosed, seen.PatientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(seen.PatientId) is not { } patient)
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
    }

    /// <summary>Records news that were exchanged, and that the row is left until a date, in one act. The decision stands from today on, whenever the contact was.</summary>
    /// <param name="shelf">The shelf it was taken on.</param>
    /// <param name="contact">The contact; a new one.</param>
    /// <param name="until">The date agreed, in the future; without one the row is quiet for <see cref="AwayDecision.QuietDaysAfterContact"/> days.</param>
    /// <param name="seen">The person as they were on the screen. When they have come since, nothing is written; nor, with or without it, when they have left or died.</param>
    public Task<SaveOutcome> InTouchAsync(Shelf shelf, ContactForm contact, DateOnly? until, AwaySeen? seen = null)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return writer.WriteAsync(ActKind.AwayDecided, contact.PatientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<Contact>(contact.DraftId) is { } before)
            {
                return before;
            }

            if (await journal.KnownAsync<Patient>(contact.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (await journal.KnownAsync<Contact>(contact.Id) is { } known)
            {
                return await journal.AlreadyThereAsync(known.Id, contact.DraftId);
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
                Shelf = shelf,
                Kind = AwayDecisionKind.InTouch,
                DecidedOn = clock.Today,
                Until = until,
                ContactId = exchanged.Id,
            });
            await journal.EndDraftAsync(contact.DraftId);
            return new SaveOutcome.Saved(exchanged.Id, Guid.Empty);
        });
    }

    // Somebody who was concluded, or who has died, left every shelf at once: there is nothing left to decide.
    private static bool HasEnded(Patient patient) => patient is not { Closing: null, DeceasedOn: null };

    private static async Task<bool> CameSinceAsync(JournalContext journal, AwaySeen? seen) =>
        seen is not null && await LastHeldAsync(journal, seen.PatientId) != seen.LastVisit;

    private static Task<DateOnly?> LastHeldAsync(JournalContext journal, Guid patientId) =>
        journal.Visits.Where(visit => visit.PatientId == patientId && visit.Status == VisitStatus.Held).MaxAsync(visit => (DateOnly?)visit.HeldOn);
}

/// <summary>A person as a decision saw them.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="LastVisit">The last held visit that was on the screen.</param>
public sealed record AwaySeen(Guid PatientId, DateOnly? LastVisit);
