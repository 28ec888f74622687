using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Contacts;

/// <summary>Maps <see cref="Contact"/> to its table.</summary>
public sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.AsPatientRow("Contacts", nameof(Contact.PatientId), nameof(Contact.On));
    }
}
