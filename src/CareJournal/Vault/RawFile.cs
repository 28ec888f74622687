using Microsoft.Win32.SafeHandles;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>Reads the bytes of a file as they lie on the disk.</summary>
internal abstract class RawFile : IDisposable
{
    /// <summary>The size in bytes.</summary>
    public abstract long Size { get; }

    /// <summary>Fills the destination from the given offset; <c>false</c> past the end, or when the disk does not give it back.</summary>
    public abstract bool TryRead(Span<byte> destination, long offset);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>A file that nobody has open: opening and closing one that SQLite holds would release SQLite's locks on it.</summary>
    public static RawFile OnDisk(string path) => new DiskFile(path);

    /// <summary>A file that SQLite has open.</summary>
    public static unsafe RawFile Opened(OpenFile* file) => new SystemFile((nint)file);

    private sealed class DiskFile(string path) : RawFile
    {
        private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        public override long Size => RandomAccess.GetLength(_file);

        public override bool TryRead(Span<byte> destination, long offset)
        {
            try
            {
                for (var read = 0; destination.Length > 0; destination = destination[read..], offset += read)
                {
                    read = RandomAccess.Read(_file, destination, offset);
                    if (read == 0)
                    {
                        return false;
                    }
                }

                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }

        public override void Dispose()
        {
            _file.Dispose();
            base.Dispose();
        }
    }

    private sealed unsafe class SystemFile(nint file) : RawFile
    {
        private OpenFile* File => (OpenFile*)file;

        public override long Size
        {
            get
            {
                long size;
                return File->Methods->Size(File, &size) == Result.Ok ? size : 0;
            }
        }

        public override bool TryRead(Span<byte> destination, long offset)
        {
            fixed (byte* bytes = destination)
            {
                return File->Methods->Read(File, bytes, destination.Length, offset) == Result.Ok;
            }
        }
    }
}
