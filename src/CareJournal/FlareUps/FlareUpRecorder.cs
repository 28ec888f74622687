using CareJournal.Storage;

namespace CareJournal.FlareUps;

/// <summary>Records flare-ups as they are reported.</summary>
public sealed class FlareUpRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a flare-up.</summary>
    public Task<SaveOutcome> RecordAsync(FlareUpForm form) =>
        writer.RecordAsync(
            (ActKind.FlareUpRecorded, ActKind.FlareUpChanged),
            form,
            () => new FlareUp { Id = form.Id, PatientId = form.PatientId },
            (flareUp, life) => flareUp.Describe(form, clock.Today, life));

    /// <summary>Declares a flare-up entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<FlareUp>(ActKind.FlareUpVoided, id, revision);
}
