using CareJournal.Storage;

namespace CareJournal.Conditions;

/// <summary>Records reasons for follow-up.</summary>
public sealed class ConditionRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a reason for follow-up.</summary>
    public Task<SaveOutcome> RecordAsync(ConditionForm form) =>
        writer.RecordAsync(
            (ActKind.ConditionRecorded, ActKind.ConditionRecorded),
            form,
            () => new Condition { Id = form.Id, PatientId = form.PatientId },
            (condition, life) => condition.Describe(form, clock.Today, life));
}
