using CareJournal.Storage;

namespace CareJournal.Absences;

/// <summary>Records how a pause was and why there was no session.</summary>
public sealed class AbsenceNoteRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes an absence note.</summary>
    public Task<SaveOutcome> RecordAsync(AbsenceNoteForm form) =>
        writer.RecordAsync(
            (ActKind.AbsenceNoteRecorded, ActKind.AbsenceNoteRecorded),
            form,
            () => new AbsenceNote { Id = form.Id, PatientId = form.PatientId },
            (note, life) => note.Describe(form, clock.Today, life));
}
