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

            Move(beside, fullPath);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Copies a file under another name, through <c>….new</c>, so that the name never stands for a half; what it stood for before is replaced.</summary>
    /// <exception cref="IOException">The name stands for what it stood for before.</exception>
    /// <exception cref="UnauthorizedAccessException">The name stands for what it stood for before.</exception>
    public static void Copy(string path, string copyPath)
    {
        var beside = Path.GetFullPath(copyPath) + ".new";
        try
        {
            File.Copy(path, beside, overwrite: true);
            using (var stream = new FileStream(beside, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                stream.Flush(flushToDisk: true);
            }

            Move(beside, copyPath);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Gives a file that is on disk the name of another one of the same folder, which it replaces in one step.</summary>
    /// <exception cref="IOException">The old file still stands; or, when only the folder could not be synced, the new one does.</exception>
    /// <exception cref="UnauthorizedAccessException">The old file still stands.</exception>
    public static void Move(string path, string over)
    {
        var fullPath = Path.GetFullPath(over);
        File.Move(path, fullPath, overwrite: true);
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
