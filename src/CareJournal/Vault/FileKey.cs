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
    private bool _isZeroed;
    private bool _isForgotten;
    private bool _isDamaged;
    private PageChanges? _changes;

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
