using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Contacts;

/// <summary>How a <see cref="Contact"/> lies in the file.</summary>
public sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Contacts", nameof(Contact.PatientId), nameof(Contact.On));
    }
}
