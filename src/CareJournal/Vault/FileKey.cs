using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>The key of one database file, the ciphers that the open files made from it, and whether any of them found damage.</summary>
internal sealed class FileKey : IDisposable
{
    private readonly Lock _gate = new();
    private readonly byte[] _key = GC.AllocateArray<byte>(PageCipher.KeySize, pinned: true);
    private readonly HashSet<PageCipher> _ciphers = [];
    private readonly string _path;
    private readonly Action _forget;
    private readonly Action? _damaged;
    private byte[] _pageOne = new byte[PageOneSize];
    private RollbackTransaction? _transaction;
    private nint _exclusiveFile;
    private bool _isZeroed;
    private bool _isForgotten;
    private bool _isDamaged;
    private PageChanges? _changes;

    /// <summary>The size of <see cref="PageOne"/> in bytes.</summary>
    public const int PageOneSize = PageCipher.NonceSize + PageCipher.TagSize;

    /// <param name="path">The database, as SQLite names it.</param>
    /// <param name="key">32 bytes; copied.</param>
    /// <param name="forget">Called once, when the key is released.</param>
    /// <param name="damaged">Called at most once, during a read or a write: it may record the damage, and must neither wait nor throw.</param>
    public FileKey(string path, ReadOnlySpan<byte> key, Action forget, Action? damaged)
    {
        key.CopyTo(_key);
        _path = path;
        _forget = forget;
        _damaged = damaged;
    }

    /// <summary>The present size of the database on disk in bytes; 0 when there is none yet.</summary>
    public long DatabaseSize => new FileInfo(_path) is { Exists: true } file ? file.Length : 0;

    /// <summary>
    /// Nonce and tag of page 1 as it was last read or written; zeros while the database is empty. They name the state of the database: every transaction writes
    /// page 1 anew. A connection reads it whenever it begins to read or to write, so it is never older than the disk.
    /// </summary>
    public byte[] PageOne
    {
        get => Volatile.Read(ref _pageOne);
        set => Volatile.Write(ref _pageOne, value);
    }

    /// <summary>The transaction that has a rollback journal, or that is being rolled back from one; one at a time, by SQLite's own locks.</summary>
    public RollbackTransaction? Transaction => Volatile.Read(ref _transaction);

    /// <summary>The database as the system opened it for the connection that holds it alone; 0 while none does.</summary>
    public nint ExclusiveFile
    {
        get => Volatile.Read(ref _exclusiveFile);
        set => Volatile.Write(ref _exclusiveFile, value);
    }

    /// <summary>Sets the transaction that is running.</summary>
    public void Begin(RollbackTransaction transaction) => Volatile.Write(ref _transaction, transaction);

    /// <summary>Ends a transaction, unless another one has begun already.</summary>
    public void End(RollbackTransaction? transaction) => Interlocked.CompareExchange(ref _transaction, null, transaction);

    /// <summary>
    /// Reports that bytes of the database or of its rollback journal are not what was written. Called at once, since SQLite may take it
    /// for a general fault of the disk, or for the end of the journal, or ignore it.
    /// </summary>
    public void ReportDamage()
    {
        bool isFirst = !Interlocked.Exchange(ref _isDamaged, true);
#if SABOTAGE_DAMAGE_LATCH
        isFirst = false;
#endif
        if (isFirst)
        {
            _damaged?.Invoke();
        }
    }

    /// <summary>Collects, from now on, which pages of the database are written; <c>null</c> collects no more. One collection at a time.</summary>
    public void Collect(PageChanges? changes) => Volatile.Write(ref _changes, changes);

    /// <summary>Reports that a page of the database is about to be written.</summary>
    public void ReportWritten(long offset) => Volatile.Read(ref _changes)?.Add(offset);

    /// <summary>Creates a cipher for one open file; <c>null</c> when the key is gone already.</summary>
    public PageCipher? NewCipher()
    {
        lock (_gate)
        {
            if (_isZeroed)
            {
                return null;
            }

            var cipher = new PageCipher(_key);
            _ciphers.Add(cipher);
            return cipher;
        }
    }

    public void Return(PageCipher cipher)
    {
        lock (_gate)
        {
            _ciphers.Remove(cipher);
        }

        cipher.Dispose();
    }

    /// <summary>Zeroes the key and disables the files that are still open.</summary>
    public void Zero()
    {
        lock (_gate)
        {
            _isZeroed = true;
            CryptographicOperations.ZeroMemory(_key);
            foreach (var cipher in _ciphers)
            {
                cipher.Dispose();
            }

            _ciphers.Clear();
        }
    }

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isForgotten, true))
        {
            _forget();
            Zero();
        }
    }
}
