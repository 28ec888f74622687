using System.Runtime.InteropServices;

namespace CareJournal.Vault;

/// <summary>Replaces a small file so that a power cut leaves either the old one or the new one, never a half.</summary>
internal static partial class DurableFile
{
    private const string Library = "libc";
    private const int ReadOnly = 0;

    /// <summary>Writes beside, syncs, renames over, syncs the folder. Only the user may read the file.</summary>
    /// <exception cref="IOException">The old file still stands; or, when only the folder could not be synced, the new one does.</exception>
    /// <exception cref="UnauthorizedAccessException">The old file still stands.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var fullPath = Path.GetFullPath(path);
        var beside = fullPath + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var stream = new FileStream(beside, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, fullPath, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }

        if (!OperatingSystem.IsWindows())
        {
            SyncFolder(Path.GetDirectoryName(fullPath)!);
        }
    }

    /// <summary>On Unix the new name is on disk only when the folder is synced too; .NET has no call for that.</summary>
    private static void SyncFolder(string path)
    {
        var folder = Open(path, ReadOnly);
        if (folder < 0)
        {
            throw new IOException($"The folder cannot be opened to sync it (error {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (Sync(folder) != 0)
            {
                throw new IOException($"The folder cannot be synced (error {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int folder);

    [LibraryImport(Library, EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int folder);
}
