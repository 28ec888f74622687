namespace CareJournal.Web.Host;

public sealed class StartFolderTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("carejournal-folder-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void The_journal_s_own_folder_is_made_and_stays()
    {
        string path = Path.Combine(_place.FullName, "new", "journal");
        using (StartFolder? folder = StartFolder.Prepare(new StartOptions { DataFolder = path }, out _))
        {
            Assert.Equal(path, folder?.Path);
        }

        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void Nobody_else_on_the_computer_may_look_into_it()
    {
        string path = Path.Combine(_place.FullName, "private");
        using StartFolder? folder = StartFolder.Prepare(new StartOptions { DataFolder = path }, out _);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_demo_leaves_nothing_behind()
    {
        string path;
        using (StartFolder? folder = StartFolder.Prepare(new StartOptions { Demo = true }, out _))
        {
            path = folder!.Path;
            File.WriteAllText(Path.Combine(path, "journal.db"), "x");
        }

        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void A_demo_in_a_chosen_empty_folder_deletes_only_what_it_made()
    {
        using (StartFolder? folder = StartFolder.Prepare(new StartOptions { Demo = true, DataFolder = _place.FullName }, out _))
        {
            Assert.StartsWith(_place.FullName, folder!.Path, StringComparison.Ordinal);
        }

        Assert.True(_place.Exists);
        Assert.Empty(_place.EnumerateFileSystemInfos());
    }

    [Fact]
    public void A_demo_is_refused_in_a_folder_with_a_journal_or_anything_else()
    {
        string journal = Path.Combine(_place.FullName, "journal.db");
        File.WriteAllText(journal, "mine");
        Assert.Null(StartFolder.Prepare(new StartOptions { Demo = true, DataFolder = _place.FullName }, out string problem));
        Assert.Equal("Start.DemoFolderNotEmpty", problem);
        Assert.Equal("mine", File.ReadAllText(journal));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_a_sentence()
    {
        string file = Path.Combine(_place.FullName, "file");
        File.WriteAllText(file, "");
        Assert.Null(StartFolder.Prepare(new StartOptions { DataFolder = Path.Combine(file, "below") }, out string problem));
        Assert.Equal("Start.FolderUnusable", problem);
    }
}
