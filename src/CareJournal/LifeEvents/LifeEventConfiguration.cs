using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.LifeEvents;

/// <summary>Maps <see cref="LifeEvent"/> to its table.</summary>
public sealed class LifeEventConfiguration : IEntityTypeConfiguration<LifeEvent>
{
    public void Configure(EntityTypeBuilder<LifeEvent> builder)
    {
        builder.AsPatientRow("LifeEvents", nameof(LifeEvent.PatientId));
        builder.Property(lifeEvent => lifeEvent.ReportedOn).HasColumnName("ToldOn");
    }
}
