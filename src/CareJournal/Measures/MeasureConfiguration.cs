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

        // With all that a curve is drawn from in the index, a timeline reads its answers from a few pages.
        builder.AsPatientRow("Measures", nameof(Measure.PatientId), nameof(Measure.TakenOn), nameof(Measure.Instrument), nameof(Measure.Value), nameof(Measure.VoidedAtUtc));
        builder.HasIndex(measure => measure.VisitId).HasFilter(RecordedRowConfiguration.NotVoided);
    }
}
