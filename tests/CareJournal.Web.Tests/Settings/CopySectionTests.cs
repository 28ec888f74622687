using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Settings;

/// <summary>Tests what is shown about a copy that could not be made, and about a journal that a copy found damaged.</summary>
public sealed class CopySectionTests : IDisposable
{
    private readonly string _stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;

    public void Dispose() => Directory.Delete(_stick, recursive: true);

    [Theory]
    [InlineData("fr", "Aucune copie n’a été faite : le journal lui-même est abîmé. Gardez toutes les copies faites avant.", "Fichier abîmé : lecture seule, rien n’y sera écrit.")]
    [InlineData("en", "No copy was made: the journal itself is damaged. Keep every copy made before.", "Damaged file: read-only, nothing will be written to it.")]
    public async Task A_damaged_journal_is_never_called_intact(string language, string sentence, string banner)
    {
        await using var test = language == "fr" ? PeopleTestContext.French() : PeopleTestContext.English();
        var folder = test.Get<JournalFile>().Folder;

        // Only the copy finds this: the connections that are open have read this page already, or never will.
        var bytes = await File.ReadAllBytesAsync(folder.DatabasePath);
        bytes[(4 * 4096) + 100] ^= 1;
        await File.WriteAllBytesAsync(folder.DatabasePath, bytes);
        var shown = test.Context.Render<DamageBanner>();
        Assert.Empty(shown.FindAll(".fault"));

        var said = await CopyAsync(test, language == "fr" ? "Faire une copie maintenant" : "Make a copy now");

        Assert.Equal(sentence, said);
        shown.WaitForAssertion(() => Assert.Equal(banner, shown.Find(".fault").TextContent));
    }

    [Fact]
    public async Task A_copy_that_fails_says_whether_the_journal_was_read_through()
    {
        await using var test = PeopleTestContext.French();
        var clock = test.Get<PracticeClock>();
        var name = $"CareJournal {clock.Local(clock.NowUtc):yyyy-MM-dd HH'h'mm'm'ss}";
        Directory.CreateDirectory(Path.Combine(_stick, name));
        Assert.Equal("La copie n’a pas pu être faite. Le journal lui-même vient d’être relu en entier : il est intact.", await CopyAsync(test, "Faire une copie maintenant"));

        await File.WriteAllTextAsync(Path.Combine(_stick, name + ".unfinished"), "");
        Assert.Equal("La copie n’a pas pu être faite, et le journal n’a pas été relu. Gardez les copies faites avant.", await CopyAsync(test, "Faire une copie maintenant"));
    }

    private async Task<string> CopyAsync(PeopleTestContext test, string button)
    {
        var settings = await test.Get<SettingsReader>().ReadAsync();
        var section = test.Context.Render<CopySection>(parameters => parameters.Add(copy => copy.Settings, settings with { CopyFolder = _stick }));
        await section.FindAll("button").Single(found => found.TextContent.Contains(button, StringComparison.Ordinal)).ClickAsync(new());
        section.WaitForAssertion(() => Assert.NotEqual("", section.Find(".problem").TextContent.Trim()), TimeSpan.FromSeconds(30));
        return section.Find(".problem").TextContent.Trim();
    }
}
