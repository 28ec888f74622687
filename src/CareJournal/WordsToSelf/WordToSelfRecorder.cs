using CareJournal.Storage;

namespace CareJournal.WordsToSelf;

/// <summary>Records what the person dictates for when it overflows, in addition to what was dictated before.</summary>
public sealed class WordToSelfRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a word, or changes one.</summary>
    public Task<SaveOutcome> RecordAsync(WordToSelfForm form) =>
        writer.RecordAsync(
            (ActKind.WordToSelfRecorded, ActKind.WordToSelfChanged),
            form,
            () => new WordToSelf { Id = form.Id, PatientId = form.PatientId },
            (word, life) => word.Describe(form, clock.Today, life));

    /// <summary>Declares a word entered in error: the one before it is current again.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<WordToSelf>(ActKind.WordToSelfVoided, id, revision);
}
