using Microsoft.Playwright;

namespace CareJournal.Browser;

public sealed class FirstVisitTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_first_visit_is_led_to_the_first_run_page()
    {
        var journal = await StartJournalAsync();
        foreach (var look in (PageLook[])[new(), PageLook.InTheDark, PageLook.Narrow, PageLook.English])
        {
            var visit = await OpenAsync(journal, look);

            await visit.GoToAsync("/");

            await Assertions.Expect(visit.Page).ToHaveURLAsync(new Uri(journal.Address, "/first-run").ToString());
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(
                look == PageLook.English ? "Create the journal" : "Créer le journal");
            await visit.CheckAccessibilityAsync();
            await visit.ScreenshotAsync("first-run");
        }
    }
}
