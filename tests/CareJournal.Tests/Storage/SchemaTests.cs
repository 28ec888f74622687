using System.Globalization;
using CareJournal.Support;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

public sealed class SchemaTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public void The_migrations_describe_the_model()
    {
        using JournalContext context = _journal.Context();
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: dotnet ef migrations add Name --project src/CareJournal --output-dir Storage/Migrations");
    }

    [Fact]
    public void The_journals_of_all_tests_come_from_the_migrations()
    {
        using JournalContext context = _journal.Context();
        Assert.Equal(context.Database.GetMigrations(), context.Database.GetAppliedMigrations());
        Assert.Empty(context.Database.GetPendingMigrations());
    }

    [Fact]
    public void The_file_has_its_application_id_and_its_version()
    {
        Assert.Equal(0x434A524E, _journal.Ask<long>("PRAGMA application_id"));
        Assert.Equal(JournalSchema.Version, _journal.Ask<long>("PRAGMA user_version"));
        Assert.Equal(4096, _journal.Ask<long>("PRAGMA page_size"));
        Assert.Equal("ok", _journal.Ask<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public void Durability_is_set_on_every_connection()
    {
        List<JournalContext> contexts = [.. Enumerable.Range(0, 8).Select(_ => _journal.Context())];
        try
        {
            foreach (JournalContext context in contexts)
            {
                context.Database.OpenConnection();
            }

            Assert.Equal(8, contexts.Select(context => ((SqliteConnection)context.Database.GetDbConnection()).Handle).Distinct().Count());
            foreach (SqliteConnection connection in contexts.Select(context => (SqliteConnection)context.Database.GetDbConnection()))
            {
                Assert.Equal("delete", Pragma(connection, "journal_mode"));
                Assert.Equal("3", Pragma(connection, "synchronous"));
                Assert.Equal("1", Pragma(connection, "secure_delete"));
                Assert.Equal("1", Pragma(connection, "foreign_keys"));
                Assert.Equal("2", Pragma(connection, "temp_store"));
            }
        }
        finally
        {
            contexts.ForEach(context => context.Dispose());
        }
    }

    [Fact]
    public void A_connection_that_comes_back_from_the_pool_is_set_up_again()
    {
        using (JournalContext careless = _journal.Context())
        {
            careless.Database.OpenConnection();
            careless.Database.ExecuteSqlRaw("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;");
        }

        using JournalContext next = _journal.Context();
        next.Database.OpenConnection();
        Assert.Equal("3", Pragma((SqliteConnection)next.Database.GetDbConnection(), "synchronous"));
        Assert.Equal("1", Pragma((SqliteConnection)next.Database.GetDbConnection(), "foreign_keys"));
    }

    [Fact]
    public void A_connection_on_which_SQLite_does_not_apply_the_pragmas_is_refused()
    {
        // A write-ahead log cannot be left while another connection reads it.
        string path = Path.Combine(Directory.CreateTempSubdirectory("carejournal-test-").FullName, "plain.db");
        using SqliteConnection one = new($"Data Source={path};Pooling=False");
        one.Open();
        using SqliteCommand wal = one.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode = wal; CREATE TABLE t (x); BEGIN; SELECT * FROM t;";
        wal.ExecuteNonQuery();
        using SqliteConnection other = new($"Data Source={path};Pooling=False;Default Timeout=1");
        other.Open();
        Assert.ThrowsAny<Exception>(() => JournalPragmas.Apply(other));
        one.Dispose();
        other.Dispose();
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Foreign_keys_are_enforced_by_the_file_itself()
    {
        SqliteException refused = Assert.Throws<SqliteException>(() =>
        {
            using JournalContext context = _journal.Context();
            context.Database.ExecuteSqlRaw("UPDATE \"Settings\" SET \"Id\" = \"Id\"; INSERT INTO \"RowVersions\" (\"Id\", \"ActId\", \"Table\", \"RowId\", \"RevisionAfter\") VALUES (x'01', x'02', 'x', x'03', 1)");
        });
        Assert.Equal(787, refused.SqliteExtendedErrorCode);
    }

    [Fact]
    public void Every_page_reserves_space_for_its_nonce_and_tag()
    {
        _journal.Run("PRAGMA user_version");
        Assert.Equal(0, new FileInfo(_journal.File.Folder.DatabasePath).Length % PageCipher.PageSize);
    }

    private static string? Pragma(SqliteConnection connection, string name)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
