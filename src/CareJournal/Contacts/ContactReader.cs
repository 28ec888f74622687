using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Contacts;

/// <summary>Reads the news that were exchanged with one person.</summary>
public sealed class ContactReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>All contacts of a person as forms to change them, the latest first.</summary>
    public async Task<IReadOnlyList<ContactForm>> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<Contact> contacts = await journal.Contacts.AsNoTracking().Where(contact => contact.PatientId == patientId).ToListAsync();
        return [.. contacts.OrderByDescending(contact => contact.On).ThenByDescending(contact => contact.Id).Select(contact => new ContactForm
        {
            Id = contact.Id,
            PatientId = contact.PatientId,
            Revision = contact.Revision,
            On = contact.On,
            Channel = contact.Channel,
            From = contact.From,
            Words = contact.Words,
            Hidden = contact.Hidden,
            ThirdParty = contact.ThirdParty,
        })];
    }
}
