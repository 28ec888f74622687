using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Lists every page of the demo that is tested, in an order in which one leads to the next.</summary>
internal static class PagesBehindTheLock
{
    /// <summary>Each page with the way to it, which may begin on the page before.</summary>
    public static IEnumerable<(string Name, Func<WatchedPage, Task> OpenAsync)> All =>
    [
        ("today", visit => visit.GoToAsync("/")),
        ("today-search", SearchAsync),
        ("today-pasted", PasteAsync),
        ("people", visit => visit.GoToAsync("/patients")),
        ("people-all", visit => visit.GoToAsync("/patients?all=true&ended=true")),
        ("visit-new", LogForSomebodyNewAsync),
        ("versions", ChangeWhatWasLoggedAsync),
        ("reconnect", LoseTheConnectionAsync),
        ("person-new", visit => visit.GoToAsync("/patients/new")),
        ("timeline", FindClaireAsync),
        ("timeline-course", visit => StopAsync(visit, 1)),
        ("timeline-year", visit => StopAsync(visit, 3)),
        ("timeline-season", visit => StopAsync(visit, 4)),
        ("timeline-weeks", visit => StopAsync(visit, 5)),
        ("timeline-folded", FoldAsync),
        ("timeline-list", ListAsync),
        ("timeline-visit", visit => ChooseAsync(visit, "visit", place: -3)),
        ("timeline-pause", visit => ChooseAsync(visit, "gap")),
        ("timeline-pause-form", visit => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Dire ce qu’il y a eu|Say what happened)$") }).ClickAsync()),
        ("timeline-flare-up", visit => ChooseAsync(visit, "flare-up")),
        ("timeline-life-event", visit => ChooseAsync(visit, "life-event")),
        ("timeline-period", visit => ChooseAsync(visit, "period")),
        ("timeline-flare-up-new", visit => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(Ajouter une poussée|Add a flare-up)$") }).ClickAsync()),
        ("timeline-life-event-new", visit => visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(Ajouter un moment de vie|Add a life event)$") }).ClickAsync()),
        ("visit-after-a-pause", visit => BesideClaireAsync(visit, "/visits/new")),
        ("take-stock", visit => BesideClaireAsync(visit, "/stock")),
        ("person-edit", visit => BesideClaireAsync(visit, "/edit")),
        ("visit-edit", EditClairesLastVisitAsync),
        ("past", EnterFromPaperAsync),
        ("rhythm", visit => BesideClaireAsync(visit, "/rhythm")),
        ("print-choice", visit => PrintClaireAsync(visit, "")),
        ("print-course", visit => PrintClaireAsync(visit, "/sheet?kind=Course")),
        ("print-letter", visit => PrintClaireAsync(visit, "/sheet?kind=Letter")),
        ("print-card", visit => PrintClaireAsync(visit, "/sheet?kind=DoorCard")),
        ("today-drafts", LeaveADraftAsync),
        ("palette", PaletteAsync),
        ("keys", KeysAsync),
        ("search", SearchJournalAsync),
        ("review", async visit =>
        {
            await visit.GoToAsync("/away");
            await Expect(visit.Page.Locator(".note").First).ToBeVisibleAsync();
        }),
        ("review-form", visit => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Préciser la suite|Settle the next step)$") }).First.ClickAsync()),
        ("review-lists", async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(En listes|As lists)$") }).ClickAsync();
            await Expect(visit.Page.Locator(".away-row").First).ToBeVisibleAsync();
        }),
        ("caseload", visit => OverviewAsync(visit, "")),
        ("caseload-first", visit => OverviewAsync(visit, "?align=FirstVisit&years=10&second=LastFlareUp&who=AtLeastVisits-5")),
        ("caseload-ended", EndedWithANoteAsync),
        ("caseload-nobody", async visit =>
        {
            await visit.GoToAsync("/caseload?who=SilentFor-1&who=AtLeastVisits-999");
            await Expect(visit.Page.Locator(".empty").GetByRole(AriaRole.Button)).ToBeVisibleAsync();
        }),
        ("returns", visit => visit.GoToAsync("/away/returns")),
        ("year", visit => visit.GoToAsync("/year/2025")),
        ("settings", visit => visit.GoToAsync("/settings")),
        ("not-found", async visit =>
        {
            visit.Expect("status of 404");
            await visit.GoToAsync("/nowhere");
        }),
    ];

    private static async Task SearchJournalAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/search");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("dos");
        await Expect(visit.Page.Locator("mark").First).ToBeVisibleAsync();
    }

