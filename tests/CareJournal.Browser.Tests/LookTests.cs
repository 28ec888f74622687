using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>
/// Every page, as it looks: a picture of each lies in the output folder afterwards. The browser must not complain, and axe must find
/// nothing in light and in dark.
/// </summary>
public sealed class LookTests(BrowserFixture browser) : BrowserTest(browser)
{
    private static readonly PageLook[] Looks = [new(), PageLook.InTheDark, PageLook.Narrow, PageLook.English];
    private readonly List<string> _found = [];

    public static TheoryData<PageLook> AllLooks => [.. Looks];

    [Fact]
    public async Task Every_page_in_front_of_the_lock_is_sound()
    {
        var journal = await StartJournalAsync();
        var first = await OpenAsync(journal);
        await first.GoToAsync("/");
        await CreatedJournal.StartAsync(new Practitioner(first));
        // The code is shown to the browser that created the journal: the others borrow its cookies.
        var creation = await first.CookiesAsync();

        foreach (var look in Looks)
        {
            var visit = await OpenAsync(journal, look);
            await visit.GoToAsync("/unlock");
            await LookAsync(visit, look, "unlock");
            await visit.TakeCookiesAsync(creation);
            await visit.GoToAsync("/first-run");
            await LookAsync(visit, look, "first-run-code");
            await visit.GoToAsync("/first-run?check=true");
            await LookAsync(visit, look, "first-run-check");
            await visit.GoToAsync("/error");
            await LookAsync(visit, look, "error");
        }

        SayWhatWasFound();
    }

    [Theory]
    [MemberData(nameof(AllLooks))]
    public async Task Every_page_behind_the_lock_is_sound(PageLook look)
    {
        var visit = await OpenSharedDemoAsync(look);
        foreach (var (name, openAsync) in Rooms)
        {
            await openAsync(visit);
            await LookAsync(visit, look, name);
        }

        SayWhatWasFound();
    }

    private static IEnumerable<(string Name, Func<WatchedPage, Task> OpenAsync)> Rooms =>
    [
        ("today", visit => visit.GoToAsync("/")),
        ("today-search", SearchAsync),
        ("people", visit => visit.GoToAsync("/patients")),
        ("people-all", visit => visit.GoToAsync("/patients?all=true&ended=true")),
        ("visit-new", LogForSomebodyNewAsync),
        ("person-new", visit => visit.GoToAsync("/patients/new")),
        ("timeline", FindClaireAsync),
        ("timeline-visit", visit => ChooseAsync(visit, "visit", place: -3)),
        ("timeline-pause", visit => ChooseAsync(visit, "gap")),
        ("timeline-pause-form", visit => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Dire ce qu’il y a eu|Say what happened)$") }).ClickAsync()),
        ("timeline-flare-up", visit => ChooseAsync(visit, "flare-up")),
        ("timeline-life-event", visit => ChooseAsync(visit, "life-event")),
        ("timeline-period", visit => ChooseAsync(visit, "period")),
        ("timeline-flare-up-new", visit => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(Ajouter une poussée|Add a flare-up)$") }).ClickAsync()),
        ("timeline-life-event-new", visit => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(Ajouter un moment de vie|Add a life event)$") }).ClickAsync()),
        ("visit-after-a-pause", visit => BesideClaireAsync(visit, "/visits/new")),
        ("person-edit", visit => BesideClaireAsync(visit, "/edit")),
        ("visit-edit", EditClairesLastVisitAsync),
        ("review", visit => visit.GoToAsync("/away")),
        ("review-form", visit => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Préciser la suite|Settle the next step)$") }).First.ClickAsync()),
        ("settings", visit => visit.GoToAsync("/settings")),
        ("not-found", async visit =>
        {
            visit.Expect("status of 404");
            await visit.GoToAsync("/nowhere");
        }),
    ];

    private static async Task SearchAsync(WatchedPage visit)
    {
        await visit.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("ma");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
    }

    private static async Task FindClaireAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/");
        await visit.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("vass");
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "Claire Vasseur" }).ClickAsync();
        await Expect(visit.Page.Locator(".timeline [tabindex='0']")).ToHaveCountAsync(1);
    }

    /// <summary>Chooses something on the drawing that no neighbour covers on a narrow window, and waits for what is written of it.</summary>
    private static async Task ChooseAsync(WatchedPage visit, string kind, int place = 2)
    {
        var item = visit.Page.Locator($".timeline [data-key^='{kind}-']").Nth(place);
        await item.ClickAsync();
        await Expect(item).ToHaveClassAsync(new Regex(@"\bchosen\b"));
        await Expect(visit.Page.Locator("#detail").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeVisibleAsync();
    }

    /// <summary>From Claire's timeline to another of her pages.</summary>
    private static Task<IResponse?> BesideClaireAsync(WatchedPage visit, string what) =>
        visit.GoToAsync(Regex.Match(new Uri(visit.Page.Url).AbsolutePath, "^/patients/[^/]+").Value + what);

    private static async Task EditClairesLastVisitAsync(WatchedPage visit)
    {
        await BesideClaireAsync(visit, "");
        var last = await visit.Page.Locator(".timeline [data-key^='visit-']").Last.GetAttributeAsync("data-key");
        await BesideClaireAsync(visit, $"/visits/{last!["visit-".Length..]}");
    }

    private static async Task LogForSomebodyNewAsync(WatchedPage visit)
    {
        var nobodyYet = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new Regex("Pas encore de séance|No session yet") }).First;
        await visit.GoToAsync(await nobodyYet.GetByRole(AriaRole.Link).GetAttributeAsync("href") + "/visits/new");
    }

    private async Task LookAsync(WatchedPage visit, PageLook look, string name)
    {
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText(new Regex("^(Un instant…|One moment…)$"))).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", new Regex($"^{look.Culture[..2]}"));
        if (name.StartsWith("timeline", StringComparison.Ordinal))
        {
            await FillsItsFrameAsync(visit);
        }

        await visit.ScreenshotAsync(name);
        if (look is { Culture: "fr-FR", Width: 1400 })
        {
            // Beside the drawing only the panel changes from one picture to the next.
            await HearAsync(visit, name, name.StartsWith("timeline-", StringComparison.Ordinal) ? visit.Page.Locator("#detail") : null);
        }
    }

    /// <summary>The drawing takes the whole width, whatever was opened beside it before; below 640 pixels it scrolls.</summary>
    private static async Task FillsItsFrameAsync(WatchedPage visit)
    {
        var room = await visit.Page.Locator(".timeline").EvaluateAsync<int>("frame => Math.max(640, Math.floor(frame.clientWidth))");
        await Expect(visit.Page.Locator(".timeline > svg")).ToHaveAttributeAsync("width", room.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Keeps what axe finds, so that one bad page does not hide the next.</summary>
    private async Task HearAsync(WatchedPage visit, string name, ILocator? part)
    {
        try
        {
            await visit.CheckAccessibilityAsync(part);
        }
        catch (Xunit.Sdk.FailException found)
        {
            _found.Add($"{name}: {found.Message}");
        }
    }

    private void SayWhatWasFound()
    {
        if (_found.Count > 0)
        {
            Assert.Fail(string.Join("\n", _found));
        }
    }
}
