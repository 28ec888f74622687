using CareJournal.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Storage;

/// <summary>Configures what every recorded row has in the file: its key, its revision, and the filter that removes a voided row from every list.</summary>
public static class RecordedRowConfiguration
{
    /// <summary>The filter of every index over recorded rows; it repeats what EF writes for <see cref="AsRecordedRow{T}"/>, otherwise the index is not used.</summary>
    public const string NotVoided = "\"VoidedAtUtc\" IS NULL";

    /// <summary>Maps a recorded row to a table.</summary>
    public static void AsRecordedRow<T>(this EntityTypeBuilder<T> builder, string table)
        where T : RecordedRow
    {
        builder.ToTable(table);
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasQueryFilter(row => row.VoidedAtUtc == null);
    }

    /// <summary>Maps a row that belongs to one person, with the index by which a person's record is read.</summary>
    /// <param name="builder">The entity.</param>
    /// <param name="table">Its table.</param>
    /// <param name="index">The columns of the index, the person first.</param>
    public static void AsPatientRow<T>(this EntityTypeBuilder<T> builder, string table, params string[] index)
        where T : PatientRow
    {
        builder.AsRecordedRow(table);
        builder.HasOne<Patient>().WithMany().HasForeignKey(row => row.PatientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(index).HasFilter(NotVoided);
    }
}