    private static async Task SearchAsync(WatchedPage visit)
    {
        await visit.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("ma");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
    }

    private static async Task PasteAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Coller la liste du jour|Paste the day’s list)$") }).ClickAsync();
        await visit.Page.Locator("#day-list").FillAsync("9 h 30 Vasseur\n10 h Personne-Inconnue\n11 h Vasseur Claire");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visit.Page.Locator(".unclear")).ToHaveCountAsync(2);
    }

    private static async Task FindClaireAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/");
        await visit.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("vass");
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "Claire Vasseur" }).ClickAsync();
        await Expect(visit.Page.Locator(".timeline .stop.on [tabindex='0']")).ToHaveCountAsync(1);
    }

    /// <summary>Shows Claire's timeline from a distance, on the weeks of her last flare-up where one is near.</summary>
    private static async Task StopAsync(WatchedPage visit, int stop)
    {
        await visit.Page.Locator(".timeline .stop.on [data-key^='visit-'], .timeline .stop.on [data-key^='column-']").Last.FocusAsync();
        await visit.Page.Keyboard.PressAsync(stop.ToString(CultureInfo.InvariantCulture));
        await Expect(visit.Page.Locator($".timeline .world > .stop.on[data-stop='{stop}']")).ToHaveCountAsync(1);
        if (stop >= 4)
        {
            // From near one reads: the column comes with what is in the window.
            await Expect(visit.Page.Locator(".reading article")).Not.ToHaveCountAsync(0);
        }
    }

    private static async Task FoldAsync(WatchedPage visit)
    {
        await visit.Page.Locator("[data-do='stop-2']").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Replier les longues pauses|Fold long pauses)$") }).ClickAsync();
        await Expect(visit.Page.Locator(".timeline .stop.on .fold").First).ToBeAttachedAsync();
    }

    private static async Task ListAsync(WatchedPage visit)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Replier les longues pauses|Fold long pauses)$") }).ClickAsync();
        await visit.Page.Locator("details.list > summary").ClickAsync();
        await Expect(visit.Page.Locator("details.list a").First).ToBeVisibleAsync();
    }

    /// <summary>Chooses something on the drawing that no neighbour covers on a narrow window, and waits for its details.</summary>
    private static async Task ChooseAsync(WatchedPage visit, string kind, int place = 2)
    {
        await visit.Page.Locator("[data-do='stop-2']").ClickAsync();
        var item = visit.Page.Locator($".timeline .stop.on[data-stop='2'] [data-key^='{kind}-']").Nth(place);
        await item.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".timeline .stop.on .item.chosen")).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#detail").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeVisibleAsync();
    }

    /// <summary>Goes from Claire's timeline to another of her pages.</summary>
    private static Task<IResponse?> BesideClaireAsync(WatchedPage visit, string what) =>
        visit.GoToAsync(Regex.Match(new Uri(visit.Page.Url).AbsolutePath, "^/patients/[^/]+").Value + what);

    /// <summary>Goes from any of Claire's pages to what can be printed of her follow-up.</summary>
    private static Task<IResponse?> PrintClaireAsync(WatchedPage visit, string what) =>
        visit.GoToAsync($"/print{Regex.Match(new Uri(visit.Page.Url).AbsolutePath, "/patients/[^/]+").Value}{what}");

    /// <summary>Types a session after the others and one that cannot be, so that the page has a pause, a note and a problem.</summary>
    private static async Task EnterFromPaperAsync(WatchedPage visit)
    {
        await BesideClaireAsync(visit, "/past");
        // Outside a field a key leads elsewhere.
        await Expect(visit.Page.Locator(".past input:focus")).ToHaveCountAsync(1);
        foreach (var typed in new[] { "12/3/1999", "3/12", "31/2" })
        {
            await visit.Page.Keyboard.TypeAsync(typed);
            await visit.Page.Keyboard.PressAsync("Enter");
        }

        await Expect(visit.Page.Locator("[data-pause]:visible")).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".past .problem:visible")).Not.ToHaveCountAsync(0);
    }

    private static async Task EditClairesLastVisitAsync(WatchedPage visit)
    {
        await BesideClaireAsync(visit, "");
        var last = await visit.Page.Locator(".timeline .stop.on [data-key^='visit-']").Last.GetAttributeAsync("data-key");
        await BesideClaireAsync(visit, $"/visits/{last!["visit-".Length..]}");
    }

    private static async Task LogForSomebodyNewAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/patients?all=true");
        var nobodyYet = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new Regex("Pas encore de séance|No session yet") }).First;
        await visit.GoToAsync(await nobodyYet.GetByRole(AriaRole.Link).GetAttributeAsync("href") + "/visits/new");
    }

    /// <summary>Logs the session that is being typed, changes it, and shows what changed.</summary>
    private static async Task ChangeWhatWasLoggedAsync(WatchedPage visit)
    {
        var text = visit.Page.Locator("[data-draft='Impression']");
        await text.FillAsync("Vient pour la première fois.");
        await text.PressAsync("Control+Enter");
        await visit.Page.Locator("#detail a[href*='/visits/']").ClickAsync();
        await text.FillAsync("Vient pour la première fois, avec sa sœur.");
        await text.PressAsync("Control+Enter");
        await visit.Page.Locator("#detail summary").ClickAsync();
        await Expect(visit.Page.Locator("#detail ins, #detail del")).Not.ToHaveCountAsync(0);
    }

    /// <summary>Shows the dialog over a page that was locked elsewhere, without locking it: the next step leaves the page.</summary>
    private static async Task LoseTheConnectionAsync(WatchedPage visit)
    {
        await visit.Page.EvaluateAsync("() => { const dialog = document.getElementById('reconnect'); dialog.dataset.state = 'locked'; dialog.showModal(); }");
        await Expect(visit.Page.Locator("#reconnect-secret")).ToBeVisibleAsync();
    }

    /// <summary>Leaves a draft about Claire, and opens the page that lists it.</summary>
    private static async Task LeaveADraftAsync(WatchedPage visit)
    {
        await visit.GoToAsync(Regex.Match(new Uri(visit.Page.Url).AbsolutePath, "/patients/[^/]+").Value + "/visits/new");
        await visit.Page.Locator("[data-draft='Impression']").FillAsync("Des mots qui attendent.");
        await visit.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visit.Page.Locator("[aria-labelledby='today-drafts'] li")).Not.ToHaveCountAsync(0);
    }

    /// <summary>Opens the overview, and waits until the strips of its rows are drawn.</summary>
    public static async Task OverviewAsync(WatchedPage visit, string how)
    {
        await visit.GoToAsync("/caseload" + how);
        await Expect(visit.Page.Locator(".case[data-place] svg")).Not.ToHaveCountAsync(0);
        var (drawn, whole) = (await visit.Page.Locator(".axis").EvaluateAsync<double>("axis => axis.clientWidth"), visit.Page.ViewportSize!.Width);
        if (whole >= 1400 && drawn < whole / 2.0)
        {
            Assert.Fail($"Of {whole} pixels {drawn} are drawn.");
        }
    }

    /// <summary>Opens the view of those whose follow-up has ended, with the last note of the first of them.</summary>
    private static async Task EndedWithANoteAsync(WatchedPage visit)
    {
        await OverviewAsync(visit, "?ended=true");
        await visit.Page.Locator(".case[data-place] a").First.FocusAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Tooltip)).ToBeVisibleAsync();
    }

    private static async Task PaletteAsync(WatchedPage visit)
    {
        await visit.Page.Keyboard.PressAsync("Control+k");
        await visit.Page.Keyboard.TypeAsync("vas");
        await Expect(visit.Page.Locator("dialog[open] [role='option']")).Not.ToHaveCountAsync(0);
    }

    private static async Task KeysAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Touches du clavier|Keyboard keys)$") }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }
}
