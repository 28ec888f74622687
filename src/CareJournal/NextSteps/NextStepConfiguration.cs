using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.NextSteps;

/// <summary>Maps <see cref="NextStep"/> to its table.</summary>
public sealed class NextStepConfiguration : IEntityTypeConfiguration<NextStep>
{
    public void Configure(EntityTypeBuilder<NextStep> builder)
    {
        builder.AsPatientRow("NextSteps", nameof(NextStep.PatientId), nameof(NextStep.SaidOn), nameof(NextStep.Number));

        // Voided steps are indexed too: the next number counts them.
        builder.HasIndex(nameof(NextStep.PatientId), nameof(NextStep.SaidOn), nameof(NextStep.Number)).HasFilter(null);
        builder.Ignore(step => step.Agreement);
    }
}
