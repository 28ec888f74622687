using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests what is chosen where the system sets the colours: backgrounds are lost there, outlines are not.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class ForcedColoursTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Edge = "part => { const style = getComputedStyle(part); return [style.borderTopStyle !== 'none' ? parseFloat(style.borderTopWidth) : 0, style.outlineStyle !== 'none' ? parseFloat(style.outlineWidth) : 0, style.backgroundColor].join(' '); }";

    [Fact]
    public async Task Digits_choices_and_chips_have_an_outline_and_the_chosen_one_is_marked()
    {
        var visit = await OpenSharedDemoAsync();
        await visit.GoToAsync("/");
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await new Practitioner(visit).FindsAsync("vass", "Claire Vasseur");
        await visit.GoToAsync(new Uri(visit.Page.Url).AbsolutePath + "/visits/new");
        await Expect(visit.Page.Locator("[data-scale]").First).ToBeAttachedAsync();
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => { part.open = true; })");

        await IsMarkedAsync(visit.Page.Locator("label.answer").Nth(3), visit.Page.Locator("label.answer").Nth(4));
        await IsMarkedAsync(visit.Page.Locator("label.chip:visible:not(:has(:checked))").First, visit.Page.Locator("label.chip:visible:not(:has(:checked))").Last);
        await IsMarkedAsync(visit.Page.Locator("button.chip:visible[aria-pressed='false']").First, visit.Page.Locator("button.chip:visible[aria-pressed='false']").Last);
    }

    private static async Task IsMarkedAsync(ILocator chosen, ILocator other)
    {
        // What is chosen leaves the locator of what is not.
        var (one, two) = (await chosen.ElementHandleAsync(), await other.ElementHandleAsync());
        var before = await one!.EvaluateAsync<string>(Edge);
        Assert.False(before.StartsWith("0 0 ", StringComparison.Ordinal), $"Nothing is around it: {before}");
        await one.ClickAsync();
        string after = before;
        for (int tries = 0; tries < 50 && after == before; tries++)
        {
            await Task.Delay(50);
            after = await one.EvaluateAsync<string>(Edge);
        }

        Assert.NotEqual(await two!.EvaluateAsync<string>(Edge), after);
    }
}
