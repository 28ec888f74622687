using CareJournal.Storage;

namespace CareJournal.Keeping;

/// <summary>Tells on which disk a folder lies.</summary>
public sealed class PlaceDisk
{
    /// <summary>Returns the root of the disk of a folder. A test sets another answer, since all its folders lie on one disk.</summary>
    internal Func<string, string> RootOf { get; set; } = DriveOf;

    /// <summary>Whether two folders lie on one disk, as far as the system tells: two partitions of one disk count as two.</summary>
    public bool IsSame(string one, string other) => string.Equals(RootOf(one), RootOf(other), JournalFolder.PathComparison);

    /// <summary>Whether a folder is the other one or lies in it.</summary>
    public static bool IsWithin(string folder, string outer) =>
        (Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar)
            .StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(outer)) + Path.DirectorySeparatorChar, JournalFolder.PathComparison);

    private static string DriveOf(string path) => JournalFolder.DriveOf(path)?.RootDirectory.FullName ?? Path.GetPathRoot(Path.GetFullPath(path)) ?? "";
}
