using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Settings;

/// <summary>Maps <see cref="Snippet"/> to its table. The recorder refuses a name that is taken; so does the unique index.</summary>
public sealed class SnippetConfiguration : IEntityTypeConfiguration<Snippet>
{
    public void Configure(EntityTypeBuilder<Snippet> builder)
    {
        builder.AsRecordedRow("Snippets");
        builder.HasIndex(snippet => snippet.Folded).IsUnique().HasFilter(RecordedRowConfiguration.NotVoided);
    }
}
