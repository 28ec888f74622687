using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.NextSteps;

/// <summary>How a <see cref="NextStep"/> lies in the file.</summary>
public sealed class NextStepConfiguration : IEntityTypeConfiguration<NextStep>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<NextStep> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("NextSteps", nameof(NextStep.PatientId), nameof(NextStep.SaidOn), nameof(NextStep.Number));

        // Voided steps too: the next number counts them.
        builder.HasIndex(nameof(NextStep.PatientId), nameof(NextStep.SaidOn), nameof(NextStep.Number)).HasFilter(null);
        builder.Ignore(step => step.Agreement);
    }
}
