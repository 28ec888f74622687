using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Episodes;

/// <summary>How a <see cref="EpisodeOfCare"/> lies in the file.</summary>
public sealed class EpisodeOfCareConfiguration : IEntityTypeConfiguration<EpisodeOfCare>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<EpisodeOfCare> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Episodes", nameof(EpisodeOfCare.PatientId));
    }
}
