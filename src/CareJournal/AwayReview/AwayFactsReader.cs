using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads the facts that the review judges people by: flat rows by index, assembled in memory.</summary>
internal static class AwayFactsReader
{
    /// <summary>Reads everybody, or one person.</summary>
    public static IEnumerable<AwayFacts> Read(IDbContextFactory<JournalContext> journals, Guid? only)
    {
        using JournalContext journal = journals.CreateDbContext();
        int threshold = journal.Settings.Select(settings => settings.GapThreshold).First();
        var people = journal.Patients
            .Where(patient => only == null || patient.Id == only)
            .Select(patient => new { patient.Id, patient.Closing, patient.ClosedOn, patient.DeceasedOn, patient.CheckInConsent, patient.AskedFrom })
            .ToList();

        ILookup<Guid, DateOnly> held = Days(journal, VisitStatus.Held, only);
        ILookup<Guid, DateOnly> planned = Days(journal, VisitStatus.Planned, only);
        ILookup<Guid, NextStepFact> steps = Of(journal.NextSteps, only)
            .Select(step => new { step.PatientId, step.SaidOn, step.Number, step.Kind, step.Days, step.BackBy, step.ReviewOn, HasReason = step.Reason != null, step.DecidedBy })
            .OrderBy(step => step.PatientId).ThenBy(step => step.SaidOn).ThenBy(step => step.Number)
            .AsEnumerable()
            .ToLookup(step => step.PatientId, step => new NextStepFact(
                new Agreement(step.SaidOn, step.Number, step.Days, step.BackBy), step.Kind, step.ReviewOn, step.HasReason, step.DecidedBy));
        Dictionary<Guid, DateOnly> reviews = Of(journal.Reviews, only)
            .Where(review => review.JustifiesRhythm != null)
            .GroupBy(review => review.PatientId)
            .Select(group => new { group.Key, Last = group.Max(review => review.TakenOn) })
            .ToDictionary(review => review.Key, review => review.Last);
        ILookup<Guid, AwayDecision> decisions = Of(journal.AwayDecisions, only).AsNoTracking().ToLookup(decision => decision.PatientId);

        foreach (var person in people)
        {
            NextStepFact[] said = [.. steps[person.Id]];
            DateOnly[] days = [.. held[person.Id]];
            yield return new AwayFacts(person.Id, days, VisitCourse.Create(days, said.Select(step => step.Agreement), threshold), said)
            {
                Closed = person.Closing is not null || person.DeceasedOn is not null,
                Closing = person.Closing,
                ClosedOn = person.ClosedOn,
                DeceasedOn = person.DeceasedOn,
                CheckIn = person.CheckInConsent,
                Planned = [.. planned[person.Id]],
                AskedFrom = person.AskedFrom,
                LastReview = reviews.TryGetValue(person.Id, out DateOnly last) ? last : null,
                Decisions = [.. decisions[person.Id]],
            };
        }
    }

    private static IQueryable<T> Of<T>(IQueryable<T> rows, Guid? only)
        where T : PatientRow =>
        only is { } id ? rows.Where(row => row.PatientId == id) : rows;

    private static ILookup<Guid, DateOnly> Days(JournalContext journal, VisitStatus status, Guid? only) =>
        Of(journal.Visits, only)
            .Where(visit => visit.Status == status)
            .OrderBy(visit => visit.PatientId).ThenBy(visit => visit.HeldOn)
            .Select(visit => new { visit.PatientId, visit.HeldOn })
            .AsEnumerable()
            .ToLookup(visit => visit.PatientId, visit => visit.HeldOn);
}
