using CareJournal.Support;

namespace CareJournal.Storage;

/// <summary>Who may read the journal's files on a computer with several accounts. Windows keeps this by the folder's own permissions.</summary>
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;
    private const UnixFileMode File644 = (UnixFileMode)0b110_100_100;
    private const UnixFileMode Folder755 = (UnixFileMode)0b111_101_101;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("carejournal-private-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_folder_with_the_journal_alone_is_closed_with_all_that_lies_in_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        JournalFolder folder = Opened("journal.db", "journal.key", "logs/carejournal-20261122.log");
        PrivateFiles.Restrict(folder);
        Assert.Equal([Folder700, Folder700], Modes(folder.Path, folder.LogPath));
        Assert.All(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories), file => Assert.Equal(File600, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void A_folder_with_somebody_s_other_files_keeps_its_permissions_and_theirs_and_the_journal_is_closed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        JournalFolder folder = Opened("journal.db", "journal.key", "logs/carejournal-20261122.log", "lettre.txt");
        PrivateFiles.Restrict(folder);
        Assert.Equal([Folder755, File644], Modes(folder.Path, Path.Combine(folder.Path, "lettre.txt")));
        Assert.Equal([Folder700, File600, File600], Modes(folder.LogPath, folder.DatabasePath, folder.KeyHeaderPath));
    }

    [Fact]
    public async Task A_copy_into_an_open_folder_is_readable_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        PrivateFiles.RestrictNewFiles();
        File.SetUnixFileMode(_place.FullName, Folder755);
        using TestJournal journal = TestJournal.Open();
        string copy = Assert.IsType<CopyOutcome.Verified>(await journal.Get<JournalCopier>().CopyAsync(_place.FullName)).Path;
        Assert.Equal([Folder700], Modes(copy));
        Assert.All(Directory.EnumerateFiles(copy), file => Assert.Equal(File600, File.GetUnixFileMode(file)));
    }

    private static UnixFileMode[] Modes(params string[] paths) => [.. paths.Select(path => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path))];

    /// <summary>Returns a folder with these files, all of them readable by everybody.</summary>
    private JournalFolder Opened(params string[] files)
    {
        JournalFolder folder = new(_place.CreateSubdirectory("journal").FullName);
        Directory.CreateDirectory(folder.LogPath);
        foreach (string file in files.Select(name => Path.Combine(folder.Path, name)))
        {
            File.WriteAllText(file, "");
            Open(file, File644);
        }

        Open(folder.LogPath, Folder755);
        Open(folder.Path, Folder755);
        return folder;
    }

    private static void Open(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
