using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Keeping;

/// <summary>The folders of copies under a place: how they are named, which are this journal's, and how they go.</summary>
internal static class CopyFolders
{
    /// <summary>The end of the name of a copy that is being made; what a killed program leaves of one is never taken for a copy.</summary>
    public const string Unfinished = ".unfinished";

    private const string NameFormat = "yyyy-MM-dd HH'h'mm'm'ss";
    private const string Beginning = "CareJournal ";
    private const string TurnName = "CareJournal.copying";

    private static readonly Regex Named = new(@"^CareJournal \d{4}-\d\d-\d\d \d\dh\d\dm\d\d$", RegexOptions.NonBacktracking);

    /// <summary>Returns the name of a copy that is made at a time of the practice.</summary>
    public static string NameOf(DateTime local) => Beginning + local.ToString(NameFormat, CultureInfo.InvariantCulture);

    /// <summary>Returns the time in the name of a copy; <c>null</c> when the folder is not named like one.</summary>
    public static DateTime? TimeOf(string path)
    {
        string name = Path.GetFileName(path);
        return Named.IsMatch(name) && DateTime.TryParseExact(name[Beginning.Length..], NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime made) ? made : null;
    }

    /// <summary>Returns the finished copies under a place, of whatever journal, newest first by name.</summary>
    public static IReadOnlyList<string> In(string place) =>
        [.. Directory.EnumerateDirectories(place, Beginning + "*").Where(path => TimeOf(path) is not null && new JournalFolder(path).HoldsJournal).OrderByDescending(Path.GetFileName, StringComparer.Ordinal)];

    /// <summary>Returns the copies of a journal under a place, as the rotation asks of them. One without an authentic manifest was not verified.</summary>
    public static IReadOnlyList<KeptCopy> Kept(JournalFolder journal, string place, byte[] manifestKey, PracticeClock clock) =>
    [
        .. from path in In(place)
           where IsOf(journal, path)
           let folder = new JournalFolder(path)
           let manifest = (CopyManifest.ReadFrom(folder, manifestKey) as ManifestAnswer.Found)?.Manifest
           select new KeptCopy(
               path,
               manifest is null ? TimeOf(path)!.Value : clock.Local(manifest.MadeAtUtc),
               manifest?.HeadNumber ?? 0,
               manifest is { IsWhole: true } && new FileInfo(folder.DatabasePath).Length == manifest.Bytes),
    ];

    /// <summary>Takes the turn at a place, so that two programs do not tidy each other's copies away; <c>null</c> while another one has it.</summary>
    public static FileStream? TakeTurn(string place)
    {
        string path = Path.Combine(place, TurnName);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (JournalFile.IsHeldByAnother(held) && File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Whether the folder's key is that of the given journal; also for one that is not finished.</summary>
    public static bool IsOf(JournalFolder journal, string path) =>
        KeyHeader.CheckOf(journal.KeyHeaderPath) is { } own && KeyHeader.CheckOf(new JournalFolder(path).KeyHeaderPath) is { } its && CryptographicOperations.FixedTimeEquals(own, its);

    /// <summary>Removes what killed copies of this journal left. The turn is the caller's.</summary>
    public static void Tidy(JournalFolder journal, string place)
    {
        foreach (string left in Directory.EnumerateDirectories(place, Beginning + "*" + Unfinished).Where(left => TimeOf(left[..^Unfinished.Length]) is not null && IsOf(journal, left)))
        {
            Discard(left);
        }
    }

    /// <summary>Removes a copy, unless something lies in it that no copy has. It loses its name first: what a power cut leaves of it is no copy.</summary>
    public static void Remove(string path)
    {
        JournalFolder folder = new(path);
        string[] own = [folder.DatabasePath, folder.KeyHeaderPath, folder.HeadPath, folder.ManifestPath];
        if (Directory.EnumerateFileSystemEntries(path).All(own.Contains))
        {
            Directory.Move(path, path + Unfinished);
            Discard(path + Unfinished);
        }
    }

    // The key goes last: by it the rest is known for ours.
    public static void Discard(string unfinished)
    {
        if (!Directory.Exists(unfinished))
        {
            return;
        }

        string key = new JournalFolder(unfinished).KeyHeaderPath;
        foreach (string file in Directory.EnumerateFiles(unfinished).Where(file => file != key))
        {
            File.Delete(file);
        }

        File.Delete(key);
        Directory.Delete(unfinished, recursive: true);
    }
}
