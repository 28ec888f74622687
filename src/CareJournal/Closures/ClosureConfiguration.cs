using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Closures;

/// <summary>How a <see cref="Closure"/> lies in the file.</summary>
public sealed class ClosureConfiguration : IEntityTypeConfiguration<Closure>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsRecordedRow("Closures");
        builder.Ignore(closure => closure.Span);
    }
}
