using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CareJournal.Support;

/// <summary>Makes a journal file as the first version wrote it: the tables of its one migration, with rows that were really recorded.</summary>
public static class FirstVersion
{
    private const string Migration = "FirstSchema";

    /// <summary>Replaces the file of a locked journal with one of version 1, with every row that its tables can contain.</summary>
    public static void PutInPlaceOf(JournalFolder folder, string passphrase)
    {
        string path = folder.DatabasePath + ".first";
        byte[] key = KeyOf(folder, passphrase);
        using (EncryptedFileSystem.UseKey(path, key))
        using (EncryptedFileSystem.UseKey(folder.DatabasePath, key))
        {
            using (SqliteConnection marks = Open(path, SqliteOpenMode.ReadWriteCreate))
            {
                EncryptedFileSystem.ReservePages(marks);
                JournalPragmas.Apply(marks);
                Run(marks, $"PRAGMA application_id = {JournalSchema.ApplicationId}; PRAGMA user_version = 1;");
            }

            using (JournalContext context = new(JournalSchema.Options(path, pooling: false)))
            {
                context.GetService<IMigrator>().Migrate(Migration);
            }

            using SqliteConnection rows = Open(path, SqliteOpenMode.ReadWrite);
            Run(rows, $"PRAGMA foreign_keys = OFF; ATTACH DATABASE '{folder.DatabasePath}' AS recorded;");
            foreach ((string table, IReadOnlyList<string> columns) in JournalDigest.TablesOf(rows))
            {
                string list = string.Join(", ", columns.Select(column => $"\"{column}\""));
                Run(rows, $"INSERT INTO main.\"{table}\" ({list}) SELECT {list} FROM recorded.\"{table}\"");
            }
        }

        File.Move(path, folder.DatabasePath, overwrite: true);
        File.Delete(folder.HeadPath);
    }

    /// <summary>Returns the key of the journal's database file.</summary>
    public static byte[] KeyOf(JournalFolder folder, string passphrase)
    {
        KeyHeader header = ((KeyHeaderAnswer.Found)KeyHeader.ReadFrom(folder.KeyHeaderPath, KeyStretching.ForTests(1))).Header;
        using MasterKey master = header.Unlock(passphrase)!;
        return master.Derive(JournalFile.FileKeyPurpose);
    }

    /// <summary>Opens an unpooled connection to a file whose key is registered.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(path, mode, pooling: false));
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
