using System.Buffers.Binary;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Keeping;

/// <summary>
/// Copies the pages of an open journal as they lie on the disk, while one goes on saving. It reads in short parts while nobody writes, and writes them while anybody
/// may; pages that were written since are read again, and the last of them together with the head. So the copy is the journal as it was at that moment, and a save waits for one part at most.
/// </summary>
internal sealed class PageCopy
{
    private const int TagStart = PageCipher.PageSize - 20;
    private const int Rounds = 20;

    private readonly JournalFile _file;
    private readonly List<UInt128> _tags = [];
    private readonly byte[] _buffer = new byte[RawPages.AtOnce * PageCipher.PageSize];
    private readonly List<long> _offsets = new(RawPages.AtOnce);

    private PageCopy(JournalFile file) => _file = file;

    /// <summary>The size of the database at the moment of the copy.</summary>
    public long Bytes { get; private set; }

    /// <summary>The last link of the record chain at the moment of the copy.</summary>
    public (long Number, byte[] Digest) Head { get; private set; }

    /// <summary>Copies the journal. Slow on a large one, or onto a slow stick.</summary>
    /// <param name="file">The open journal.</param>
    /// <param name="into">The database of the copy; it is made.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    /// <exception cref="JournalDamagedException">A page of the journal is not what was written; <see cref="JournalFile.Damaged"/> is true from then on.</exception>
    public static PageCopy Make(JournalFile file, string into, CancellationToken cancellation)
    {
        PageCopy copy = new(file);
        using SqliteConnection journal = new(JournalSchema.ConnectionString(file.Folder.DatabasePath, SqliteOpenMode.ReadWrite, pooling: false));
        journal.Open();
        JournalPragmas.Apply(journal);
        using PageChanges changes = EncryptedFileSystem.CollectChanges(file.Folder.DatabasePath);
        using FileStream written = new(into, FileMode.CreateNew, FileAccess.ReadWrite);
        copy.CopyAll(journal, written, cancellation);
        for (int round = 0; round < Rounds && changes.Count > RawPages.AtOnce; round++)
        {
            foreach (long[] part in changes.Take().Chunk(RawPages.AtOnce))
            {
                copy.Part(journal, part, written);
                cancellation.ThrowIfCancellationRequested();
            }
        }

        copy.Finish(journal, changes, written);
        return copy;
    }

    /// <summary>Whether a database has the very pages that were read from the journal, each read again from the disk and decrypted.</summary>
    public bool IsIn(SqliteConnection copy)
    {
        bool same = true;
        IEnumerable<long> all = Enumerable.Range(0, (int)(Bytes / PageCipher.PageSize)).Select(page => (long)page * PageCipher.PageSize);
        (long size, int damaged) = RawPages.Read(copy, all, (offset, page) => same &= TagOf(page.Span) == _tags[(int)(offset / PageCipher.PageSize)]);
        return same && damaged == 0 && size == Bytes;
    }

    private void CopyAll(SqliteConnection journal, FileStream written, CancellationToken cancellation)
    {
        long size = long.MaxValue;
        for (long from = 0; from < size; from += _buffer.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            long first = from;
            size = Part(journal, Enumerable.Range(0, RawPages.AtOnce).Select(page => first + ((long)page * PageCipher.PageSize)), written);
        }
    }

    private long Part(SqliteConnection journal, IEnumerable<long> offsets, FileStream written)
    {
        long size = _file.ReadPart(() => Read(journal, offsets));
        Write(written);
        return size;
    }

    // What was written since, and the head, in one turn: the copy is the journal of this moment.
    private void Finish(SqliteConnection journal, PageChanges changes, FileStream written)
    {
        _file.ReadPart(() =>
        {
            foreach (long[] part in changes.Take().Chunk(RawPages.AtOnce))
            {
                Bytes = Read(journal, part);
                Write(written);
            }

            Bytes = Read(journal, []);
            Head = HeadOf(journal);
            return Bytes;
        });
        written.SetLength(Bytes);
    }

    private long Read(SqliteConnection journal, IEnumerable<long> offsets)
    {
        _offsets.Clear();
        (long size, int damaged) = RawPages.Read(journal, offsets, (offset, page) =>
        {
            page.CopyTo(_buffer.AsMemory(_offsets.Count * PageCipher.PageSize));
            _offsets.Add(offset);
        });
#if SABOTAGE_SOURCE_CHECK
        damaged = 0;
#endif
        return damaged == 0 ? size : throw new JournalDamagedException(new IOException("A page is not what was written."));
    }

    private void Write(FileStream written)
    {
        for (int at = 0; at < _offsets.Count; at++)
        {
            ReadOnlySpan<byte> page = _buffer.AsSpan(at * PageCipher.PageSize, PageCipher.PageSize);
            int number = (int)(_offsets[at] / PageCipher.PageSize);
            while (_tags.Count <= number)
            {
                _tags.Add(default);
            }

            _tags[number] = TagOf(page);
            RandomAccess.Write(written.SafeFileHandle, page, _offsets[at]);
        }
    }

    internal static (long Number, byte[] Digest) HeadOf(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """SELECT "Number", "Digest" FROM "ChainLinks" ORDER BY "Number" DESC LIMIT 1""";
        using SqliteDataReader last = command.ExecuteReader();
        return last.Read() ? (last.GetInt64(0), last[1] as byte[] ?? []) : (0, ChainDigest.Beginning);
    }

    private static UInt128 TagOf(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt128LittleEndian(page[TagStart..]);
}
