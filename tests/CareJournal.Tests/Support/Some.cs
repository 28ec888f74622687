using CareJournal.Acts;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Support;

/// <summary>Neutral data that tests start from.</summary>
public static class Some
{
    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static async Task<Guid> PatientAsync(TestJournal journal, string family = "Exemple", string given = "Dominique", string birth = "1970-05-04")
    {
        PatientForm form = new() { FamilyName = family, GivenName = given, BirthDate = Day(birth) };
        return IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form)).RowId;
    }

    public static async Task<Guid> VisitAsync(TestJournal journal, Guid patientId, string heldOn, NextStepForm? step = null, string? justifies = null, string? note = null)
    {
        VisitForm form = new() { PatientId = patientId, HeldOn = Day(heldOn), NextStep = step, JustifiesRhythm = justifies, Note = note };
        return IsSaved(await journal.Get<VisitRecorder>().RecordAsync(form)).RowId;
    }

    public static async Task<VisitAnswer> ReadAsync(TestJournal journal, Guid visitId) => (await journal.Get<VisitReader>().ReadAsync(visitId))!;

    /// <summary>The visit as a form to change it, with the note given.</summary>
    public static async Task<VisitForm> FormAsync(TestJournal journal, Guid visitId, string? note = null)
    {
        VisitForm form = (await ReadAsync(journal, visitId)).Form;
        form.Note = note ?? form.Note;
        return form;
    }

    /// <summary>The periods of a person that have a visit, oldest first, each as the days of its visits.</summary>
    public static async Task<string> PeriodsAsync(TestJournal journal, Guid patientId)
    {
        PatientTimeline timeline = (await journal.Get<TimelineReader>().ReadAsync(patientId))!;
        return string.Join(" | ", timeline.Episodes.Select(period =>
            string.Join(' ', timeline.Held.Where(visit => visit.EpisodeId == period.Episode.Id).Select(visit => visit.HeldOn.ToString("yyyy-MM-dd")))));
    }

    public static SaveOutcome.Saved IsSaved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome);

    public static ProblemKind IsInvalid(SaveOutcome outcome, string field) =>
        Assert.Single(Assert.IsType<SaveOutcome.Invalid>(outcome).Problems, problem => problem.Field == field).Kind;
}
