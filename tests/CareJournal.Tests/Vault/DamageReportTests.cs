using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Tests.Vault;

/// <summary>The file system itself reports damage, once, whatever error SQLite returns for it; and a damaged number fills no disk.</summary>
public sealed class DamageReportTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)5, 32)];

    // What the underlying file returns, and what it was asked to write. One test at a time uses it.
    private static int _readResult;
    private static int _writes;

    private readonly VaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_flipped_bit_is_reported_once_also_where_SQLite_returns_a_general_disk_error()
    {
        var path = _folder.PathOf("journal.db");
        using (EncryptedFileSystem.UseKey(path, Key))
        {
            VaultFolder.Fill(path, 50);
            using var connection = VaultFolder.Open(path);
            VaultFolder.Execute(connection, "CREATE INDEX by_text ON note (text)");
        }

        var bytes = File.ReadAllBytes(path);
        bytes[^100] ^= 1;
        File.WriteAllBytes(path, bytes);

        var told = 0;
        using (EncryptedFileSystem.UseKey(path, Key, () => told++))
        {
            var copy = _folder.Keyed("copy.db", Key);
            for (var turn = 0; turn < 2; turn++)
            {
                using var connection = VaultFolder.Open(path);
                Assert.Equal(0, turn == 0 ? told : 0);
                Assert.ThrowsAny<SqliteException>(() => VaultFolder.Execute(connection, $"VACUUM INTO '{copy}'"));
                File.Delete(copy);
            }
        }

        Assert.Equal(1, told);
    }

    [Fact]
    public void Every_page_is_checked_also_those_that_SQLite_keeps_in_memory()
    {
        var path = _folder.PathOf("journal.db");
        var told = 0;
        using (EncryptedFileSystem.UseKey(path, Key, () => told++))
        {
            VaultFolder.Fill(path, 50);
            using var connection = VaultFolder.Open(path);
            VaultFolder.AllNotes(connection);
            Assert.Equal((0, 0), (PageCheck.CountDamaged(connection), told));

            using (var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0))
            {
                foreach (var position in (long[])[2 * PageCipher.PageSize, 4 * PageCipher.PageSize])
                {
                    stream.Position = position + 7;
                    var value = stream.ReadByte();
                    stream.Position = position + 7;
                    stream.WriteByte((byte)(value ^ 1));
                }
            }

            Assert.Equal((2, 1), (PageCheck.CountDamaged(connection), told));
        }
    }

    [Theory]
    [InlineData(Result.ReadFailed)]
    [InlineData(Result.DamagedFileSystem)]
    public unsafe void A_page_that_the_disk_does_not_give_back_is_damage_too(int answer)
    {
        _readResult = answer;
        var told = 0;
        using var file = Open(() => told++, out var behind);
        Assert.Equal(answer, file.Read((OpenFile*)&behind, new byte[PageCipher.PageSize], 8192));
        Assert.Equal(1, told);
        NativeMemory.Free(behind.Methods);
    }

    [Fact]
    public unsafe void A_gap_that_no_transaction_leaves_is_damage_and_nothing_of_it_is_written()
    {
        _writes = 0;
        var told = 0;
        using var file = Open(() => told++, out var behind);
        var page = new byte[PageCipher.PageSize];
        Assert.Equal(Result.DamagedData, file.Write((OpenFile*)&behind, page, PageCipher.PageSize + EncryptedDatabase.LongestGap + PageCipher.PageSize));
        Assert.Equal((0, 1), (_writes, told));

        // A short gap is filled, page by page, before the page itself is written.
        Assert.Equal(Result.Ok, file.Write((OpenFile*)&behind, page, 5 * PageCipher.PageSize));
        Assert.Equal((5, 1), (_writes, told));
        NativeMemory.Free(behind.Methods);
    }

    [Fact]
    public void The_longest_gap_is_four_times_what_a_connection_keeps_in_memory() =>
        Assert.True(EncryptedDatabase.LongestGap >= 4 * 1024L * JournalPragmas.CacheKibibytes);

    [Theory]
    [InlineData(RollbackHead.PageCountPosition, 0, true)]
    [InlineData(RollbackHead.PageCountPosition, 10, true)]
    [InlineData(RollbackHead.PageCountPosition, 13, true)]
    [InlineData(RollbackHead.PageCountPosition, 14, false)]
    [InlineData(RollbackHead.PageCountPosition, uint.MaxValue, false)]
    [InlineData(RollbackHead.SectorSizePosition, 512, true)]
    [InlineData(RollbackHead.SectorSizePosition, 513, false)]
    [InlineData(RollbackHead.PageSizePosition, 4096, true)]
    [InlineData(RollbackHead.PageSizePosition, 8192, false)]
    [InlineData(12, uint.MaxValue, true)]
    public void The_head_of_a_journal_can_ask_for_no_more_than_both_files_contain(int position, uint number, bool possible) =>
        Assert.Equal(possible, RollbackHead.IsPossible(position, number, 10 * PageCipher.PageSize, 512 + (3 * (PageCipher.PageSize + 8))));

    private static unsafe EncryptedDatabase Open(Action damaged, out OpenFile behind)
    {
        var methods = (FileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(FileMethods));
        methods->Read = &FakeRead;
        methods->Write = &FakeWrite;
        methods->Size = &FakeSize;
        behind = new OpenFile { Methods = methods };
        var key = new FileKey("nowhere", Key, () => { }, damaged);
        return new EncryptedDatabase(key, key.NewCipher()!);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int FakeRead(OpenFile* file, byte* destination, int count, long offset) => _readResult;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int FakeWrite(OpenFile* file, byte* source, int count, long offset)
    {
        _writes++;
        return Result.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int FakeSize(OpenFile* file, long* size)
    {
        *size = PageCipher.PageSize;
        return Result.Ok;
    }
}
