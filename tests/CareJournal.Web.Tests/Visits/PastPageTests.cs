using System.Text.Json;
using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Visits;

/// <summary>The page on which a paper file is entered: what it says of the rows, and how a save that cannot be ends.</summary>
public sealed class PastPageTests
{
    [Fact]
    public async Task A_grid_is_saved_as_one_act_and_the_notice_counts_its_sessions()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var page = await OpenAsync(test, person, "12 mars 2019\tMieux\t\t2 semaines\t4\tÉpaule\n26/3\n3/2\t\t\t\t\tRetour\tRatherHard\tUn hiver long");
        await page.Find("form").SubmitAsync();
        Assert.Equal(Urls.Person(person), test.Address);
        Assert.Equal("3 séances enregistrées depuis le papier", test.Notices.Current!.Message.Replace('\u00a0', ' '));
        var timeline = await test.TimelineAsync(person);
        Assert.Equal(["Épaule", "Retour"], timeline.Episodes.Select(period => period.Episode.Title));
        Assert.Equal("Un hiver long", timeline.Gaps[0].Note!.Words);
        PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        Assert.Empty((await test.TimelineAsync(person)).Held);
    }

    [Fact]
    public async Task A_session_that_another_page_saved_meanwhile_is_said_in_its_row_before_all_is_saved()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var page = await OpenAsync(test, person, "12 mars 2019\n26/3");
        await test.HeldAsync(person, "2019-03-26");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Des séances ont été enregistrées entre-temps", page.Read(), StringComparison.Ordinal);
        Assert.Single((await test.TimelineAsync(person)).Held);
        Assert.Equal("Une séance est déjà notée ce jour-là : ce sera une deuxième.", page.FindComponent<PastEditor>().Instance.Read("12 mars 2019\n26/3").Rows[1].Notes.Replace('\u00a0', ' '));
        await page.Find("form").SubmitAsync();
        Assert.Equal(3, (await test.TimelineAsync(person)).Held.Count);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_saved_keeps_all_of_the_grid_where_it_is()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var page = await OpenAsync(test, person, "12 mars 2019\n31/2\t\t\ton verra\t11");
        await page.Find("form").SubmitAsync();
        Assert.Contains("3 champs sont à revoir", page.Read(), StringComparison.Ordinal);
        Assert.Empty((await test.TimelineAsync(person)).Held);
        Assert.Single(await test.Get<DraftReader>().ReadOpenAsync());
    }

    [Fact]
    public async Task Sessions_of_a_person_who_has_died_are_asked_about_once()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur", deceased: "2020-05-01");
        var page = await OpenAsync(test, person, "12 mars 2019\n26/3");
        await page.Find("form").SubmitAsync();
        Assert.Empty((await test.TimelineAsync(person)).Held);
        await page.Button("Oui").ClickAsync(new());
        Assert.Equal(2, (await test.TimelineAsync(person)).Held.Count);
    }

    [Fact]
    public async Task An_empty_grid_and_a_person_who_is_not_there_are_said()
    {
        await using var test = PeopleTestContext.French();
        var page = await OpenAsync(test, await test.PersonAsync("Claire", "Vasseur"), null);
        await page.Find("form").SubmitAsync();
        Assert.Contains("Rien n’est encore écrit dans la grille.", page.Read(), StringComparison.Ordinal);
        Assert.NotEmpty((await OpenAsync(test, Guid.CreateVersion7(), null)).FindAll(".empty"));
    }

    /// <summary>Opens the page; the rows are those of a draft, as the script would have kept them.</summary>
    private static async Task<IRenderedComponent<PastPage>> OpenAsync(PeopleTestContext test, Guid person, string? rows)
    {
        Guid? draft = rows is null ? null : Guid.CreateVersion7();
        if (draft is { } id)
        {
            string text = JsonSerializer.Serialize(new { PatientId = person, Rows = rows });
            Assert.IsType<DraftOutcome.Kept>(await test.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = id, PatientId = person, Form = "past", Number = 1, Text = text }));
        }

        var script = test.Context.JSInterop.SetupModule(_ => true);
        script.Mode = JSRuntimeMode.Loose;
        script.Setup<Guid?>("keep", _ => true).SetResult(draft);
        var page = test.Context.Render<PastPage>(one => one.Add(shown => shown.PatientId, person));
        if (rows is not null)
        {
            await page.WaitForAssertionAsync(() => Assert.Equal(rows, page.Find("[data-shown]").GetAttribute("data-shown")));
        }

        return page;
    }
}
