using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Decisions;

/// <summary>How a <see cref="AwayDecision"/> lies in the file.</summary>
public sealed class AwayDecisionConfiguration : IEntityTypeConfiguration<AwayDecision>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<AwayDecision> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("AwayDecisions", nameof(AwayDecision.PatientId), nameof(AwayDecision.DecidedOn));
    }
}
