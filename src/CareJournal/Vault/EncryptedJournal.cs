using System.Buffers.Binary;
using System.Security.Cryptography;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// The rollback journal. Its pages are encrypted, each bound to its place, its number and its transaction; its heads are authenticated and count the records of all of it.
/// <para>While its own transaction runs it is read as it was written. One that a crash left is judged as a whole (<see cref="RollbackPlan"/>) before SQLite reads a single number of
/// it, and SQLite is then given the numbers of that judgement: a rollback is complete, or it is refused and nothing is changed.</para>
/// </summary>
internal sealed unsafe class EncryptedJournal : EncryptedFile
{
    private readonly List<(long Offset, uint Records)> _heads = [];
    private readonly byte[] _first = new byte[RollbackHead.Size];
    private readonly byte[] _last = new byte[RollbackHead.Size];
    private RollbackTransaction? _transaction;
    private RollbackPlan? _plan;

    // The page number that was written or read last, and the checksum of the page behind it.
    private long _numberAt = -1;
    private uint _number;
    private uint _checksum;

    public EncryptedJournal(FileKey key, PageCipher cipher)
        : base(key, cipher)
    {
    }

    public override int Read(OpenFile* behind, Span<byte> destination, long offset)
    {
        // Whether there is a journal at all is asked without a lock, by its first byte: another connection may be writing it.
        var isGlance = destination.Length == 1 && offset == 0;
        var result = isGlance || _transaction is not null ? ReadOwn(behind, destination, offset) : ReadLeftOver(behind, destination, offset);
        if (IsDamage(result))
        {
            Key.ReportDamage();
        }

        return result;
    }

    public override int Write(OpenFile* behind, ReadOnlySpan<byte> source, long offset) => source.Length switch
    {
        PageCipher.PageSize => WritePage(behind, source, offset),
        RollbackHead.Size => WriteHead(behind, source, offset),
        RollbackHead.CountedSize => WriteCount(behind, source, offset),
        RollbackRecord.NumberSize => WriteNumber(behind, source, offset),
        1 => WriteBehind(behind, source, offset),
        // Above all the zeros with which PERSIST would end a transaction: such a journal could not be told from one whose head the disk lost.
        _ => Result.WriteFailed,
    };

    public override int Sizing(OpenFile* behind)
    {
        // A journal that is shorter than a head SQLite takes for an empty one, and deletes it.
        if (_transaction is not null || Key.ExclusiveFile == 0)
        {
            return Result.Ok;
        }

        _plan ??= Judge(behind);
        if (_plan.Verdict != RollbackVerdict.Damaged)
        {
            return Result.Ok;
        }

        Key.ReportDamage();
        return Result.DamagedData;
    }

    public override void Truncated(long size)
    {
        if (size == 0)
        {
            End();
        }
    }

    public override void Dispose()
    {
        End();
        base.Dispose();
    }

    private void End()
    {
        Key.End(_transaction);
        (_transaction, _plan, _numberAt) = (null, null, -1);
        _heads.Clear();
    }

    private int WriteHead(OpenFile* behind, ReadOnlySpan<byte> head, long offset)
    {
        if (offset == 0)
        {
            End();
            _transaction = RollbackTransaction.Begin();
            Key.Begin(_transaction);
        }
        else if (_transaction is null)
        {
            return Result.WriteFailed;
        }

        head.CopyTo(_last);
        RollbackHead.Complete(_last, _transaction.Id, offset == 0 ? Key.PageOne : RollbackHead.PageOne(_first), Counted());
        Cipher.Sign(_last, offset);
        _heads.Add((offset, 0));
        if (offset == 0)
        {
            _last.CopyTo(_first, 0);
        }

        return WriteBehind(behind, _last, offset);
    }

    /// <summary>SQLite counts the records of its newest head once they are on the disk; the first head counts them too, so that a later one cannot be cut off unseen.</summary>
    private int WriteCount(OpenFile* behind, ReadOnlySpan<byte> counted, long offset)
    {
        if (_transaction is null || _heads.Count == 0 || _heads[^1].Offset != offset)
        {
            return Result.WriteFailed;
        }

        _heads[^1] = (offset, BinaryPrimitives.ReadUInt32BigEndian(counted[RollbackHead.RecordsPosition..]));
        counted.CopyTo(_last);
        var result = WriteSigned(behind, _last, offset);
        if (offset == 0)
        {
            _last.CopyTo(_first, 0);
        }

        return result == Result.Ok && offset > 0 ? WriteSigned(behind, _first, 0) : result;
    }

    private int WriteSigned(OpenFile* behind, byte[] head, long offset)
    {
        RollbackHead.Count(head, Counted());
        Cipher.Sign(head, offset);
        return WriteBehind(behind, head, offset);
    }

    private uint Counted()
    {
        var records = 0u;
        foreach (var head in _heads)
        {
            records += head.Records;
        }

        return records;
    }

    private int WriteNumber(OpenFile* behind, ReadOnlySpan<byte> number, long offset)
    {
        (_numberAt, _number) = (offset, BinaryPrimitives.ReadUInt32BigEndian(number));
        return WriteBehind(behind, number, offset);
    }

