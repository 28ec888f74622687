using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Settings;

/// <summary>How a <see cref="Snippet"/> lies in the file. The recorder answers a name that is taken; the file itself would refuse it too.</summary>
public sealed class SnippetConfiguration : IEntityTypeConfiguration<Snippet>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Snippet> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsRecordedRow("Snippets");
        builder.HasIndex(snippet => snippet.Folded).IsUnique().HasFilter(RecordedRowConfiguration.NotVoided);
    }
}
