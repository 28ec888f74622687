using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.WordsToSelf;

/// <summary>Maps <see cref="WordToSelf"/> to its table.</summary>
public sealed class WordToSelfConfiguration : IEntityTypeConfiguration<WordToSelf>
{
    public void Configure(EntityTypeBuilder<WordToSelf> builder)
    {
        builder.AsPatientRow("WordsToSelf", nameof(WordToSelf.PatientId), nameof(WordToSelf.On));
    }
}
