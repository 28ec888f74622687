using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.LifeEvents;

/// <summary>How a <see cref="LifeEvent"/> lies in the file.</summary>
public sealed class LifeEventConfiguration : IEntityTypeConfiguration<LifeEvent>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<LifeEvent> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("LifeEvents", nameof(LifeEvent.PatientId));
    }
}
