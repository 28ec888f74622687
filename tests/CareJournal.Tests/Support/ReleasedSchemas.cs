using System.Globalization;
using System.Text;
using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareJournal.Support;

/// <summary>
/// The journals of every schema that was ever written, each as the SQL of its tables and rows in <c>Storage/Released</c>. They are kept as they are: a change to the
/// migrations, to the model or to the digests of the record chain that no longer opens them is found.
/// </summary>
internal static class ReleasedSchemas
{
    /// <summary>Set to a folder, the test of the present schema writes its file there; see CONTRIBUTING.md.</summary>
    public const string WriteVariable = "CAREJOURNAL_WRITE_SCHEMA";

    /// <summary>The key under which the chains of the files were computed.</summary>
    public static byte[] ChainKey => Master().Derive(ChainDigest.KeyPurpose);

    /// <summary>Returns the text of a schema's file; <c>null</c> where there is none.</summary>
    public static string? Read(long version)
    {
        using Stream? file = typeof(ReleasedSchemas).Assembly.GetManifestResourceStream(NameOf(version));
        return file is null ? null : new StreamReader(file, Encoding.UTF8).ReadToEnd();
    }

    /// <summary>Returns the name of a schema's file.</summary>
    public static string NameOf(long version) => string.Create(CultureInfo.InvariantCulture, $"schema-{version}.sql");

    /// <summary>Makes the encrypted journal of a schema in an empty folder; the passphrase opens it.</summary>
    public static void PutInto(JournalFolder folder, long version, string passphrase)
    {
        using MasterKey master = Master();
        KeyHeader.Create(master, Passphrase.From(passphrase), TestJournal.Code, new DateOnly(2026, 12, 1), FewestRounds.Quick, isConfirmed: true).WriteTo(folder.KeyHeaderPath);
        using IDisposable key = EncryptedFileSystem.UseKey(folder.DatabasePath, master.Derive(JournalFile.FileKeyPurpose));
        using SqliteConnection connection = Empty(folder.DatabasePath, version);
        Run(connection, Read(version)!);
        if (version >= JournalSchema.FirstWithHead)
        {
            HeadFile.Replace(folder.HeadPath, master.Derive(HeadFile.KeyPurpose), HeadKeeper.LastOf(connection)!);
        }
    }

    /// <summary>Returns the statements that make the tables and indexes of a file, in a fixed order.</summary>
    public static IReadOnlyList<string> Structure(SqliteConnection connection) =>
        [.. Texts(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY type = 'index', name")];

    /// <summary>Returns the text of a file of an earlier or of the present schema, with as many rows of a journal as its tables can hold.</summary>
    public static string Write(TestJournal journal, long version)
    {
        string path = Path.Combine(journal.File.Folder.Path, "released.db");
        using IDisposable key = EncryptedFileSystem.UseKey(path, new byte[32]);
        using (Empty(path, version))
        {
        }

        using (JournalContext context = new(JournalSchema.Options(path, pooling: false)))
        {
            context.GetService<IMigrator>().Migrate(context.Database.GetMigrations().ElementAt((int)version - 1));
        }

        using SqliteConnection connection = Open(path);
        using (JournalContext recorded = journal.Context())
        {
            // The chain of the journal at hand was computed under a key that no other has.
            recorded.Database.ExecuteSqlRaw("DELETE FROM \"ChainLinks\"");
            RecordChain.AppendMissing(recorded, ChainKey, new DateTime(2026, 12, 1, 8, 0, 0, DateTimeKind.Utc));
        }

        Run(connection, $"ATTACH DATABASE '{journal.File.Folder.DatabasePath}' AS recorded");
        StringBuilder text = new();
        foreach (string statement in Structure(connection))
        {
            text.Append(statement).Append(";\n");
        }

        foreach (string table in JournalDigest.TablesOf(connection).Keys.Append("__EFMigrationsHistory"))
        {
            string from = table == "__EFMigrationsHistory" ? "main" : "recorded";
            string columns = string.Join(", ", Texts(connection, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') ORDER BY cid"));
            string values = columns.Replace(", ", ") || ', ' || quote(", StringComparison.Ordinal);
            foreach (string row in Texts(connection, $"SELECT quote({values}) FROM {from}.\"{table}\" ORDER BY 1"))
            {
                text.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" ({columns}) VALUES ({row});\n");
            }
        }

        return text.ToString();
    }

    private static MasterKey Master() => MasterKey.From([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    private static SqliteConnection Empty(string path, long version)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(path, SqliteOpenMode.ReadWriteCreate, pooling: false));
        connection.Open();
        EncryptedFileSystem.ReservePages(connection);
        JournalPragmas.Apply(connection);
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA foreign_keys = OFF; PRAGMA application_id = {JournalSchema.ApplicationId}; PRAGMA user_version = {version};"));
        return connection;
    }

    private static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false));
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
