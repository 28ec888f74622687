namespace CareJournal.Storage;

/// <summary>The host name of one journal, which no other journal has.</summary>
public sealed class OwnHostNameTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("carejournal-name-");

    private JournalFolder Folder => new(_place.FullName);

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void It_is_made_once_and_read_from_then_on_by_its_owner_alone()
    {
        string made = OwnHostName.ReadOrMake(Folder);
        Assert.Equal(made, OwnHostName.ReadOrMake(Folder));
        Assert.Equal(made, File.ReadAllText(Folder.HostPath));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Folder.HostPath));
        }
    }

    [Fact]
    public void A_thousand_names_are_all_different_and_every_position_takes_every_character()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int turn = 0; turn < 1000; turn++)
        {
            File.Delete(Folder.HostPath);
            string name = OwnHostName.ReadOrMake(Folder);
            Assert.True(OwnHostName.IsOne(name), name);
            names.Add(name);
        }

        Assert.Equal(1000, names.Count);

        // 20 characters out of 32 are 100 bits, if each can occur at every position; the chance that one is missing among 1000 names is 1 in 10^11.
        for (int place = 0; place < 20; place++)
        {
            Assert.Equal(32, names.Select(name => name[place]).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("evil.example")]
    [InlineData("k4q7w2mz5b6tr3xhy2nd.example")]
    [InlineData("K4Q7W2MZ5B6TR3XHY2ND.localhost")]
    [InlineData("k4q7w2mz5b6tr3xhy2n.localhost")]
    [InlineData("k4q7w2mz5b6tr3xhy2nd1.localhost")]
    [InlineData("k4q7w2mz.b6tr3xhy2nd.localhost")]
    [InlineData("k4q7w2mz5b6tr3xhy2nd.localhost.evil.example")]
    public void A_name_of_another_form_is_replaced(string found)
    {
        File.WriteAllText(Folder.HostPath, found);
        string made = OwnHostName.ReadOrMake(Folder);
        Assert.True(OwnHostName.IsOne(made));
        Assert.NotEqual(found, made);
        Assert.Equal(made, File.ReadAllText(Folder.HostPath));
    }

    [Fact]
    public void A_line_end_that_an_editor_left_changes_nothing()
    {
        Write("k4q7w2mz5b6tr3xhy2nd.localhost\n", UnixFileMode.None);
        Assert.Equal("k4q7w2mz5b6tr3xhy2nd.localhost", OwnHostName.ReadOrMake(Folder));
    }

    [Fact]
    public void A_name_that_other_accounts_could_read_is_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write("k4q7w2mz5b6tr3xhy2nd.localhost", UnixFileMode.OtherRead);
        string made = OwnHostName.ReadOrMake(Folder);
        Assert.NotEqual("k4q7w2mz5b6tr3xhy2nd.localhost", made);
        Assert.Equal(made, OwnHostName.ReadOrMake(Folder));
    }

    private void Write(string name, UnixFileMode others)
    {
        File.WriteAllText(Folder.HostPath, name);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Folder.HostPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
        }
    }
}
