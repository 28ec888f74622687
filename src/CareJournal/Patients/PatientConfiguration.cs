using CareJournal.Measures;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Patients;

/// <summary>Maps <see cref="Patient"/> to its table. Names are searched in memory, so they need no index.</summary>
public sealed class PatientConfiguration : IEntityTypeConfiguration<Patient>
{
    private const char Separator = ',';

    public void Configure(EntityTypeBuilder<Patient> builder)
    {
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
