using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CareJournal.Storage;

/// <summary>
/// Creates the context from which <c>dotnet ef</c> reads the model. It needs only the model: no file is opened, so neither key nor
/// encrypting file system is needed.
/// </summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<JournalContext>
{
    public JournalContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<JournalContext>().UseSqlite("Data Source=:memory:").Options);
}
