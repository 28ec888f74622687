using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Episodes;

/// <summary>Maps <see cref="EpisodeOfCare"/> to its table.</summary>
public sealed class EpisodeOfCareConfiguration : IEntityTypeConfiguration<EpisodeOfCare>
{
    public void Configure(EntityTypeBuilder<EpisodeOfCare> builder)
    {
        builder.AsPatientRow("Episodes", nameof(EpisodeOfCare.PatientId));
    }
}
