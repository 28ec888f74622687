using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Settings;

/// <summary>How a <see cref="PracticeSettings"/> lies in the file.</summary>
public sealed class PracticeSettingsConfiguration : IEntityTypeConfiguration<PracticeSettings>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PracticeSettings> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsRecordedRow("Settings");
    }
}
