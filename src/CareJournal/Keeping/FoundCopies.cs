using CareJournal.Storage;

namespace CareJournal.Keeping;

/// <summary>Looks for copies where a stick or a second disk is mounted, so that nobody has to know the path: in the root of each drive and one folder below.</summary>
public static class FoundCopies
{
    private const int Most = 20;
    private const int MostFolders = 200;

    /// <summary>Returns the folders of copies, newest first by name, twenty at most. Network drives are not asked. Slow where a disk sleeps.</summary>
    /// <param name="places">Further folders to look in.</param>
    public static IReadOnlyList<string> Newest(IEnumerable<string> places)
    {
        IEnumerable<string> drives = DriveInfo.GetDrives()
            .Where(drive => drive.DriveType is DriveType.Removable or DriveType.Fixed && drive.RootDirectory.FullName != "/" && Directory.Exists(drive.RootDirectory.FullName))
            .SelectMany(drive => Quietly(() => Directory.EnumerateDirectories(drive.RootDirectory.FullName).Take(MostFolders).Prepend(drive.RootDirectory.FullName)));
        return
        [
            .. places.Concat(drives).Distinct(StringComparer.Ordinal)
                .SelectMany(folder => Quietly(() => CopyFolders.In(folder)))
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(Path.GetFileName, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    // A folder that may not be read has no copy for us.
    private static List<string> Quietly(Func<IEnumerable<string>> look)
    {
        try
        {
            return [.. look()];
        }
        catch (Exception refused) when (StorageFaults.Of(refused) is not null)
        {
            return [];
        }
    }
}
