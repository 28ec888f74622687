using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// One transaction of a database: nine random bytes with which the nonces of its pages in the rollback journal begin, and those of page 1 in the database as long as
/// it runs. So a left-over journal is recognised as that of this database in this state, and every page in it as one of this transaction.
/// <para>The other three bytes of a nonce are a counter: below 2^23 for pages of the journal, from there for page 1, and from 2^23 + 2^22 for page 1 while a later process
/// rolls the transaction back, which cannot know how far the first one had come.</para>
/// </summary>
internal sealed class RollbackTransaction
{
    /// <summary>The size of <see cref="Id"/> in bytes.</summary>
    public const int IdSize = 9;

    private const int Records = 1 << 23;
    private const int PageOnes = 1 << 22;

    private readonly byte[] _id;
    private readonly bool _isRolledBack;
    private int _records;
    private int _pageOnes;

    private RollbackTransaction(byte[] id, bool isRolledBack)
    {
        _id = id;
        _isRolledBack = isRolledBack;
    }

    /// <summary>Nine random bytes.</summary>
    public ReadOnlySpan<byte> Id => _id;

    /// <summary>Begins a new transaction.</summary>
    public static RollbackTransaction Begin() => new(RandomNumberGenerator.GetBytes(IdSize), isRolledBack: false);

    /// <summary>The transaction of a left-over journal, which is being rolled back.</summary>
    public static RollbackTransaction LeftBehind(ReadOnlySpan<byte> id) => new(id.ToArray(), isRolledBack: true);

    /// <summary>Whether a nonce is one of this transaction.</summary>
    public static bool IsOf(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> id) => nonce[..IdSize].SequenceEqual(id);

    /// <summary>Writes the nonce for the next page of the journal; <c>false</c> after 8,388,608 of them (32 GiB).</summary>
    public bool TryNextRecord(Span<byte> nonce) => TryWrite(nonce, 0, _records++, Records);

    /// <summary>Writes the nonce for page 1 of the database; <c>false</c> after 4,194,304 of them.</summary>
    public bool TryNextPageOne(Span<byte> nonce) => _isRolledBack
        ? TryWrite(nonce, Records + PageOnes, RandomNumberGenerator.GetInt32(PageOnes), PageOnes)
        : TryWrite(nonce, Records, _pageOnes++, PageOnes);

    private bool TryWrite(Span<byte> nonce, int first, int count, int most)
    {
        if (count >= most)
        {
            return false;
        }

        Span<byte> counter = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(counter, first + count);
        _id.CopyTo(nonce);
        counter[1..].CopyTo(nonce[IdSize..]);
        return true;
    }
}
