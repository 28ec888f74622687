using System.Buffers.Binary;
using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

/// <summary>Rollback journals as a crash leaves them, written by hand: every page of a database as it was before a transaction.</summary>
internal static class LeftJournal
{
    public static readonly byte[] Key = [.. Enumerable.Repeat((byte)9, 32)];

    /// <summary>As a program from before decision 18 leaves it.</summary>
    public static byte[] Former(byte[] database, byte[] key)
    {
        using var cipher = new PageCipher(key);
        return Of(database, cipher, _ => { }, (offset, _, page, stored) => cipher.Encrypt(PageHome.Journal, offset, page, stored));
    }

    /// <summary>As this program leaves it, for the transaction that wrote page 1 of the changed database.</summary>
    public static byte[] Signed(byte[] database, byte[] changed, byte[] key)
    {
        using var cipher = new PageCipher(key);
        var transaction = RollbackTransaction.LeftBehind(changed.AsSpan(PageCipher.ContentSize, RollbackTransaction.IdSize));
        return Of(
            database,
            cipher,
            head =>
            {
                RollbackHead.Complete(head, transaction.Id, database.AsSpan(PageCipher.ContentSize, FileKey.PageOneSize), (uint)(database.Length / PageCipher.PageSize));
                cipher.Sign(head, 0);
            },
            (offset, number, page, stored) =>
            {
                var nonce = new byte[PageCipher.NonceSize];
                Assert.True(transaction.TryNextRecord(nonce));
                cipher.EncryptRecord(offset, number, page, stored, nonce);
            });
    }

    private static byte[] Of(byte[] database, PageCipher cipher, Action<byte[]> complete, Action<long, uint, byte[], byte[]> store)
    {
        var pages = database.Length / PageCipher.PageSize;
        using var journal = new MemoryStream();
        var head = new byte[RollbackHead.Size];
        RollbackHead.Magic.CopyTo(head);
        uint[] numbers = [(uint)pages, 0, (uint)pages, RollbackHead.Size, PageCipher.PageSize];
        for (var place = 0; place < numbers.Length; place++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(RollbackHead.RecordsPosition + (4 * place)), numbers[place]);
        }

        complete(head);
        journal.Write(head);
        for (var number = 1; number <= pages; number++)
        {
            var offset = (number - 1) * (long)PageCipher.PageSize;
            var page = database.AsSpan((int)offset, PageCipher.PageSize).ToArray();
            Assert.True(cipher.TryDecrypt(PageHome.Database, offset, page));
            var stored = new byte[PageCipher.PageSize];
            store(journal.Length + 4, (uint)number, page, stored);
            journal.Write(Number((uint)number));
            journal.Write(stored);
            journal.Write(Number(RollbackRecord.Checksum(0, page)));
        }

        return journal.ToArray();
    }

    private static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
