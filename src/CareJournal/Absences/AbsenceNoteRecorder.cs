using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Absences;

/// <summary>Records how a pause was and why there was no session.</summary>
public sealed class AbsenceNoteRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes an absence note.</summary>
    public Task<SaveOutcome> RecordAsync(AbsenceNoteForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.RecordAsync(
            (ActKind.AbsenceNoteRecorded, ActKind.AbsenceNoteRecorded),
            form.PatientId,
            (form.Id, form.Revision),
            () => new AbsenceNote { Id = form.Id, PatientId = form.PatientId },
            (note, _) => note.Describe(form, clock.Today),
            form.DraftId);
    }
}
