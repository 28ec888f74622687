using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Contacts;

/// <summary>Records news that were exchanged without a visit.</summary>
public sealed class ContactRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records or changes a contact.</summary>
    public Task<SaveOutcome> RecordAsync(ContactForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.RecordAsync(
            (ActKind.ContactRecorded, ActKind.ContactChanged),
            form.PatientId,
            (form.Id, form.Revision),
            () => new Contact { Id = form.Id, PatientId = form.PatientId },
            (contact, life) => contact.Describe(form, clock.Today, life),
            form.DraftId);
    }

    /// <summary>Declares a contact entered in error. A decision of the follow-up review that was taken with it stands.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) => writer.VoidAsync<Contact>(ActKind.ContactVoided, id, revision);
}
