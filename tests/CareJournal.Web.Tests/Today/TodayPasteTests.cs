using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Today;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.Today;

/// <summary>Tests that a pasted list plans the day only once every line is clear.</summary>
public sealed class TodayPasteTests
{
    [Fact]
    public async Task Known_names_are_shown_as_they_were_found_and_added_in_one_act()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur", "1971-03-12");
        await test.PersonAsync("Jean", "Petit");
        var page = await PasteAsync(test, "9 h 30 Vasseur\n14h Petit J.");
        Assert.Equal(
            ["9 h 30 | Vasseur | Claire Vasseur · 55 ans · 12 mars 1971 | À ajouter", "14 h | Petit J. | Jean Petit | À ajouter"],
            Lines(page).Select(line => string.Join(" | ", line.QuerySelectorAll(".line > *").Select(PeopleSight.Read))));

        await page.Button("Ajouter ces séances").ClickAsync(new());

        Assert.Equal(["Claire Vasseur", "Jean Petit"], page.FindAll("ol li .name").Select(PeopleSight.Read));
        Assert.Equal("Séances du jour ajoutées à 12 h : 2 séances", Plain(test.Notices.Current!.Message));
        PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        Assert.Empty((await test.Get<TodayReader>().ReadAsync()).Sessions);
    }

    [Fact]
    public async Task Nothing_is_written_while_one_line_is_unclear_and_each_says_why()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        await test.PersonAsync("Jean", "Petit");
        await test.PersonAsync("Marc", "Petit");
        await test.PersonAsync("Paul", "Roche", deceased: "2026-01-01");
        var page = await PasteAsync(test, "9h Vasseur\n10h Petit\n11h Inconnu\n12h Vasseur\n14h Roche");

        await page.Button("Ajouter ces séances").ClickAsync(new());

        Assert.Equal("4 lignes restent à préciser : rien n’a encore été ajouté.", page.Find("#day-list-problem").Read());
        Assert.Empty((await test.Get<TodayReader>().ReadAsync()).Sessions);
        Assert.Equal(
            [
                "Plusieurs personnes portent ce nom. Laquelle vient ?",
                "Personne ne porte ce nom dans le journal. Cherchez sous un autre nom, ou laissez cette ligne de côté.",
                "Claire Vasseur figure déjà plus haut dans la liste.",
                "Paul Roche : un décès est noté. Cherchez quelqu’un d’autre, ou laissez cette ligne de côté.",
            ],
            page.FindAll(".choices > p").Select(PeopleSight.Read));
    }

    [Fact]
    public async Task Each_unclear_line_is_settled_by_a_choice_that_can_be_made_otherwise()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var jean = await test.PersonAsync("Jean", "Petit");
        var marc = await test.PersonAsync("Marc", "Petit");
        var page = await PasteAsync(test, "10h Petit\n11h Inconnu\n12h Vasseur\n13h Vasseur");

        await Line(page, 0, "Marc Petit").ClickAsync(new());
        await Line(page, 0, "Choisir autrement").ClickAsync(new());
        await Line(page, 0, "Jean Petit").ClickAsync(new());
        await Line(page, 1, "Chercher quelqu’un").ClickAsync(new());
        await Lines(page)[1].QuerySelector("[role=combobox]")!.InputAsync("mar");
        await Lines(page)[1].QuerySelector("[role=combobox]")!.KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await Line(page, 3, "Laisser de côté").ClickAsync(new());
        Assert.Equal(["À ajouter", "À ajouter", "À ajouter", "Laissé de côté"], page.FindAll(".paste .pill").Select(PeopleSight.Read));

        await page.Button("Ajouter ces séances").ClickAsync(new());
        Assert.Equal([jean, marc], (await test.Get<TodayReader>().ReadAsync()).Sessions.Take(2).Select(session => session.PatientId));
        Assert.Equal(3, page.FindAll("ol li .name").Count);
    }

    [Fact]
    public async Task A_list_pasted_twice_adds_nobody_twice()
    {
        await using var test = PeopleTestContext.French();
        await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur"), new TimeOnly(9, 30));
        var page = await PasteAsync(test, "9 h 30 Vasseur");
        Assert.Contains("Déjà dans les séances du jour : rien ne sera ajouté pour cette ligne.", Lines(page)[0].Read(), StringComparison.Ordinal);

        await page.Button("Ajouter ces séances").ClickAsync(new());

        Assert.Equal(("Rien à ajouter : tout est déjà là, ou laissé de côté.", null), (Plain(test.Notices.Current!.Message), test.Notices.Current.ActId));
        Assert.Single(page.FindAll("ol li .name"));
    }

    [Fact]
    public async Task A_text_without_a_name_is_reported_at_its_field_and_stays()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var page = await PasteAsync(test, "9 h 30\n---");
        Assert.Equal("Aucun nom n’a été lu. Une séance par ligne, par exemple : 9 h 30 Vasseur.", page.Find("#day-list-problem").Read());
        Assert.Equal("9 h 30\n---", page.Find("#day-list").GetAttribute("value"));
    }

    private static async Task<IRenderedComponent<TodayPage>> PasteAsync(PeopleTestContext test, string pasted)
    {
        var page = test.Open<TodayPage>(Urls.Today);
        await page.Button("Coller la liste du jour").ClickAsync(new());
        await page.Find("#day-list").ChangeAsync(pasted);
        await page.Find("form").SubmitAsync();
        return page;
    }

    private static IReadOnlyList<IElement> Lines(IRenderedComponent<TodayPage> page) => page.FindAll(".paste ol > li");

    private static IElement Line(IRenderedComponent<TodayPage> page, int line, string words) =>
        Lines(page)[line].QuerySelectorAll("button").First(button => button.Read().StartsWith(words, StringComparison.Ordinal));

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
