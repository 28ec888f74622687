using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Absences;

/// <summary>How a <see cref="AbsenceNote"/> lies in the file.</summary>
public sealed class AbsenceNoteConfiguration : IEntityTypeConfiguration<AbsenceNote>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<AbsenceNote> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("AbsenceNotes", nameof(AbsenceNote.PatientId), nameof(AbsenceNote.From));
        builder.Ignore(note => note.Span);
    }
}
