using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Keeping;

/// <summary>Maps <see cref="CopyPlace"/> to its table.</summary>
public sealed class CopyPlaceConfiguration : IEntityTypeConfiguration<CopyPlace>
{
    public void Configure(EntityTypeBuilder<CopyPlace> builder) => builder.AsRecordedRow("CopyPlaces");
}
