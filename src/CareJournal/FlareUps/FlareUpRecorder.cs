using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.FlareUps;

/// <summary>Records flare-ups as they are told.</summary>
public sealed class FlareUpRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a flare-up.</summary>
    public Task<SaveOutcome> RecordAsync(FlareUpForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.RecordAsync(
            (ActKind.FlareUpRecorded, ActKind.FlareUpChanged),
            form.PatientId,
            (form.Id, form.Revision),
            () => new FlareUp { Id = form.Id, PatientId = form.PatientId },
            (flareUp, life) => flareUp.Describe(form, clock.Today, life),
            form.DraftId);
    }

    /// <summary>Declares a flare-up entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<FlareUp>(ActKind.FlareUpVoided, id, revision);
}
