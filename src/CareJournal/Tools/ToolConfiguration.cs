using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Tools;

/// <summary>How a <see cref="Tool"/> and its steps lie in the file.</summary>
public sealed class ToolConfiguration : IEntityTypeConfiguration<Tool>, IEntityTypeConfiguration<ToolStep>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Tool> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Tools", nameof(Tool.PatientId));
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ToolStep> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("ToolSteps", nameof(ToolStep.PatientId), nameof(ToolStep.On));
        builder.HasOne<Tool>().WithMany().HasForeignKey(step => step.ToolId).OnDelete(DeleteBehavior.Restrict);
    }
}
