using System.Runtime.InteropServices;

namespace CareJournal.Vault;

/// <summary>Replaces a small file so that a power cut leaves either the old one or the new one, never an incomplete one.</summary>
internal static partial class DurableFile
{
    private const string Library = "libc";
    private const int ReadOnly = 0;

    /// <summary>Writes a new file beside the old one, syncs it, renames it over the old one, and syncs the folder. Only the user may read the file.</summary>
    /// <exception cref="IOException">The old file is unchanged; or, when only the folder could not be synced, the new one is in place.</exception>
    /// <exception cref="UnauthorizedAccessException">The old file is unchanged.</exception>
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

    /// <summary>Copies a file to another name, through <c>….new</c>, so that the name never refers to an incomplete file; the file it referred to before is replaced.</summary>
    /// <exception cref="IOException">The name refers to the same file as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The name refers to the same file as before.</exception>
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

    /// <summary>Renames a file that is on disk to the name of another one in the same folder, which it replaces in one step.</summary>
    /// <exception cref="IOException">The old file is unchanged; or, when only the folder could not be synced, the new one is in place.</exception>
    /// <exception cref="UnauthorizedAccessException">The old file is unchanged.</exception>
    public static void Move(string path, string over)
    {
        var fullPath = Path.GetFullPath(over);
        File.Move(path, fullPath, overwrite: true);
        SyncFolder(Path.GetDirectoryName(fullPath)!);
    }

    /// <summary>Syncs a folder: on Unix a new name in it is on disk only after that, and .NET has no call for it. On Windows there is none either; nothing happens there.</summary>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

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
