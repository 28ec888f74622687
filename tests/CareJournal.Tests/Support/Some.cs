using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Support;

/// <summary>Creates the neutral data that tests start from, and reads it back.</summary>
public static class Some
{
    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static async Task<Guid> PatientAsync(TestJournal journal, string family = "Exemple", string given = "Dominique", string birth = "1970-05-04")
    {
        PatientForm form = new() { FamilyName = family, GivenName = given, BirthDate = Day(birth) };
        return IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form)).RowId;
    }

    /// <summary>Returns the entry into which a person's entry was merged; null when it was not merged.</summary>
    public static async Task<Guid?> MergedIntoAsync(TestJournal journal, Guid patientId)
    {
        await using JournalContext context = journal.Context();
        return await context.Patients.IgnoreQueryFilters().Where(patient => patient.Id == patientId && patient.VoidedAtUtc != null).Select(patient => patient.MergedIntoId).FirstOrDefaultAsync();
    }

    public static async Task<Guid> VisitAsync(TestJournal journal, Guid patientId, string heldOn, NextStepForm? step = null, string? justifies = null, string? note = null)
    {
        VisitForm form = new() { PatientId = patientId, HeldOn = Day(heldOn), NextStep = step, JustifiesRhythm = justifies, Note = note };
        return IsSaved(await journal.Get<VisitRecorder>().RecordAsync(form)).RowId;
    }

    public static async Task<VisitAnswer> ReadAsync(TestJournal journal, Guid visitId) => (await journal.Get<VisitReader>().ReadAsync(visitId))!;

    /// <summary>Returns the visit as a form to change it, with the given note.</summary>
    public static async Task<VisitForm> FormAsync(TestJournal journal, Guid visitId, string? note = null)
    {
        VisitForm form = (await ReadAsync(journal, visitId)).Form;
        form.Note = note ?? form.Note;
        return form;
    }

    public static async Task<PatientTimeline> TimelineAsync(TestJournal journal, Guid patientId) => (await journal.Get<TimelineReader>().ReadAsync(patientId))!;

    /// <summary>Returns the reviews of a person as forms to change them, the latest first.</summary>
    public static async Task<IReadOnlyList<ReviewForm>> ReviewsAsync(TestJournal journal, Guid patientId)
    {
        PatientTimeline timeline = await TimelineAsync(journal, patientId);
        return [.. timeline.Reviews.Reverse().Select(review => review.AsForm(timeline))];
    }

    /// <summary>Returns the contacts of a person as forms to change them, the latest first.</summary>
    public static async Task<IReadOnlyList<ContactForm>> ContactsAsync(TestJournal journal, Guid patientId) =>
        [.. (await TimelineAsync(journal, patientId)).Contacts.Reverse().Select(contact => contact.AsForm(patientId))];

    /// <summary>Returns the periods of a person that have a visit, oldest first, each as the days of its visits.</summary>
    public static async Task<string> PeriodsAsync(TestJournal journal, Guid patientId)
    {
        PatientTimeline timeline = await TimelineAsync(journal, patientId);
        return string.Join(" | ", timeline.Episodes.Select(period =>
            string.Join(' ', timeline.Held.Where(visit => visit.EpisodeId == period.Episode.Id).Select(visit => visit.HeldOn.ToString("yyyy-MM-dd")))));
    }

    /// <summary>Records a decision about one person, on the present state of their follow-up.</summary>
    public static Task<SaveOutcome> DecideAsync(TestJournal journal, Guid patientId, AwayList list, AwayDecisionKind kind, DateOnly? until = null)
    {
        using JournalContext context = journal.Context();
        DateOnly? last = context.Visits.Where(visit => visit.PatientId == patientId && visit.Status == VisitStatus.Held).Max(visit => (DateOnly?)visit.HeldOn);
        return journal.Get<AwayDecisionRecorder>().DecideAsync([new AwaySeen(patientId, last)], list, kind, until);
    }

    public static SaveOutcome.Saved IsSaved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome);

    public static ProblemKind IsInvalid(SaveOutcome outcome, string field) =>
        Assert.Single(Assert.IsType<SaveOutcome.Invalid>(outcome).Problems, problem => problem.Field == field).Kind;
}
