using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Acts;

/// <summary>Maps <see cref="Act"/> and <see cref="RowVersion"/> to their tables.</summary>
public sealed class ActConfiguration : IEntityTypeConfiguration<Act>, IEntityTypeConfiguration<RowVersion>
{
    public void Configure(EntityTypeBuilder<Act> builder)
    {
        builder.ToTable("Acts");
        builder.HasKey(act => act.Id);
        builder.Property(act => act.Id).ValueGeneratedNever();
        builder.HasIndex(act => new { act.Kind, act.AtUtc });
        builder.HasIndex(act => act.AtUtc);
        builder.HasIndex(act => act.UndoesActId);
        builder.HasIndex(act => act.DraftId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RowVersion> builder)
    {
        builder.ToTable("RowVersions");
        builder.HasKey(version => version.Id);
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.HasIndex(version => version.ActId);
        builder.HasIndex(version => version.RowId);
        builder.HasOne<Act>().WithMany().HasForeignKey(version => version.ActId).OnDelete(DeleteBehavior.Restrict);
    }
}
