using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests that the page of a person is read ahead while the pointer rests on their name, and that what was read is never old, never somebody else's, and gone with the lock.</summary>
public sealed class ReadAheadTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser), IClassFixture<WrittenDemo>
{
    private const string Note = "À garder en tête";

    // Every name that a picture showed before its page was there.
    private const string WatchPictures = """
        () => {
            window.picturesShown = [];
            new MutationObserver(() => window.picturesShown.push(...[...document.querySelectorAll('.read-ahead[data-shown] h1')].map(title => title.textContent)))
                .observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-shown'] });
        }
        """;

    private static ILocator Picture(IPage page) => page.Locator(".read-ahead");

    [Fact]
    public async Task A_person_one_rests_on_is_shown_with_the_click_and_what_another_tab_saved_meanwhile_is_in_it()
    {
        var (practitioner, first, second) = await InTheOverviewAsync(await OpenAsync(demo.Journal));
        var page = practitioner.Page;
        await first.HoverAsync();
        await Expect(Picture(page).Locator("h1")).ToHaveCountAsync(1);
        var name = await Picture(page).Locator("h1").InnerTextAsync();
        await Expect(Picture(page).Locator(".stop.on .item").First).ToBeAttachedAsync();
        await practitioner.SeesTitleAsync("Vue d’ensemble");

        await SaveNoteAsync(page, (await first.GetAttributeAsync("href"))!, "Aime les zibelines.");
        await Expect(Picture(page)).ToHaveCountAsync(0);

        await second.HoverAsync();
        await Expect(Picture(page).Locator("h1")).Not.ToHaveTextAsync(name);
        await first.HoverAsync();
        await Expect(Picture(page)).ToContainTextAsync("Aime les zibelines.");
        await page.EvaluateAsync(WatchPictures);
        await first.ClickAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync(name);
        await Expect(page.Locator("main .person")).ToContainTextAsync("Aime les zibelines.");
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        await Expect(Picture(page)).ToHaveCountAsync(0);
        Assert.Equal([name], (await page.EvaluateAsync<string[]>("() => window.picturesShown")).Distinct());

        await page.GoBackAsync();
        await practitioner.SeesTitleAsync("Vue d’ensemble");
        await Expect(Picture(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_a_lock_covers_holds_nothing_of_the_person_it_read_ahead()
    {
        var visit = await OpenAsync(demo.Journal);
        // The lock cuts the connections of both pages, which then ask whether their session is still valid.
        visit.Expect("401");
        visit.Expect("WebSocket closed");
        var (practitioner, first, _) = await InTheOverviewAsync(visit);
        var page = practitioner.Page;
        await first.HoverAsync();
        await Expect(Picture(page).Locator("h1")).ToHaveCountAsync(1);
        var header = await Picture(page).Locator(".known").InnerTextAsync();
        Assert.NotEmpty(header);

        // A page with unsaved text is the only one that stays after a lock.
        await page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<p data-unsent></p>')");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await new Practitioner(other).Button("Verrouiller").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-covered", "true");
        await Expect(Picture(page)).ToHaveCountAsync(0);
        Assert.DoesNotContain(header, await page.EvaluateAsync<string>("() => document.documentElement.textContent"), StringComparison.Ordinal);
        await page.EvaluateAsync("() => document.querySelector('p[data-unsent]').remove()");
    }

    // The width of a drawing is known once one was drawn.
    private async Task<(Practitioner Practitioner, ILocator First, ILocator Second)> InTheOverviewAsync(WatchedPage visit)
    {
        var practitioner = await demo.OpenAsync(visit, "vass", "Claire Vasseur");
        await Expect(practitioner.Timeline).ToBeVisibleAsync();
        await practitioner.Link("Vue d’ensemble").ClickAsync();
        await practitioner.SeesTitleAsync("Vue d’ensemble");
        var people = practitioner.Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link);
        await Expect(people.Nth(1)).ToBeVisibleAsync();
        return (practitioner, people.First, people.Nth(1));
    }

    private static async Task SaveNoteAsync(IPage page, string person, string note)
    {
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync($"{person}/edit");
        var practitioner = new Practitioner(tab);
        await practitioner.Field(Note).FillAsync(note);
        await practitioner.Button("Enregistrer").ClickAsync();
        await Expect(tab.Locator("main .person")).ToContainTextAsync(note);
        await tab.CloseAsync();
        await page.BringToFrontAsync();
    }
}
