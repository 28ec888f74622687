using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Conditions;

/// <summary>How a <see cref="Condition"/> lies in the file.</summary>
public sealed class ConditionConfiguration : IEntityTypeConfiguration<Condition>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Condition> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Conditions", nameof(Condition.PatientId));
    }
}
