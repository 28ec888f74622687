using CareJournal.Keeping;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Patients;
using CareJournal.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Web.Settings;

/// <summary>Tests what is shown of a check of the whole journal.</summary>
public sealed class CheckSectionTests
{
    [Fact]
    public async Task A_whole_journal_is_said_to_be_as_it_was_written_with_the_day_of_the_check()
    {
        await using var test = PeopleTestContext.French();
        await test.HeldAsync(await test.PersonAsync("Claire", "Vasseur"), "2026-11-10");
        var section = await ShowAsync(test);
        Assert.Equal("Pas encore vérifié en entier.", section.Find("p.muted").Read());

        await CheckAsync(section);

        Assert.StartsWith("Tout est tel que vous l’avez écrit : ", section.Find("[role=status]").Read(), StringComparison.Ordinal);
        Assert.StartsWith("Dernière vérification complète ", (await ShowAsync(test)).Find("p.muted").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_without_the_program_is_named_by_its_person_and_day()
    {
        await using var test = PeopleTestContext.French();
        await test.HeldAsync(await test.PersonAsync("Claire", "Vasseur"), "2026-11-10");
        await using (var journal = await test.Get<IDbContextFactory<JournalContext>>().CreateDbContextAsync())
        {
            await journal.Database.ExecuteSqlRawAsync("UPDATE Visits SET Note = 'jamais écrite'; CREATE VIEW everybody AS SELECT * FROM Patients");
        }

        var section = await ShowAsync(test);
        await CheckAsync(section);

        Assert.Equal("problem", section.Find("[role=status]").ClassName);
        string[] lines = [.. section.FindAll("li").Select(PeopleSight.Read)];
        Assert.Contains("la séance du 10 novembre 2026, Claire Vasseur", lines);
        Assert.Contains("everybody", lines);
    }

    [Fact]
    public async Task The_name_of_every_table_of_the_record_has_its_word()
    {
        await using var test = PeopleTestContext.French();
        await using var journal = await test.Get<IDbContextFactory<JournalContext>>().CreateDbContextAsync();
        Assert.All(StoredTable.AllOf(journal.Model), table => Assert.NotEqual($"Check.Table.{table.Name}", test.Get<Words>()[$"Check.Table.{table.Name}"]));
    }

    [Fact]
    public async Task A_check_goes_on_when_its_page_is_left_and_another_page_shows_how_it_ended()
    {
        await using var test = PeopleTestContext.French();
        Task run = test.Get<CheckRun>().StartAsync();
        (await ShowAsync(test)).Dispose();
        await run;
        Assert.StartsWith("Tout est tel que vous l’avez écrit : ", (await ShowAsync(test)).Find("[role=status]").Read(), StringComparison.Ordinal);
    }

    private static async Task<IRenderedComponent<CheckSection>> ShowAsync(PeopleTestContext test)
    {
        var settings = await test.Get<SettingsReader>().ReadAsync();
        return test.Context.Render<CheckSection>(section => section.Add(check => check.Settings, settings));
    }

    private static async Task CheckAsync(IRenderedComponent<CheckSection> section)
    {
        await section.FindAll("button").Single(button => button.TextContent.Contains("Vérifier maintenant", StringComparison.Ordinal)).ClickAsync(new());
        section.WaitForAssertion(() => Assert.NotEqual("", section.Find("[role=status]").TextContent.Trim()), TimeSpan.FromSeconds(30));
    }
}
