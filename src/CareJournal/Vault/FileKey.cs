using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>The key of one database file, and the ciphers that the open files made from it.</summary>
internal sealed class FileKey : IDisposable
{
    private readonly Lock _gate = new();
    private readonly byte[] _key = GC.AllocateArray<byte>(PageCipher.KeySize, pinned: true);
    private readonly HashSet<PageCipher> _ciphers = [];
    private readonly Action _forget;
    private bool _isZeroed;
    private bool _isForgotten;

    public FileKey(ReadOnlySpan<byte> key, Action forget)
    {
        key.CopyTo(_key);
        _forget = forget;
    }

    /// <summary>A cipher for one open file, or <c>null</c> when the key is gone already.</summary>
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

    /// <summary>Zeroes the key and blinds the files that are still open.</summary>
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
