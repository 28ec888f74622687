using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Measures;

/// <summary>Maps <see cref="Measure"/> to its table.</summary>
public sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        // A covering index of all that a curve is drawn from: a timeline reads its answers from a few pages.
        builder.AsPatientRow("Measures", nameof(Measure.PatientId), nameof(Measure.TakenOn), nameof(Measure.Instrument), nameof(Measure.Value), nameof(Measure.VoidedAtUtc));
        builder.HasIndex(measure => measure.VisitId).HasFilter(RecordedRowConfiguration.NotVoided);
    }
}
