using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.FlareUps;

/// <summary>How a <see cref="FlareUp"/> lies in the file.</summary>
public sealed class FlareUpConfiguration : IEntityTypeConfiguration<FlareUp>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<FlareUp> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("FlareUps", nameof(FlareUp.PatientId));
    }
}
