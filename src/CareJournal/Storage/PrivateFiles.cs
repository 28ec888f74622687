using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CareJournal.Storage;

/// <summary>Restricts the journal's files to the account that runs it. On Windows the folder's permissions do that, and the methods do nothing.</summary>
public static partial class PrivateFiles
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerAloneInside = OwnerAlone | UnixFileMode.UserExecute;
    private const string OwnFiles = "journal.*";
    private const uint EverybodyElse = 0b000_111_111;

    /// <summary>Makes every new file of this process unreadable to other accounts, whoever creates it: SQLite, the log, a copy.</summary>
    public static void RestrictNewFiles()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(EverybodyElse);
        }
    }

    /// <summary>Whether a file can be used by others than its owner, or executed. Always <c>false</c> on Windows, whose files have no such mode.</summary>
    internal static bool IsOpenToOthers(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerAlone) != UnixFileMode.None;

    /// <summary>
    /// Removes the permissions of other accounts that an earlier program, or whoever copied the files, left: from the journal's files and logs, and from the
    /// folder itself if nothing else lies in it. A folder with somebody's other files, such as a home, keeps its own.
    /// </summary>
    internal static void Restrict(JournalFolder folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Closed from the outside to the inside: nobody enters while the files are still readable.
        string[] folders = HoldsNothingElse(folder) ? [folder.Path, folder.LogPath] : [folder.LogPath];
        foreach (string path in folders.Where(Directory.Exists))
        {
            Restrict(path, OwnerAloneInside);
        }

        IEnumerable<string> logs = Directory.Exists(folder.LogPath) ? Directory.EnumerateFiles(folder.LogPath) : [];
        foreach (string file in Directory.EnumerateFiles(folder.Path, OwnFiles).Concat(logs))
        {
            Restrict(file, OwnerAlone);
        }
    }

    private static bool HoldsNothingElse(JournalFolder folder) =>
        !Directory.EnumerateFileSystemEntries(folder.Path).Except(Directory.EnumerateFiles(folder.Path, OwnFiles)).Any(path => path != folder.LogPath);

    [UnsupportedOSPlatform("windows")]
    private static void Restrict(string path, UnixFileMode most)
    {
        try
        {
            if ((File.GetUnixFileMode(path) & ~most) != UnixFileMode.None)
            {
                File.SetUnixFileMode(path, most);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A stick without file modes gives every file the same one, and a link may be broken: the journal must open all the same.
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
