using CareJournal.Storage;

namespace CareJournal.Contacts;

/// <summary>Records news exchanged without a visit.</summary>
public sealed class ContactRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a contact.</summary>
    public Task<SaveOutcome> RecordAsync(ContactForm form) =>
        writer.RecordAsync(
            (ActKind.ContactRecorded, ActKind.ContactChanged),
            form,
            () => new Contact { Id = form.Id, PatientId = form.PatientId },
            (contact, life) => contact.Describe(form, clock.Today, life));

    /// <summary>Declares a contact entered in error. A decision of the follow-up review that was taken with it remains in force.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<Contact>(ActKind.ContactVoided, id, revision);
}
