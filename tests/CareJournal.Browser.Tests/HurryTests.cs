using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

public sealed class HurryTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
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

    [Theory]
    [InlineData("/TimelineDrawing.", false)]
    [InlineData("/TimelineDrawing.", true)]
    [InlineData("refresh", false)]
    [InlineData("refresh", true)]
    public async Task A_mark_that_is_pressed_before_its_drawing_listens_is_chosen_once_it_does(string call, bool byKey)
    {
        var (practitioner, circuit) = await SecondLookAtAsync(call);

        var mark = practitioner.Page.Locator(".stop.on .item.visit.held").Last;
        var session = await mark.GetAttributeAsync("data-key");
        if (byKey)
        {
            await mark.FocusAsync();
            await practitioner.Page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await mark.ClickAsync();
        }

        Assert.DoesNotContain("item=", practitioner.Page.Url, StringComparison.Ordinal);
        circuit.Release();

        await Expect(practitioner.Page).ToHaveURLAsync(new Regex($"item={session}"));
        await Expect(practitioner.Timeline.Locator($".stop.on .item.chosen[data-key='{session}']")).ToBeFocusedAsync();
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^Séance du ") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mark_that_was_pressed_on_a_page_that_was_left_meanwhile_is_forgotten()
    {
        var (practitioner, circuit) = await SecondLookAtAsync("/TimelineDrawing.");

        await practitioner.Page.Locator(".stop.on .item.visit.held").Last.ClickAsync();
        await practitioner.Link("Personnes").ClickAsync();
        circuit.Release();

        await practitioner.SeesTitleAsync("Personnes");
        await practitioner.FindsAsync("vass", "Claire Vasseur");
        await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
        Assert.DoesNotContain("item=", practitioner.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_palette_opens_before_its_script_has_come_and_leads_on()
    {
        var visit = await OpenSharedDemoAsync();
        var practitioner = new Practitioner(visit);
        var circuit = await HeldCircuit.OfAsync(visit.Page);
        circuit.HoldFrom("/Palette.");
        await visit.GoToAsync("/");
        await circuit.Held;

        await practitioner.Page.Keyboard.PressAsync("Control+k");
        await practitioner.Page.Keyboard.TypeAsync("Revue");
        circuit.Release();
        await Expect(practitioner.Page.Locator("dialog[open] [role='option']").First).ToContainTextAsync("Revue des suivis");
        await practitioner.Page.Keyboard.PressAsync("Enter");

        await practitioner.SeesTitleAsync("Revue des suivis");
        await Expect(practitioner.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_that_is_pressed_while_a_save_is_about_to_lead_to_its_page_is_followed()
    {
        var visit = await OpenAsync(demo.Journal);
        var circuit = await HeldCircuit.OfAsync(visit.Page);
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Aline", "Maillard", "12/3/1971");
        await practitioner.LogsAsync();
        await practitioner.TakesAwayAsync("Marche le matin.");

        circuit.HoldFrom("navigationManager.navigateTo");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await circuit.Held;
        await practitioner.Link("Personnes").ClickAsync();
        circuit.Release();

        await practitioner.SeesTitleAsync("Personnes");
        await practitioner.Page.GoBackAsync();
        await Expect(practitioner.Detail).ToContainTextAsync("Marche le matin.");
    }

    [Fact]
    public async Task A_link_that_is_pressed_while_a_chosen_mark_is_about_to_be_opened_is_followed()
    {
        var (practitioner, circuit) = await SecondLookAtAsync("navigationManager.navigateTo", atOnce: false);

        await practitioner.Page.Locator(".stop.on .item.visit.held").Last.ClickAsync();
        await circuit.Held;
        await practitioner.Link("Personnes").ClickAsync();
        circuit.Release();

        await practitioner.SeesTitleAsync("Personnes");
        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("/patients$"));
    }

    // At the first look the drawing is measured by its script; from the second one on it is painted before the script has come.
    private async Task<(Practitioner Practitioner, HeldCircuit Circuit)> SecondLookAtAsync(string call, bool atOnce = true)
    {
        var visit = await OpenSharedDemoAsync();
        var practitioner = new Practitioner(visit);
        var circuit = await HeldCircuit.OfAsync(visit.Page);
        await visit.GoToAsync("/");
        await practitioner.FindsAsync("vass", "Claire Vasseur");
        await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
        await practitioner.GoesToAsync("Aujourd’hui");
        await practitioner.SeesTitleAsync("Aujourd’hui");

        if (atOnce)
        {
            circuit.HoldFrom(call);
            await practitioner.FindsAsync("vass", "Claire Vasseur");
            await circuit.Held;
        }
        else
        {
            await practitioner.FindsAsync("vass", "Claire Vasseur");
            await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
            circuit.HoldFrom(call);
        }

        return (practitioner, circuit);
    }
}
