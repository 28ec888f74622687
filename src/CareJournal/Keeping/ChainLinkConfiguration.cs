using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Keeping;

/// <summary>Maps <see cref="ChainLink"/> to its table. It has no index beside its number: the chain is read from its beginning, and appended to at its end.</summary>
public sealed class ChainLinkConfiguration : IEntityTypeConfiguration<ChainLink>
{
    public void Configure(EntityTypeBuilder<ChainLink> builder)
    {
        builder.ToTable("ChainLinks");
        builder.HasKey(link => link.Number);
        builder.Property(link => link.Number).ValueGeneratedNever();
    }
}