    private int WritePage(OpenFile* behind, ReadOnlySpan<byte> page, long offset)
    {
        Span<byte> nonce = stackalloc byte[PageCipher.NonceSize];
        if (_transaction is null || _numberAt != offset - RollbackRecord.NumberSize || !_transaction.TryNextRecord(nonce))
        {
            return Result.WriteFailed;
        }

        Cipher.EncryptRecord(offset, _number, page, Scratch, nonce);
        return WriteBehind(behind, Scratch, offset);
    }

    private int ReadOwn(OpenFile* behind, Span<byte> destination, long offset)
    {
        var result = ReadBehind(behind, destination, offset);
        return result == Result.Ok && destination.Length == PageCipher.PageSize ? Decrypt(behind, destination, offset, _transaction!.Id) : result;
    }

    private int ReadLeftOver(OpenFile* behind, Span<byte> destination, long offset)
    {
        _plan ??= Judge(behind);
        return _plan.Verdict switch
        {
            RollbackVerdict.Damaged => Result.DamagedData,
            RollbackVerdict.Former => ReadFormer(behind, destination, offset),
            RollbackVerdict.Complete => ReadComplete(behind, destination, offset),
            // Without its magic SQLite takes it for the end, restores nothing and deletes the journal.
            _ => Zeros(destination),
        };
    }

    // SQLite rolls back only while it holds the database alone.
    private RollbackPlan Judge(OpenFile* behind)
    {
        if (Key.ExclusiveFile == 0)
        {
            return new RollbackPlan(RollbackVerdict.Damaged, [], 0, []);
        }

        using var journal = RawFile.Opened(behind);
        using var database = RawFile.Opened((OpenFile*)Key.ExclusiveFile);
        var plan = RollbackPlan.Of(journal, database, Cipher);
        if (plan.Verdict == RollbackVerdict.Complete)
        {
            Key.Begin(RollbackTransaction.LeftBehind(plan.Transaction));
        }

        return plan;
    }

    private int ReadComplete(OpenFile* behind, Span<byte> destination, long offset)
    {
        foreach (var (start, records) in _plan!.Segments)
        {
            if (offset >= start && offset < start + RollbackHead.Size)
            {
                return ReadHead(destination, (int)(offset - start), records);
            }
        }

        if (destination.Length == RollbackHead.Magic.Length)
        {
            return Zeros(destination);
        }

        if (destination.Length == RollbackRecord.NumberSize && offset == _numberAt + RollbackRecord.NumberSize + PageCipher.PageSize)
        {
            BinaryPrimitives.WriteUInt32BigEndian(destination, _checksum);
            return Result.Ok;
        }

        var result = ReadBehind(behind, destination, offset);
        return result != Result.Ok || destination.Length < PageCipher.PageSize ? result : Decrypt(behind, destination, offset, _plan.Transaction);
    }

    private int ReadHead(Span<byte> destination, int position, uint records)
    {
        Span<byte> head = stackalloc byte[RollbackHead.Size];
        head.Clear();
        RollbackHead.Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt32BigEndian(head[RollbackHead.RecordsPosition..], records);
        BinaryPrimitives.WriteUInt32BigEndian(head[RollbackHead.PageCountPosition..], _plan!.PageCount);
        BinaryPrimitives.WriteUInt32BigEndian(head[RollbackHead.SectorSizePosition..], RollbackHead.Size);
        BinaryPrimitives.WriteUInt32BigEndian(head[RollbackHead.PageSizePosition..], PageCipher.PageSize);
        if (position + destination.Length > head.Length)
        {
            return Result.DamagedData;
        }

        head.Slice(position, destination.Length).CopyTo(destination);
        return Result.Ok;
    }

    private int Decrypt(OpenFile* behind, Span<byte> page, long offset, ReadOnlySpan<byte> transaction)
    {
        Span<byte> number = stackalloc byte[RollbackRecord.NumberSize];
        var result = ReadBehind(behind, number, offset - RollbackRecord.NumberSize);
        if (result != Result.Ok)
        {
            return result;
        }

        (_numberAt, _number) = (offset - RollbackRecord.NumberSize, BinaryPrimitives.ReadUInt32BigEndian(number));
        if (!RollbackTransaction.IsOf(page.Slice(PageCipher.ContentSize, PageCipher.NonceSize), transaction) || !Cipher.TryDecryptRecord(offset, _number, page))
        {
            return Result.DamagedData;
        }

        _checksum = RollbackRecord.Checksum(0, page);
        return Result.Ok;
    }

    /// <summary>Reads the journal of an earlier program: its pages are encrypted without their number, its head is plain.</summary>
    private int ReadFormer(OpenFile* behind, Span<byte> destination, long offset)
    {
        var result = ReadBehind(behind, destination, offset);
        if (result != Result.Ok)
        {
            return result;
        }

        if (destination.Length == PageCipher.PageSize)
        {
            return Cipher.TryDecrypt(PageHome.Journal, offset, destination) ? Result.Ok : Result.DamagedData;
        }

        long size;
        var isNumber = destination.Length == RollbackHead.NumberSize && offset < RollbackHead.Size;
        return !isNumber || (behind->Methods->Size(behind, &size) == Result.Ok && RollbackHead.IsPossible(offset, BinaryPrimitives.ReadUInt32BigEndian(destination), Key.DatabaseSize, size))
            ? Result.Ok
            : Result.DamagedData;
    }

    private static int Zeros(Span<byte> destination)
    {
        destination.Clear();
        return Result.Ok;
    }
}
