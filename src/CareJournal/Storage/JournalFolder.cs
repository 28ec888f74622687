using System.Globalization;

namespace CareJournal.Storage;

/// <summary>The folder of one journal, and the names of the files in it.</summary>
/// <param name="Path">The folder, as a full path.</param>
public sealed record JournalFolder(string Path)
{
    private const string Aside = ".before-restore-";

    /// <summary>The encrypted database.</summary>
    public string DatabasePath => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>The new database during an upgrade; what remains of it after a crash is worthless.</summary>
    public string UpgradingPath => DatabasePath + ".upgrading";

    /// <summary>Returns the path of the database as it was before the upgrade to a version; renamed to <see cref="DatabasePath"/>, the earlier program opens it again.</summary>
    public string FormerPath(int version) => string.Create(CultureInfo.InvariantCulture, $"{DatabasePath}.before-version-{version}");

    /// <summary>The state of the pages before the transaction that is running; after a crash it belongs to the database.</summary>
    public string RollbackPath => RollbackPathOf(DatabasePath);

    /// <summary>The folder with what a crash left, as it was before it was rolled back or refused (<see cref="LeftOverJournal"/>).</summary>
    public string AsidePath => System.IO.Path.Combine(Path, "journal.aside");

    /// <summary>The key header: the master key, wrapped with the passphrase and with the recovery code.</summary>
    public string KeyHeaderPath => System.IO.Path.Combine(Path, "journal.key");

    /// <summary>The last known state of the journal (<see cref="Keeping.JournalHead"/>).</summary>
    public string HeadPath => System.IO.Path.Combine(Path, "journal.head");

    /// <summary>The wrong secrets since the last right one, counted; see <see cref="Vault.WrongTries"/>.</summary>
    public string TriesPath => System.IO.Path.Combine(Path, "journal.tries");

    /// <summary>The manifest of a copy; the journal itself has none.</summary>
    public string ManifestPath => System.IO.Path.Combine(Path, "copy.json");

    /// <summary>The files that are the journal, and that are replaced and set aside together.</summary>
    public IReadOnlyList<string> OwnFiles => [DatabasePath, DatabasePath + "-journal", KeyHeaderPath, HeadPath];

    /// <summary>The folder of a copy that is about to take the journal's place; what remains of it after a crash is worthless.</summary>
    public string StagingPath => System.IO.Path.Combine(Path, "journal.restoring");

    /// <summary>What is being put in the journal's place: from the moment on that this file is there.</summary>
    public string RestorePath => System.IO.Path.Combine(Path, "journal.restore");

    /// <summary>What was put in the journal's place, until that is recorded.</summary>
    public string RestoredPath => System.IO.Path.Combine(Path, "journal.restored");

    /// <summary>Returns the name under which one of <see cref="OwnFiles"/> is set aside. The rollback journal keeps its name after that of its database.</summary>
    /// <param name="own">The file.</param>
    /// <param name="stamp">The moment, as <c>yyyyMMdd-HHmmss</c>.</param>
    public static string SetAsidePath(string own, string stamp) =>
        own.EndsWith("-journal", StringComparison.Ordinal) ? $"{own[..^"-journal".Length]}{Aside}{stamp}-journal" : $"{own}{Aside}{stamp}";

    /// <summary>Returns the stamps of the journals that were set aside, newest first.</summary>
    public IReadOnlyList<string> Asides() =>
    [
        .. Directory.EnumerateFiles(Path, "journal.db" + Aside + "*")
            .Select(file => System.IO.Path.GetFileName(file)["journal.db".Length..][Aside.Length..])
            .Where(stamp => !stamp.EndsWith("-journal", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal),
    ];

    /// <summary>The file that a process keeps open while it owns the journal.</summary>
    public string OwnerPath => System.IO.Path.Combine(Path, "journal.lock");

    /// <summary>The address at which the owner answers.</summary>
    public string AddressPath => System.IO.Path.Combine(Path, "journal.address");

    /// <summary>The journal's own host name; see <see cref="OwnHostName"/>.</summary>
    public string HostPath => System.IO.Path.Combine(Path, "journal.host");

    /// <summary>The program's own log, which contains ids only.</summary>
    public string LogPath => System.IO.Path.Combine(Path, "logs");

    /// <summary>Returns the path of the rollback journal of a database.</summary>
    public static string RollbackPathOf(string database) => database + "-journal";

    /// <summary>Whether the folder has a journal.</summary>
    public bool HoldsJournal => File.Exists(DatabasePath);

    /// <summary>Whether the folder is on a network drive, where a sync may wrongly report that data is on disk.</summary>
    public bool OnNetworkDrive => DriveOf(Path)?.DriveType == DriveType.Network || System.IO.Path.GetFullPath(Path).StartsWith(@"\\", StringComparison.Ordinal);

    /// <summary>How the system compares the paths of files.</summary>
    internal static StringComparison PathComparison => OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Returns the drive on which a folder lies; <c>null</c> when the system knows none.</summary>
    internal static DriveInfo? DriveOf(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        return DriveInfo.GetDrives()
            .Where(drive => full.StartsWith(drive.RootDirectory.FullName, PathComparison))
            .MaxBy(drive => drive.RootDirectory.FullName.Length);
    }
}
