using System.Runtime.InteropServices;
using CareJournal.Vault;

namespace CareJournal.Benchmarks.Support;

/// <summary>
/// Registers SQLite's ordinary file system under the name of the encrypted one, in this process: the same program then works over
/// a plain file. For measuring alone; nothing else must ever do this.
/// </summary>
internal static partial class PlainFileSystem
{
    // sqlite3_vfs on a 64-bit machine: three numbers, padding, then pointers (https://sqlite.org/c3ref/vfs.html).
    private const int FileSizeOffset = 4;
    private const int OpenOffset = 40;

    public static void TakeOver()
    {
        EncryptedFileSystem.Register();
        nint encrypted = sqlite3_vfs_find(EncryptedFileSystem.Name);
        nint system = sqlite3_vfs_find(null);
        Marshal.WriteInt32(encrypted, FileSizeOffset, Marshal.ReadInt32(system, FileSizeOffset));
        Marshal.WriteIntPtr(encrypted, OpenOffset, Marshal.ReadIntPtr(system, OpenOffset));
    }

    [LibraryImport("e_sqlite3", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial nint sqlite3_vfs_find(string? name);
}
