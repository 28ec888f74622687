// Writes the next migration of the journal's database, from the difference between its model and the last migration:
//
//     dotnet run --project tests/CareJournal.Migrations -- NameOfMigration
//
// The files appear in src/CareJournal/Storage/Migrations. Read them before committing them. A migration that has not been
// committed is undone by deleting its two files and restoring JournalContextModelSnapshot.cs.

using System.Reflection;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name] || !name.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetterUpper(name.FirstOrDefault()))
{
    Console.Error.WriteLine("One argument is wanted: the migration's name, such as AddWaitingList.");
    return 2;
}

var folder = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(metadata => string.Equals(metadata.Key, "StorageFolder", StringComparison.Ordinal)).Value!;

// The model is all that is asked for: no database is opened, so neither key nor encrypting file system is needed.
var options = new DbContextOptionsBuilder<JournalContext>().UseSqlite("Data Source=:memory:").Options;

// A context of its own: the question leaves its copy of the last snapshot in a state that scaffolding reads as an empty
// database, and the migration would then create every table a second time.
await using (var question = new JournalContext(options))
{
    if (!question.Database.HasPendingModelChanges())
    {
        Console.Error.WriteLine("The last migration already describes the model: nothing to write.");
        return 1;
    }
}

await using var context = new JournalContext(options);
var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
await using var provider = services.BuildServiceProvider();

var scaffolder = provider.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, typeof(JournalContext).Namespace, subNamespace: "Migrations");
var files = scaffolder.Save(folder, migration, outputDir: null, dryRun: false);

Console.WriteLine($"{files.MigrationFile}\n{files.MetadataFile}\n{files.SnapshotFile}");
return 0;
