using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

public sealed class HurryTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_page_that_is_left_before_its_scripts_came_is_no_fault()
    {
        var visit = await OpenSharedDemoAsync();
        var practitioner = new Practitioner(visit);
        // Each page's own script comes late, as from a busy disk; the links are there before it.
        await visit.Page.RouteAsync("**/*.razor*.js", async late =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            await late.ContinueAsync();
        });

        await visit.GoToAsync("/");
        await practitioner.FindsAsync("vass", "Claire Vasseur");
        await practitioner.Link("Personnes").ClickAsync();
        await practitioner.Link("Ajouter une personne").ClickAsync();
        await practitioner.SeesTitleAsync("Ajouter une personne");
        await practitioner.Link("Revue des suivis").ClickAsync();

        await practitioner.SeesTitleAsync("Revue des suivis");
        // What the late scripts did has reached the page by the time that a form has come and gone.
        await practitioner.Button("Préciser la suite").First.ClickAsync();
        await practitioner.Button("Revenir").ClickAsync();
        await Expect(practitioner.Page.Locator("[data-fault-view]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keys_that_come_while_the_page_is_drawn_are_carried_out()
    {
        var journal = await StartSlowlyDrawingAsync();
        var practitioner = new Practitioner(await OpenAsync(journal));
        await practitioner.EntersAsync(DemoFolder.Passphrase);

        await practitioner.Button("Coller la liste du jour").ClickAsync();
        await practitioner.Field("La liste du jour, une séance par ligne").FillAsync("9 h 30 Vasseur\n10 h Personne-Inconnue");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(practitioner.Page.GetByText("Personne ne porte ce nom dans le journal.")).ToBeVisibleAsync();
    }
}
