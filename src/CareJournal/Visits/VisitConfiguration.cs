using CareJournal.Episodes;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Visits;

/// <summary>Maps <see cref="Visit"/> to its table.</summary>
public sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        // With VoidedAtUtc in the index, the days of everybody are read from it alone, without the notes in the table.
        builder.AsPatientRow("Visits", nameof(Visit.PatientId), nameof(Visit.HeldOn), nameof(Visit.Status), nameof(Visit.VoidedAtUtc));
        builder.HasIndex(visit => new { visit.HeldOn, visit.Status }).HasFilter(RecordedRowConfiguration.NotVoided);

        // The first session of every period is read from this index alone.
        builder.HasIndex(visit => new { visit.EpisodeId, visit.Status, visit.HeldOn, visit.VoidedAtUtc });
        builder.HasOne<EpisodeOfCare>().WithMany().HasForeignKey(visit => visit.EpisodeId).OnDelete(DeleteBehavior.Restrict);
    }
}
