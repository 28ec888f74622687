using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Closures;

/// <summary>Maps <see cref="Closure"/> to its table.</summary>
public sealed class ClosureConfiguration : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.AsRecordedRow("Closures");
        builder.Ignore(closure => closure.Span);
    }
}
