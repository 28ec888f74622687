using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Conditions;

/// <summary>Records reasons for follow-up.</summary>
public sealed class ConditionRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a reason for follow-up.</summary>
    public Task<SaveOutcome> RecordAsync(ConditionForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.RecordAsync(
            (ActKind.ConditionRecorded, ActKind.ConditionRecorded),
            form.PatientId,
            (form.Id, form.Revision),
            () => new Condition { Id = form.Id, PatientId = form.PatientId },
            (condition, life) => condition.Describe(form, clock.Today, life));
    }
}
