using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Absences;

/// <summary>Maps <see cref="AbsenceNote"/> to its table.</summary>
public sealed class AbsenceNoteConfiguration : IEntityTypeConfiguration<AbsenceNote>
{
    public void Configure(EntityTypeBuilder<AbsenceNote> builder)
    {
        builder.AsPatientRow("AbsenceNotes", nameof(AbsenceNote.PatientId), nameof(AbsenceNote.From));
        builder.Property(note => note.ReportedOn).HasColumnName("ToldOn");
    }
}
