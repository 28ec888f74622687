using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Measures;

/// <summary>How a <see cref="Measure"/> lies in the file.</summary>
public sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Measures", nameof(Measure.PatientId), nameof(Measure.TakenOn));
        builder.HasIndex(measure => measure.VisitId).HasFilter(RecordedRowConfiguration.NotVoided);
    }
}
