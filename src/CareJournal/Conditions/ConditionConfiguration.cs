using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Conditions;

/// <summary>Maps <see cref="Condition"/> to its table.</summary>
public sealed class ConditionConfiguration : IEntityTypeConfiguration<Condition>
{
    public void Configure(EntityTypeBuilder<Condition> builder)
    {
        builder.AsPatientRow("Conditions", nameof(Condition.PatientId));
    }
}
