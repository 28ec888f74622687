using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Settings;

/// <summary>How a <see cref="SavedView"/> lies in the file.</summary>
public sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsRecordedRow("SavedViews");
    }
}
