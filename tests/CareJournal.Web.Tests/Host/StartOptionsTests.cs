namespace CareJournal.Web.Host;

public sealed class StartOptionsTests
{
    [Fact]
    public void Without_arguments_the_journal_opens_on_its_own_port_and_in_its_own_folder()
    {
        StartOptions options = Run();
        Assert.Equal(5273, options.Port);
        Assert.Null(options.DataFolder);
        Assert.False(options.Demo);
        Assert.False(options.PlainHost);
    }

    [Fact]
    public void Folder_port_and_demo_are_taken_in_any_order()
    {
        StartOptions options = Run("--demo", "--port", "6000", "--data", "some/where");
        Assert.Equal(6000, options.Port);
        Assert.Equal(Path.GetFullPath("some/where"), options.DataFolder);
        Assert.True(options.Demo);
        Assert.Equal(options, Run("--port=6000", "--data=some/where", "--demo"));
        Assert.True(Run("--localhost").PlainHost);
    }

    [Fact]
    public void A_folder_can_be_checked_instead_of_opened()
    {
        Assert.Null(Run().CheckFolder);
        Assert.Equal(Path.GetFullPath("some/copy"), Run("--check", "some/copy").CheckFolder);
    }

    [Fact]
    public void Port_0_leaves_the_choice_to_the_system() => Assert.Equal(0, Run("--port", "0").Port);

    [Theory]
    [InlineData("Start.UnknownOption", "--nonsense", "--nonsense")]
    [InlineData("Start.UnknownOption", "journal.db", "journal.db")]
    [InlineData("Start.UnknownOption", "--urls", "--urls", "http://0.0.0.0:80")]
    [InlineData("Start.UnknownOption", "--Port", "--Port", "6000")]
    [InlineData("Start.UnknownOption", "extra", "--port", "6000", "extra")]
    [InlineData("Start.MissingValue", "--port", "--port")]
    [InlineData("Start.MissingValue", "--data", "--data", "--demo")]
    [InlineData("Start.MissingValue", "--check", "--check")]
    [InlineData("Start.BadFolder", "a\0b", "--check", "a\0b")]
    [InlineData("Start.BadPort", "65536", "--port", "65536")]
    [InlineData("Start.BadPort", "-1", "--port", "-1")]
    [InlineData("Start.BadPort", "http", "--port", "http")]
    [InlineData("Start.BadFolder", "", "--data", "")]
    [InlineData("Start.BadFolder", "a\0b", "--data", "a\0b")]
    public void What_is_not_understood_is_refused_and_named(string sentence, string piece, params string[] arguments) =>
        Assert.Equal(new StartRequest.Refused(sentence, piece), StartOptions.Parse(arguments));

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_is_help(string option) => Assert.IsType<StartRequest.Help>(StartOptions.Parse([option]));

    private static StartOptions Run(params string[] arguments) => Assert.IsType<StartRequest.Run>(StartOptions.Parse(arguments)).Options;
}
