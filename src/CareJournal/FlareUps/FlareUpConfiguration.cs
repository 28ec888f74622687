using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.FlareUps;

/// <summary>Maps <see cref="FlareUp"/> to its table.</summary>
public sealed class FlareUpConfiguration : IEntityTypeConfiguration<FlareUp>
{
    public void Configure(EntityTypeBuilder<FlareUp> builder)
    {
        builder.AsPatientRow("FlareUps", nameof(FlareUp.PatientId));
        builder.Property(flareUp => flareUp.ReportedOn).HasColumnName("ToldOn");
    }
}
