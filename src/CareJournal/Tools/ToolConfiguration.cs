using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Tools;

/// <summary>Maps <see cref="Tool"/> and its steps to their tables.</summary>
public sealed class ToolConfiguration : IEntityTypeConfiguration<Tool>, IEntityTypeConfiguration<ToolStep>
{
    public void Configure(EntityTypeBuilder<Tool> builder)
    {
        builder.AsPatientRow("Tools", nameof(Tool.PatientId));
    }

    public void Configure(EntityTypeBuilder<ToolStep> builder)
    {
        builder.AsPatientRow("ToolSteps", nameof(ToolStep.PatientId), nameof(ToolStep.On));
        builder.HasOne<Tool>().WithMany().HasForeignKey(step => step.ToolId).OnDelete(DeleteBehavior.Restrict);
    }
}
