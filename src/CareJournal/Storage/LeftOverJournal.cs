using System.Globalization;
using CareJournal.Keeping;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Storage;

/// <summary>
/// A rollback journal that a crash left beside the database. It is judged, and both files are copied, before anything opens the database; what came of it is checked afterwards.
/// </summary>
internal static class LeftOverJournal
{
    /// <summary>The number of pairs of files that are kept.</summary>
    public const int Kept = 2;

    /// <summary>Judges what a crash left, and changes nothing; <c>null</c> where it left nothing. To be called before the database is opened.</summary>
    /// <param name="database">The database.</param>
    /// <param name="key">Its file key.</param>
    public static RollbackVerdict? Judge(string database, ReadOnlySpan<byte> key)
    {
        FileInfo left = new(JournalFolder.RollbackPathOf(database));
        if (!left.Exists || !File.Exists(database) || (left.Length == 0 && JournalPragmas.EmptiesRollbackJournal))
        {
            return null;
        }

        using PageCipher cipher = new(key);
        using RawFile journal = RawFile.OnDisk(left.FullName);
        using RawFile beside = RawFile.OnDisk(database);
        return RollbackPlan.Of(journal, beside, cipher).Verdict;
    }

    /// <summary>
    /// Copies the database, its rollback journal, its key and its head into a folder of their own, which opens like any other. The newest <see cref="Kept"/> pairs are kept; one that is kept already is not copied again.
    /// </summary>
    /// <exception cref="IOException">The disk did not allow it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static void SetAside(JournalFolder folder, DateTime nowUtc)
    {
        Directory.CreateDirectory(folder.AsidePath);
        List<string> kept = [.. Directory.EnumerateDirectories(folder.AsidePath).Order(StringComparer.Ordinal)];
        if (kept.Count > 0 && IsSame(folder.RollbackPath, new JournalFolder(kept[^1]).RollbackPath))
        {
            return;
        }

        JournalFolder aside = new(Path.Combine(folder.AsidePath, nowUtc.ToString("yyyy-MM-dd HH'h'mm'm'ss'.'fff", CultureInfo.InvariantCulture)));
        Directory.CreateDirectory(aside.Path);
        DurableFile.Copy(folder.KeyHeaderPath, aside.KeyHeaderPath);
        DurableFile.Copy(folder.DatabasePath, aside.DatabasePath);
        if (File.Exists(folder.HeadPath))
        {
            DurableFile.Copy(folder.HeadPath, aside.HeadPath);
        }

        // The last one: a pair that was cut short by a full disk is not taken for one that is kept.
        DurableFile.Copy(folder.RollbackPath, aside.RollbackPath);
        kept.Add(aside.Path);
        foreach (string older in kept.SkipLast(Kept))
        {
            Directory.Delete(older, recursive: true);
        }
    }

    /// <summary>Whether the database is sound after a rollback. What nothing authenticates, such as how much there was to roll back, is found by the record chain.</summary>
    /// <param name="connection">Open on the database.</param>
    /// <param name="verdict">What was found before it was opened.</param>
    /// <param name="chain">Verifies the record chain.</param>
    public static bool LeavesSound(SqliteConnection connection, RollbackVerdict verdict, Func<ChainAnswer> chain) =>
        verdict == RollbackVerdict.NotBegun
        || (PageCheck.CountDamaged(connection) == 0
            && JournalDigest.IsSound(connection)
            && (verdict == RollbackVerdict.Complete || chain().Faults.Count == 0));

    private static bool IsSame(string path, string other) =>
        File.Exists(other) && new FileInfo(path).Length == new FileInfo(other).Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
