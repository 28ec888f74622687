using CareJournal.Storage;

namespace CareJournal.LifeEvents;

/// <summary>Records life events as they are reported.</summary>
public sealed class LifeEventRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a life event.</summary>
    public Task<SaveOutcome> RecordAsync(LifeEventForm form) =>
        writer.RecordAsync(
            (ActKind.LifeEventRecorded, ActKind.LifeEventChanged),
            form,
            () => new LifeEvent { Id = form.Id, PatientId = form.PatientId },
            (lifeEvent, life) => lifeEvent.Describe(form, clock.Today, life));

    /// <summary>Declares a life event entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<LifeEvent>(ActKind.LifeEventVoided, id, revision);
}
