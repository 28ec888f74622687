using System.Globalization;

namespace CareJournal.Storage;

/// <summary>The folder in which one journal lies, and the names in it.</summary>
/// <param name="Path">The folder, as a full path.</param>
public sealed record JournalFolder(string Path)
{
    /// <summary>The encrypted database.</summary>
    public string DatabasePath => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>The new database while an upgrade is being made; what is left of it after a crash is worth nothing.</summary>
    public string UpgradingPath => DatabasePath + ".upgrading";

    /// <summary>The database as it was before it was upgraded to a version; under the name of <see cref="DatabasePath"/> the earlier program opens it again.</summary>
    public string FormerPath(int version) => string.Create(CultureInfo.InvariantCulture, $"{DatabasePath}.before-version-{version}");

    /// <summary>The key header: the master key, wrapped by the passphrase and by the recovery code.</summary>
    public string KeyHeaderPath => System.IO.Path.Combine(Path, "journal.key");

    /// <summary>Held open while a process owns the journal.</summary>
    public string OwnerPath => System.IO.Path.Combine(Path, "journal.lock");

    /// <summary>The address at which the owner answers.</summary>
    public string AddressPath => System.IO.Path.Combine(Path, "journal.address");

    /// <summary>The journal's own host name; see <see cref="OwnHostName"/>.</summary>
    public string HostPath => System.IO.Path.Combine(Path, "journal.host");

    /// <summary>The program's own log: ids only.</summary>
    public string LogPath => System.IO.Path.Combine(Path, "logs");

    /// <summary>Whether a journal lies here.</summary>
    public bool HoldsJournal => File.Exists(DatabasePath);

    /// <summary>Whether the folder is on a network drive, where a sync may lie about having reached a disk.</summary>
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
