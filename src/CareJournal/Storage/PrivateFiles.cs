using System.Runtime.InteropServices;

namespace CareJournal.Storage;

/// <summary>Restricts the journal's files to the account that runs it. On Windows the folder's permissions do that, and the methods do nothing.</summary>
public static partial class PrivateFiles
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
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

    /// <summary>Removes the permissions of other accounts that an earlier program, or whoever copied the files, left.</summary>
    internal static void Restrict(JournalFolder folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        IEnumerable<string> logs = Directory.Exists(folder.LogPath) ? Directory.EnumerateFiles(folder.LogPath) : [];
        foreach (string file in Directory.EnumerateFiles(folder.Path, "journal.*").Concat(logs))
        {
            try
            {
                if (IsOpenToOthers(file))
                {
                    File.SetUnixFileMode(file, OwnerAlone);
                }
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // A stick without file modes gives every file the same one, and a link may be broken: the journal must open all the same.
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
