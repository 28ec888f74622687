using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Goals;

/// <summary>Maps <see cref="Goal"/> and its steps to their tables.</summary>
public sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>, IEntityTypeConfiguration<GoalStep>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.AsPatientRow("Goals", nameof(Goal.PatientId));
    }

    public void Configure(EntityTypeBuilder<GoalStep> builder)
    {
        builder.AsPatientRow("GoalSteps", nameof(GoalStep.PatientId), nameof(GoalStep.On));
        builder.HasOne<Goal>().WithMany().HasForeignKey(step => step.GoalId).OnDelete(DeleteBehavior.Restrict);
    }
}
