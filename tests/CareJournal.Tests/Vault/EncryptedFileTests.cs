using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Tests.Vault;

/// <summary>An encrypted database: what is read from it, what its file shows, how a damaged one fails.</summary>
public sealed class EncryptedFileTests : IDisposable
{
    private const string Canary = "coquelicot-éphémère";
    private const int NotADatabase = 26;
    private const int DamagedData = 8202;

    private readonly VaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_again_by_a_later_connection()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50, Canary);

        using var connection = VaultFolder.Open(path);

        Assert.Equal(50, VaultFolder.Ask<long>(connection, $"SELECT count(*) FROM note WHERE text LIKE '%{Canary}%'"));
        Assert.Equal("ok", VaultFolder.Ask<string>(connection, "PRAGMA integrity_check"));
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16le")]
    [InlineData("UTF-16be")]
    public void The_file_shows_no_word_of_what_is_in_it(string encoding)
    {
        var path = _folder.Keyed("journal.db");
        using (var connection = VaultFolder.Open(path))
        {
            EncryptedFileSystem.ReservePages(connection);
            VaultFolder.Execute(connection, $"PRAGMA encoding = '{encoding}'; CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note (text) VALUES ('{Canary}')");
        }

        Assert.Empty(_folder.FilesThatShow(Canary));
        Assert.Empty(_folder.FilesThatShow("SQLite format"));
        Assert.Empty(_folder.FilesThatShow("CREATE TABLE"));
    }

    [Fact]
    public void Another_key_is_distinguished_from_damage()
    {
        var path = _folder.PathOf("journal.db");
        using (EncryptedFileSystem.UseKey(path, new byte[32]))
        {
            VaultFolder.Fill(path, 50);
        }

        using (EncryptedFileSystem.UseKey(path, [.. Enumerable.Repeat((byte)1, 32)]))
        {
            Assert.Equal(NotADatabase, Fault(path).SqliteErrorCode);
        }
    }

    [Fact]
    public void Every_flipped_byte_of_the_file_is_found_when_its_page_is_read()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50);
        using var connection = VaultFolder.Open(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        var missed = new List<long>();
        var wrongCode = new List<long>();
        var page = new byte[PageCipher.PageSize];
        for (var position = 0L; position < stream.Length; position++)
        {
            Flip(stream, position);
            var start = position - (position % PageCipher.PageSize);
            var result = ReadBytes(connection, page, start);
            Flip(stream, position);
            if (result == Result.Ok)
            {
                missed.Add(position);
            }
            else if (result != (start == 0 ? NotADatabase : DamagedData))
            {
                wrongCode.Add(position);
            }
        }

        Assert.True(stream.Length >= 5 * PageCipher.PageSize);
        Assert.Empty(missed);
        Assert.Empty(wrongCode);
    }

    [Fact]
    public void Reading_all_notes_from_a_file_with_a_flipped_byte_fails_and_never_shows_another_text()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50);
        var whole = VaultFolder.AllNotes(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        for (var position = 0L; position < stream.Length; position += 61)
        {
            Flip(stream, position);
            var fault = Fault(path);
            Flip(stream, position);

            Assert.True(fault.SqliteExtendedErrorCode == (position < PageCipher.PageSize ? NotADatabase : DamagedData), $"byte {position}: {fault.Message}");
        }

        Assert.Equal(whole, VaultFolder.AllNotes(path));
    }

    [Theory]
    [InlineData(4096, DamagedData)]
    [InlineData(4000, DamagedData)]
    [InlineData(0, NotADatabase)]
    public void A_page_left_blank_by_the_disk_is_damage_and_not_an_empty_page(long offset, int expected)
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Position = offset;
            stream.Write(new byte[PageCipher.PageSize]);
        }

        Assert.Equal(offset == 4000 ? NotADatabase : expected, Fault(path).SqliteExtendedErrorCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(4096)]
    [InlineData(10000)]
    public void A_file_that_was_cut_short_is_refused(int missing)
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50);
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.SetLength(stream.Length - missing);
        }

        Assert.True(Fault(path).SqliteErrorCode is 10 or 11);
    }

    [Fact]
    public void A_piece_of_a_page_is_cut_out_of_the_decrypted_page()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50);
        using var connection = VaultFolder.Open(path);
        var first = new byte[PageCipher.PageSize];
        var third = new byte[PageCipher.PageSize];
        Assert.Equal(Result.Ok, ReadBytes(connection, first, 0));
        Assert.Equal(Result.Ok, ReadBytes(connection, third, 8192));

        Assert.Equal("SQLite format 3\0"u8, first.AsSpan(0, 16));
        Assert.Equal(PageCipher.ReservedBytes, first[20]);
        Assert.Equal(first[..100], Piece(connection, 0, 100));
        Assert.Equal(first[24..40], Piece(connection, 24, 16));
        Assert.Equal(third[..4064], Piece(connection, 8192, 4064));
        Assert.Equal(third[4..1004], Piece(connection, 8196, 1000));
        Assert.All(first[4064..], reserved => Assert.Equal(0, reserved));
    }

    [Fact]
    public void Past_the_end_there_are_zeros_and_a_piece_across_two_pages_is_refused()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 50);
        using var connection = VaultFolder.Open(path);
        var piece = Enumerable.Repeat((byte)7, 100).ToArray();

        Assert.Equal(Result.ShortRead, ReadBytes(connection, piece, new FileInfo(path).Length));
        Assert.All(piece, value => Assert.Equal(0, value));
        Assert.Equal(Result.ReadFailed, ReadBytes(connection, piece, 4090));
    }

    [Fact]
    public void Pages_that_SQLite_never_wrote_can_be_copied_too()
    {
        var path = _folder.Keyed("journal.db");
        using var connection = VaultFolder.Create(path);
        VaultFolder.Execute(connection, """
            PRAGMA secure_delete = OFF;
            BEGIN;
            CREATE TABLE gone (text TEXT);
            INSERT INTO gone SELECT hex(randomblob(4000)) FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]');
            CREATE TABLE kept (text TEXT);
            INSERT INTO kept VALUES ('x');
            DROP TABLE gone;
            INSERT INTO note (text) VALUES ('still here');
            COMMIT
            """);
        using var copy = VaultFolder.Open(_folder.Keyed("copy.db"));

        connection.BackupDatabase(copy);

        Assert.True(VaultFolder.Ask<long>(connection, "PRAGMA freelist_count") > 10);
        Assert.Equal("ok", VaultFolder.Ask<string>(copy, "PRAGMA integrity_check"));
        Assert.Equal(VaultFolder.AllNotes(connection), VaultFolder.AllNotes(copy));
    }

    [Fact]
    public async Task Eight_connections_write_and_read_at_once()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Create(path).Dispose();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            using var connection = VaultFolder.Open(path);
            VaultFolder.Execute(connection, "PRAGMA synchronous = OFF");
            for (var number = 0; number < 40; number++)
            {
                VaultFolder.Execute(connection, $"BEGIN IMMEDIATE; INSERT INTO note (text) VALUES ('{writer} {number} {new string('y', 2000)}'); COMMIT");
                Assert.True(VaultFolder.Ask<long>(connection, $"SELECT count(*) FROM note WHERE text LIKE '{writer} %'") == number + 1);
            }
        })));

        using var later = VaultFolder.Open(path);
        Assert.Equal(320, VaultFolder.Ask<long>(later, "SELECT count(*) FROM note"));
        Assert.Equal("ok", VaultFolder.Ask<string>(later, "PRAGMA integrity_check"));
    }

    private static SqliteException Fault(string path) => Assert.ThrowsAny<SqliteException>(() => VaultFolder.AllNotes(path));

    private static void Flip(FileStream stream, long position)
    {
        stream.Position = position;
        var value = stream.ReadByte();
        stream.Position = position;
        stream.WriteByte((byte)(value ^ (1 << (int)(position % 8))));
        stream.Flush();
    }

    private static byte[] Piece(SqliteConnection connection, long offset, int length)
    {
        var piece = new byte[length];
        Assert.Equal(Result.Ok, ReadBytes(connection, piece, offset));
        return piece;
    }

    /// <summary>Reads from the open file itself, as SQLite does.</summary>
    private static unsafe int ReadBytes(SqliteConnection connection, byte[] destination, long offset)
    {
        const int FilePointer = 7;
        OpenFile* file;
        fixed (byte* main = "main\0"u8)
        fixed (byte* bytes = destination)
        {
            Assert.Equal(Result.Ok, sqlite3_file_control(connection.Handle!.DangerousGetHandle(), main, FilePointer, &file));
            return file->Methods->Read(file, bytes, destination.Length, offset);
        }
    }
}
