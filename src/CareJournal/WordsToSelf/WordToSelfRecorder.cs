using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.WordsToSelf;

/// <summary>Records what the person dictates for the day it overflows, beside what was dictated before.</summary>
public sealed class WordToSelfRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a word, or changes one.</summary>
    public Task<SaveOutcome> RecordAsync(WordToSelfForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.RecordAsync(
            (ActKind.WordToSelfRecorded, ActKind.WordToSelfChanged),
            form.PatientId,
            (form.Id, form.Revision),
            () => new WordToSelf { Id = form.Id, PatientId = form.PatientId },
            (word, life) => word.Describe(form, clock.Today, life),
            form.DraftId);
    }

    /// <summary>Declares a word entered in error: the one before it stands again.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<WordToSelf>(ActKind.WordToSelfVoided, id, revision);
}
