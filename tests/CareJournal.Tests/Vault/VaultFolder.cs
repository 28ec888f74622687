using System.Security.Cryptography;
using System.Text;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Tests.Vault;

/// <summary>A folder for one test, with encrypted databases in it; its keys are unregistered and its files deleted afterwards.</summary>
internal sealed class VaultFolder : IDisposable
{
    private readonly List<IDisposable> _keys = [];

    public VaultFolder()
    {
        EncryptedFileSystem.Register();
        Root = Directory.CreateTempSubdirectory("carejournal-vault-").FullName;
    }

    public string Root { get; }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Registers a key for a path, random unless given, and returns the path.</summary>
    public string Keyed(string name, byte[]? key = null)
    {
        var path = PathOf(name);
        _keys.Add(EncryptedFileSystem.UseKey(path, key ?? RandomNumberGenerator.GetBytes(32)));
        return path;
    }

    public static SqliteConnection Open(string path, string? fileSystem = EncryptedFileSystem.Name)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False" + (fileSystem is null ? "" : $";Vfs={fileSystem}"));
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Create(string path)
    {
        var connection = Open(path);
        EncryptedFileSystem.ReservePages(connection);
        Execute(connection, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        return connection;
    }

    /// <summary>Makes a small database of several pages: notes 1 … <paramref name="notes"/>, one of them longer than a page.</summary>
    public static void Fill(string path, int notes, string word = "séance")
    {
        using var connection = Create(path);
        using var transaction = connection.BeginTransaction();
        for (var number = 1; number <= notes; number++)
        {
            Execute(connection, $"INSERT INTO note (text) VALUES ('{number} {word} {new string('x', number == 1 ? 9000 : 300)}')");
        }

        transaction.Commit();
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static T Ask<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public static string AllNotes(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, text FROM note ORDER BY id";
        using var reader = command.ExecuteReader();
        var all = new StringBuilder();
        while (reader.Read())
        {
            all.Append(reader.GetInt64(0)).Append(reader.GetString(1)).Append('\n');
        }

        return all.ToString();
    }

    public static string AllNotes(string path)
    {
        using var connection = Open(path);
        return AllNotes(connection);
    }

    /// <summary>Returns the names of the files in the folder that contain the word, in UTF-8 or in UTF-16.</summary>
    public IReadOnlyList<string> FilesThatShow(string word) =>
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => Shows(ReadShared(file), word))
            .Select(file => Path.GetFileName(file)),
    ];

    public static bool Shows(byte[] bytes, string word) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0
        || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0
        || bytes.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes(word)) >= 0;

    public static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }

        Directory.Delete(Root, recursive: true);
    }
}
