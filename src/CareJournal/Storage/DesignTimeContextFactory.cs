using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareJournal.Storage;

/// <summary>
/// Makes the context that <c>dotnet ef</c> reads the model from. The model is all that is asked for: no file is opened, so neither key nor
/// encrypting file system is needed.
/// </summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<JournalContext>
{
    /// <inheritdoc/>
    public JournalContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<JournalContext>().UseSqlite("Data Source=:memory:").Options);
}
