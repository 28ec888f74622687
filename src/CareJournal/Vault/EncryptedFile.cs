using System.Security.Cryptography;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// An open file whose pages are encrypted and decrypted on their way to and from the system's own file.
/// SQLite calls from several threads, but never two at once for the same file.
/// </summary>
internal abstract unsafe class EncryptedFile : IDisposable
{
    protected EncryptedFile(FileKey key, PageCipher cipher)
    {
        Key = key;
        Cipher = cipher;
    }

    protected FileKey Key { get; }

    protected PageCipher Cipher { get; }

    /// <summary>One page, for what is on its way.</summary>
    protected byte[] Scratch { get; } = GC.AllocateArray<byte>(PageCipher.PageSize, pinned: true);

    /// <summary>Creates the file that SQLite opens.</summary>
    public static EncryptedFile Create(FileKey key, PageCipher cipher, bool isJournal) => isJournal ? new EncryptedJournal(key, cipher) : new EncryptedDatabase(key, cipher);

    /// <summary>Reads as SQLite asks; a result code.</summary>
    public abstract int Read(OpenFile* behind, Span<byte> destination, long offset);

    /// <summary>Writes as SQLite asks; a result code.</summary>
    public abstract int Write(OpenFile* behind, ReadOnlySpan<byte> source, long offset);

    /// <summary>Called before SQLite is told the size, on which it may act without reading anything; a result code.</summary>
    public virtual int Sizing(OpenFile* behind) => Result.Ok;

    /// <summary>Called once the file was cut to a size.</summary>
    public virtual void Truncated(long size)
    {
    }

    /// <summary>Called once this connection holds the file at a level of locking, up or down.</summary>
    public virtual void Locked(OpenFile* behind, int level)
    {
    }

    public virtual void Dispose()
    {
        CryptographicOperations.ZeroMemory(Scratch);
        Key.Return(Cipher);
    }

    /// <summary>Whether a result means that the bytes on the disk are not what was written, or that the disk no longer returns them.</summary>
    protected static bool IsDamage(int result) =>
        result is Result.DamagedData or Result.NotADatabase or Result.ReadFailed or Result.DamagedFileSystem;

    protected static int ReadBehind(OpenFile* behind, Span<byte> destination, long offset)
    {
        fixed (byte* bytes = destination)
        {
            return behind->Methods->Read(behind, bytes, destination.Length, offset);
        }
    }

    protected static int WriteBehind(OpenFile* behind, ReadOnlySpan<byte> source, long offset)
    {
        fixed (byte* bytes = source)
        {
            return behind->Methods->Write(behind, bytes, source.Length, offset);
        }
    }
}
