using System.Globalization;

namespace CareJournal.Storage;

/// <summary>The folder of one journal, and the names of the files in it.</summary>
/// <param name="Path">The folder, as a full path.</param>
public sealed record JournalFolder(string Path)
{
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
    public bool OnNetworkDrive
    {
        get
        {
            string full = System.IO.Path.GetFullPath(Path);
            StringComparison comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            DriveInfo? drive = DriveInfo.GetDrives()
                .Where(drive => full.StartsWith(drive.RootDirectory.FullName, comparison))
                .MaxBy(drive => drive.RootDirectory.FullName.Length);
            return drive?.DriveType == DriveType.Network || full.StartsWith(@"\\", StringComparison.Ordinal);
        }
    }
}
