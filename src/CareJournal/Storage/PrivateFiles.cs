using System.Runtime.InteropServices;

namespace CareJournal.Storage;

/// <summary>Keeps the journal's files to the account that runs it. On Windows the folder's own rights do that, and nothing is done here.</summary>
public static partial class PrivateFiles
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const uint EverybodyElse = 0b000_111_111;

    /// <summary>From now on no file of this process can be read by another account, whoever makes it: SQLite, the log, a copy.</summary>
    public static void RestrictNewFiles()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(EverybodyElse);
        }
    }

    /// <summary>Whether more may be done with a file than its owner's reading and writing. Never on Windows, whose files have no such mode.</summary>
    internal static bool IsOpenToOthers(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OwnerAlone) != UnixFileMode.None;

    /// <summary>Takes away what an earlier program, or whoever laid the files there, left open to other accounts.</summary>
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
                // A stick without modes of its own gives every file the same one, and a link may lead nowhere: the journal must open all the same.
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
