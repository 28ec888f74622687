using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Goals;

/// <summary>How a <see cref="Goal"/> and its steps lie in the file.</summary>
public sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>, IEntityTypeConfiguration<GoalStep>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Goals", nameof(Goal.PatientId));
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<GoalStep> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("GoalSteps", nameof(GoalStep.PatientId), nameof(GoalStep.On));
        builder.HasOne<Goal>().WithMany().HasForeignKey(step => step.GoalId).OnDelete(DeleteBehavior.Restrict);
    }
}
