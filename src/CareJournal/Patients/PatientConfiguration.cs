using CareJournal.Measures;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Patients;

/// <summary>How a <see cref="Patient"/> lies in the file. Names are searched in memory, so they need no index.</summary>
public sealed class PatientConfiguration : IEntityTypeConfiguration<Patient>
{
    private const char Separator = ',';

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Patient> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsRecordedRow("Patients");
        builder.Ignore(patient => patient.Name);
        builder.Ignore(patient => patient.Life);
        builder.Property(patient => patient.OwnScales).HasConversion(
            scales => string.Join(Separator, scales),
            text => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Instrument>).ToArray(),
            new ValueComparer<IReadOnlyList<Instrument>>(
                (one, other) => one!.SequenceEqual(other!),
                scales => scales.Aggregate(0, HashCode.Combine),
                scales => scales.ToArray()));
    }
}
