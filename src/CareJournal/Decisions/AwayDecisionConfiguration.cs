using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Decisions;

/// <summary>Maps <see cref="AwayDecision"/> to its table.</summary>
public sealed class AwayDecisionConfiguration : IEntityTypeConfiguration<AwayDecision>
{
    public void Configure(EntityTypeBuilder<AwayDecision> builder)
    {
        builder.AsPatientRow("AwayDecisions", nameof(AwayDecision.PatientId), nameof(AwayDecision.DecidedOn));
        builder.Property(decision => decision.AwayList).HasColumnName("Shelf");
    }
}
