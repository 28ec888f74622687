using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the screen that is shared with the person: what reaches the browser then, and how one leaves it again.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class TogetherTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser), IClassFixture<WrittenDemo>
{
    private const string Claire = "Claire Vasseur";
    private const string NothingElse = "canari caché dans une séance";

    /// <summary>Every text and every attribute of the whole document, its head included.</summary>
    private const string Everything =
        "[document.documentElement.textContent, ...[...document.querySelectorAll('*')].flatMap(element => [...element.attributes].map(attribute => attribute.value))]";

    private readonly List<(IWebSocket Wire, List<byte> Received)> _wires = [];

    [Fact]
    public async Task Nothing_of_ones_own_reaches_the_page_that_is_looked_at_together()
    {
        var visit = await EnterAsync();
        visit.Page.WebSocket += (_, wire) => Listen(wire);
        var practitioner = await WriteOfClaireAsync(visit);
        var isPrivate = await OwnWordsAsync(practitioner);
        Assert.True(isPrivate.Count > 100, $"Only {isPrivate.Count} texts of one's own were found to compare with.");

        var before = _wires.Count;
        await practitioner.Button("Regarder ensemble").ClickAsync();
        await Expect(practitioner.Timeline).ToBeVisibleAsync();
        var seen = new StringBuilder(visit.Page.Url);
        foreach (var stop in (string[])["Parcours", "Années", "Un an", "Saison", "Semaines"])
        {
            await practitioner.Button(stop).ClickAsync();
            await Expect(practitioner.Button(stop)).ToHaveAttributeAsync("aria-pressed", "true");
            await Expect(practitioner.Timeline.Locator(".stop.on .item").First).ToBeAttachedAsync();
            seen.AppendJoin('\n', await visit.Page.EvaluateAsync<string[]>(Everything));
        }

        await visit.Page.GetByText("Lire en liste").ClickAsync();
        seen.AppendJoin('\n', await OpenEachAsync(visit.Page, "details", "", "[panel.textContent, panel.innerHTML]"));
        seen.AppendJoin('\n', await visit.Page.EvaluateAsync<string[]>(Everything));
        var arrived = Plain(Encoding.UTF8.GetString([.. _wires.Skip(before).SelectMany(wire => wire.Received)]));
        var shown = Plain(seen.ToString());

        Assert.Equal("CareJournal", await visit.Page.TitleAsync());
        Assert.All((string[])[shown, arrived], all =>
        {
            Assert.Contains("Deux kilomètres de plus toutes les trois semaines.", all, StringComparison.Ordinal);
            Assert.Contains("Garder une heure à moi, porte fermée", all, StringComparison.Ordinal);
            Assert.Contains("La moitié de chaque chose, puis recommencer", all, StringComparison.Ordinal);
            Assert.Contains("Une chose à la fois, et tu appelles.", all, StringComparison.Ordinal);
            Assert.DoesNotContain("Elle fait tout, puis plus rien de trois jours.", all, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\d (séances?|réponses?|poussées?|pauses?)\b|Dit au retour|Période|Plus long que|plus long que|habituel", all);
            Assert.DoesNotContain(isPrivate, text => all.Contains(text, StringComparison.Ordinal));
        });

        await ShowsOneTextAsync(practitioner);
        await IsABareDateAsync(practitioner);
        await practitioner.Button("Revenir à ma vue").ClickAsync();
        await visit.CheckAccessibilityAsync();
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.CheckAccessibilityAsync();
        await visit.ScreenshotAsync("together");
    }

    [Fact]
    public async Task The_screen_stays_shared_in_every_tab_until_the_passphrase_is_given()
    {
        var visit = await EnterAsync();
        // Pages are redirected in the middle of a call: the framework reports it on the console.
        visit.Expect("no longer available");
        visit.Expect("ERR_FAILED");
        var practitioner = new Practitioner(visit);
        await practitioner.FindsAsync("vass", Claire);
        var person = new Uri(visit.Page.Url).AbsolutePath;
        var reading = await TabAsync(visit, "/patients?all=true");
        // Words that are in no draft, since none is taken: this tab must not lose them. Those in a draft may go, and wait on the day.
        var writing = await TabAsync(visit, $"{person}/edit");
        await writing.RouteAsync("**/drafts/*", request => request.AbortAsync());
        await writing.GetByLabel("À garder en tête", new() { Exact = true }).FillAsync("Un mot que personne n’a enregistré.");

        await practitioner.Button("Regarder ensemble").ClickAsync();
        await IsSharedAsync(visit.Page);
        await IsSharedAsync(reading);
        await Expect(writing.GetByText("Un suivi est regardé ensemble dans un autre onglet. Votre texte attend ici.")).ToBeVisibleAsync();
        await Expect(writing.GetByLabel("À garder en tête", new() { Exact = true })).ToBeHiddenAsync();

        await visit.Page.ReloadAsync();
        await IsSharedAsync(visit.Page);
        foreach (var address in (string[])["/", "/patients", "/away", "/settings", person, $"{person}/edit", $"{person}/visits/new", "/nowhere"])
        {
            await visit.GoToAsync(address);
            await IsSharedAsync(visit.Page);
        }

        for (var back = 0; back < 3; back++)
        {
            await visit.Page.GoBackAsync();
            await IsSharedAsync(visit.Page);
        }

        await LeavesAsync(practitioner, "pas la bonne");
        await Expect(practitioner.Page.GetByText("Ce n’est pas la bonne phrase de passe.")).ToBeVisibleAsync();
        await IsSharedAsync(visit.Page);
        await practitioner.Field("Phrase de passe ou code de secours").FillAsync("demo");
        await practitioner.Page.Keyboard.PressAsync("Enter");

        await Expect(practitioner.Link("Noter la séance (N)")).ToBeVisibleAsync();
        await Expect(reading.GetByRole(AriaRole.Link, new() { Name = "Noter la séance (N)" })).ToBeVisibleAsync();
        await Expect(writing.GetByLabel("À garder en tête", new() { Exact = true })).ToHaveValueAsync("Un mot que personne n’a enregistré.");
        await visit.GoToAsync($"{person}/together");
        await Expect(practitioner.Link("Noter la séance (N)")).ToBeVisibleAsync();
    }

    /// <summary>Opens a page with a session of its own, since the screen is shared in all pages of a session.</summary>
    private async Task<WatchedPage> EnterAsync()
    {
        var visit = await OpenAsync(demo.Journal);
        await new Practitioner(visit).EntersAsync(DemoFolder.Passphrase);
        return visit;
    }

    /// <summary>Records about Claire what must stay private: a standing note, a hidden session, a hidden flare-up, an event that somebody confided.</summary>
    private static async Task<Practitioner> WriteOfClaireAsync(WatchedPage visit)
    {
        await visit.GoToAsync("/");
        var practitioner = new Practitioner(visit);
        await practitioner.FindsAsync("vass", Claire);
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        await practitioner.Field("À garder en tête").FillAsync("canari à garder en tête");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesTitleAsync(Claire);

        await practitioner.LogsAsync();
        await practitioner.Field("Date de la séance").FillAsync("hier");
        await practitioner.Field("Ce que je retiens").FillAsync(NothingElse);
        await practitioner.Field("Convenu").FillAsync("canari convenu et caché");
        if (!await practitioner.Field("Note (facultatif)").IsVisibleAsync())
        {
            await practitioner.Page.GetByText("Heure, lieu, autres précisions").ClickAsync();
        }

        await practitioner.Field("Note (facultatif)").FillAsync("canari dans une note cachée");
        await TicksAsync(practitioner, "Masquer quand nous regardons ensemble");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");

        await practitioner.Link("Ajouter une poussée").ClickAsync();
        await practitioner.Field("Début").FillAsync("mars 2019");
        await practitioner.Field("Ce qui l’a précédée").FillAsync("canari avant une poussée");
        await TicksAsync(practitioner, "Masquer quand nous regardons ensemble");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Poussée ajoutée");

        await practitioner.Link("Ajouter un moment de vie").ClickAsync();
        await practitioner.Field("En quelques mots").FillAsync("canari confié par sa sœur");
        await practitioner.Field("Début").FillAsync("été 2020");
        await TicksAsync(practitioner, "Confié par un tiers, ou concernant un tiers");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Moment de vie ajouté");
        return practitioner;
    }

    /// <summary>Ticks a box by keyboard.</summary>
    private static async Task TicksAsync(Practitioner practitioner, string words)
    {
        var box = practitioner.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{words}") });
        await box.PressAsync("Space");
        await Expect(box).ToBeCheckedAsync();
    }

    /// <summary>Reads in the practitioner's own view all that is the practitioner's own: every text taken away, every note, every title and aim of a period, every other name.</summary>
    private static async Task<List<string>> OwnWordsAsync(Practitioner practitioner)
    {
        await practitioner.Page.GetByText("Lire en liste").ClickAsync();
        await Expect(practitioner.Page.Locator("details.list a").First).ToBeVisibleAsync();
        var own = await OpenEachAsync(
            practitioner.Page, "details.list", "visit-",
            """[...panel.querySelectorAll('.text')].filter(text => text.matches('.note') || /^Ce que je retiens/.test(text.textContent)).map(text => [...text.childNodes].filter(node => node.nodeName !== 'STRONG').map(node => node.textContent).join(''))""");
        var periods = await OpenEachAsync(
            practitioner.Page, "details.list", "period-",
            """[panel.querySelector('h2').textContent.replace(/^[^«]*«\s*|\s*»$/g, ''), ...[...panel.querySelectorAll('.text')].map(text => text.lastChild.textContent)]""");
        // A period may be called by a word that the person said too, of a bereavement for instance: that one is no secret.
        var told = Plain(string.Join('\n', await OpenEachAsync(practitioner.Page, "details.list", "life-event-", "[panel.textContent]")));
        var person = practitioner.Page.Url;
        await practitioner.Page.GotoAsync("/patients?all=true");
        var people = practitioner.Page.GetByRole(AriaRole.Row).GetByRole(AriaRole.Link);
        await Expect(people.First).ToBeVisibleAsync();
        var names = await people.AllTextContentsAsync();
        await practitioner.Page.GotoAsync(person);
        await practitioner.SeesTitleAsync(Claire);
        Assert.Contains(own, text => text.Contains(NothingElse, StringComparison.Ordinal));
        Assert.NotEmpty(periods);
        Assert.True(names.Count > 20);
        return [.. own.Concat(periods).Concat(names).Select(Plain).Where(text => text.Length > 0 && text != Claire && !told.Contains(text, StringComparison.Ordinal)).Append("canari").Distinct()];
    }

    /// <summary>Opens all that the lines of a list lead to, one after the other, and returns what an expression over the panel finds each time.</summary>
    private static Task<string[]> OpenEachAsync(IPage page, string list, string kind, string reading) => page.EvaluateAsync<string[]>(
        $$"""
        async () => {
            const found = [];
            const panel = document.querySelector('#detail');
            const lines = [...document.querySelectorAll('{{list}} [data-item]')].filter(line => line.dataset.item.startsWith('{{kind}}'));
            // A period that spans two years has a line under each; opened again, it would not be printed again.
            for (const line of new Map(lines.map(line => [line.dataset.item, line])).values()) {
                const before = panel.querySelector('h2');
                const patience = performance.now() + 10000;
                line.click();
                while (panel.querySelector('h2') === before || !panel.querySelector('h2')) {
                    if (performance.now() > patience) {
                        throw new Error(`Nothing opened from: ${line.textContent}`);
                    }
                    await new Promise(resolve => setTimeout(resolve, 5));
                }
                found.push(...{{reading}});
            }
            return found;
        }
        """);

    private static async Task ShowsOneTextAsync(Practitioner practitioner)
    {
        var written = practitioner.Page.GetByText(new Regex("^Ce que je retiens"));
        var sessions = practitioner.Page.Locator("details a[href*='item=visit-']").Filter(new() { HasTextRegex = new Regex("^Séance") });
        await sessions.Nth(3).ClickAsync();
        await Expect(written).ToHaveCountAsync(0);
        await practitioner.Button("Montrer mon texte").ClickAsync();
        await Expect(written).ToHaveCountAsync(1);
        await sessions.Nth(4).ClickAsync();
        await Expect(practitioner.Button("Montrer mon texte")).ToBeVisibleAsync();
        await Expect(written).ToHaveCountAsync(0);
    }

    /// <summary>Checks that the hidden session of yesterday is the latest one in the list, and shows only its date.</summary>
    private static async Task IsABareDateAsync(Practitioner practitioner)
    {
        await practitioner.Page.Locator("details a[href*='item=visit-']").Filter(new() { HasTextRegex = new Regex("^Séance") }).First.ClickAsync();
        await Expect(practitioner.Button("Montrer mon texte")).ToHaveCountAsync(0);
        await Expect(practitioner.Detail).ToHaveTextAsync(Practitioner.Saying(@"^\s*Séance du \d+(ᵉʳ)? \S+ \d{4}\s*$"));
    }

    private static async Task IsSharedAsync(IPage page)
    {
        await Expect(page).ToHaveURLAsync(new Regex("/together(\\?|$)"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Revenir à ma vue" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
    }

    private static async Task LeavesAsync(Practitioner practitioner, string passphrase)
    {
        await practitioner.Button("Revenir à ma vue").ClickAsync();
        await practitioner.Field("Phrase de passe ou code de secours").FillAsync(passphrase);
        await practitioner.Button("Revenir").ClickAsync();
    }

    private static async Task<IPage> TabAsync(WatchedPage visit, string path)
    {
        var tab = await visit.Page.Context.NewPageAsync();
        await tab.GotoAsync(path);
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return tab;
    }

    private static string Plain(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private void Listen(IWebSocket wire)
    {
        List<byte> received = [];
        _wires.Add((wire, received));
        wire.FrameReceived += (_, frame) =>
        {
            lock (received)
            {
                received.AddRange(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
            }
        };
    }
}
