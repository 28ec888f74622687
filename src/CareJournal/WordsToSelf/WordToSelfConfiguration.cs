using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.WordsToSelf;

/// <summary>How a <see cref="WordToSelf"/> lies in the file.</summary>
public sealed class WordToSelfConfiguration : IEntityTypeConfiguration<WordToSelf>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<WordToSelf> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("WordsToSelf", nameof(WordToSelf.PatientId), nameof(WordToSelf.On));
    }
}
