using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CareJournal.Vault;

/// <summary>Has the system forget what it keeps in memory of a file, so that reading it back asks the disk.</summary>
internal static partial class DiskCache
{
    private const int NotNeeded = 4;

    /// <summary>
    /// Syncs a file and has its pages dropped from memory. On Linux the pages are dropped (<c>posix_fadvise</c>, to be asked after the sync, since only what is
    /// on the disk can be dropped); elsewhere there is no such call, and what is read back may come from memory. What a drive keeps in its own memory is out of reach everywhere.
    /// </summary>
    /// <exception cref="IOException">The file cannot be synced.</exception>
    public static void SyncAndForget(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
        if (OperatingSystem.IsLinux())
        {
            // An advice: a file system that does not take it is none the worse.
            _ = Advise(file.SafeFileHandle, 0, 0, NotNeeded);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}
