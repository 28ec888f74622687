using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// Acts as the practitioner in front of a French page: finds things by their visible or accessible words, and does what
/// comes up in every journey. Sentences are written with ordinary spaces: the browser folds non-breaking ones when it compares.
/// </summary>
internal sealed class Practitioner(IPage page)
{
    /// <summary>The time that a program that was just started may take for its first page, in milliseconds: on a busy machine all of it is compiled first.</summary>
    public const int FirstOpening = 90_000;

    // Asking after each Tab where the focus is costs more than the Tab: most of those that are surely needed are pressed at once.
    private const string WayByTab = """
        wanted => {
            const here = document.activeElement;
            const follows = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
            const back = here !== document.body && !wanted.contains(here) && follows(wanted, here);
            const [from, to] = back ? [wanted, here] : [here, wanted];
            const isStop = stop => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility({ visibilityProperty: true }) && !stop.closest('[inert]');
            const between = here === document.body || document.querySelector('dialog:modal') ? 0
                : [...document.querySelectorAll('a[href], button, input:not([type=radio], [type=hidden]), select, textarea, summary, [tabindex]')]
                    .filter(stop => follows(from, stop) && follows(stop, to) && isStop(stop)).length;
            return { back, surelyBetween: Math.max(0, Math.floor(between * 0.8) - 1) };
        }
        """;

    public Practitioner(WatchedPage visit)
        : this(visit.Page)
    {
    }

    public IPage Page => page;

    /// <summary>The page's title.</summary>
    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The region in which the journal says what was done, with the button that takes it back.</summary>
    public ILocator Messages => Page.GetByRole(AriaRole.Region, new() { Name = "Messages du journal" });

    /// <summary>The drawing of a whole follow-up, once all of it is there: its first picture is replaced a moment after it is painted.</summary>
    public ILocator Timeline => Page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex("parcours en une image$") }).And(Page.Locator(":not([aria-busy=true])"));

    /// <summary>The panel with the whole of what was chosen on the drawing.</summary>
    public ILocator Detail => Page.GetByRole(AriaRole.Region, new() { Name = "Détail" });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    // The passphrase is asked for in a dialog of every page too, which stays closed while the connection lasts.
    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true }).And(Page.Locator(":not(#reconnect *)"));

    /// <summary>
    /// Returns a pattern for a sentence in which any space matches a space: the browser folds non-breaking ones for plain texts, not for patterns.
    /// </summary>
    public static Regex Saying(string pattern) => new(pattern.Replace(" ", @"\s", StringComparison.Ordinal));

    /// <summary>Shows one of the tabs below the drawing.</summary>
    public Task TabAsync(string title) => Page.GetByRole(AriaRole.Tab, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>Returns the marks on the drawing with an accessible name.</summary>
    public ILocator OnTimeline(Regex sentence) => Timeline.GetByRole(AriaRole.Button, new() { NameRegex = sentence });

    /// <inheritdoc cref="OnTimeline(Regex)"/>
    public ILocator OnTimeline(string sentence) => Timeline.GetByRole(AriaRole.Button, new() { Name = sentence, Exact = true });

    /// <summary>Chooses something on the drawing by keyboard, wherever in time it is: the focus brings it into the window.</summary>
    public async Task ChoosesAsync(Regex sentence, bool first = false)
    {
        // The picture is there before its script: this mark of it is not.
        await Assertions.Expect(Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
        await (first ? OnTimeline(sentence).First : OnTimeline(sentence)).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Moves the focus to something by Tab alone, backwards where it is before the current focus.</summary>
    public async Task TabsToAsync(ILocator wanted)
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        var way = await wanted.EvaluateAsync<Way>(WayByTab);
        var key = way.Back ? "Shift+Tab" : "Tab";
        for (var step = 0; step < way.SurelyBetween; step++)
        {
            await Page.Keyboard.PressAsync(key);
        }

        for (var step = 0; step < 250; step++)
        {
            await Page.Keyboard.PressAsync(key);
            if (await wanted.EvaluateAsync<bool>("wanted => wanted === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never comes to {wanted}; the focus is on {await HereAsync()}.");
    }

    /// <summary>Presses something that Tab leads to.</summary>
    public async Task PressesAsync(ILocator wanted, string key = "Enter")
    {
        await TabsToAsync(wanted);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Checks that whoever uses the keys alone sees where the focus is: on something inside the window.</summary>
    public async Task HasVisibleFocusAsync()
    {
        try
        {
            await Page.WaitForFunctionAsync(
                """
                () => {
                    const here = document.activeElement;
                    const box = (here?.closest('label') ?? here)?.getBoundingClientRect();
                    return here && here !== document.body && box.width > 0 && box.bottom > 0 && box.top < innerHeight && here.matches(':focus-visible');
                }
                """,
                options: new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The focus is lost: it is on {await HereAsync()}.");
        }
    }

    public async Task SeesTitleAsync(string title) => await Assertions.Expect(Title).ToHaveTextAsync(title);

    public async Task SeesNoticeAsync(string sentence) => await Assertions.Expect(Messages).ToContainTextAsync(sentence);

    /// <summary>Takes back what was just done; a toast stays for a quarter of a minute.</summary>
    public async Task UndoesAsync()
    {
        await Messages.GetByRole(AriaRole.Button, new() { Name = "Défaire" }).ClickAsync();
        await SeesNoticeAsync("Action défaite");
    }

    /// <summary>Does again what was just taken back.</summary>
    public async Task RedoesAsync() => await Messages.GetByRole(AriaRole.Button, new() { Name = "Refaire" }).ClickAsync();

    /// <summary>Opens the journal from the page in front of it, and ends on the page that was asked for.</summary>
    public async Task UnlocksAsync(string passphrase)
    {
        await SeesTitleAsync("Ouvrir le journal");
        await GivesAsync(passphrase);
        await Assertions.Expect(Page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync(new() { Timeout = FirstOpening });
    }

    /// <summary>Goes to a page, the day by default, and gives the passphrase where it is asked for.</summary>
    public async Task EntersAsync(string passphrase, string path = "/")
    {
        await Page.GotoAsync(path);
        if (new Uri(Page.Url).AbsolutePath == "/unlock")
        {
            await UnlocksAsync(passphrase);
        }
    }

    /// <summary>Gives a passphrase to the page in front of the journal, right or wrong.</summary>
    public async Task GivesAsync(string passphrase)
    {
        await Field("Phrase de passe ou code de secours").FillAsync(passphrase);
        await Button("Ouvrir le journal").ClickAsync();
    }

    /// <summary>Goes to one of the journal's pages by its name; on a narrow window the names are in the menu.</summary>
    public async Task GoesToAsync(string name)
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
        // A page that has just come is left once its drawing is whole, as one sees it: a link pressed within the first tenth of a second was lost once.
        await Assertions.Expect(Page.Locator(".timeline[aria-busy=true]")).ToHaveCountAsync(0);
        if (await Button("Pages du journal").IsVisibleAsync())
        {
            await Button("Pages du journal").ClickAsync();
        }

        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages du journal" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>Goes to the review, and shows it as lists.</summary>
    public async Task SeesListsOfReviewAsync()
    {
        await GoesToAsync("Revue des suivis");
        await SeesTitleAsync("Revue des suivis");
        await Button("En listes").ClickAsync();
        await Assertions.Expect(Page.Locator(".away-row").First).ToBeVisibleAsync();
    }

    /// <summary>Chooses a link of the menu after a page's acts.</summary>
    public async Task ChoosesFromMenuAsync(string words)
    {
        await Button("Autres actions").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = words, Exact = true }).ClickAsync();
    }

    /// <summary>Finds a person by a few letters of the name, and opens the follow-up.</summary>
    public async Task FindsAsync(string letters, string name)
    {
        // A link to the page that one is on loads it anew while its search is already there: letters would go into the page that is being left.
        if (new Uri(Page.Url).AbsolutePath != "/")
        {
            await GoesToAsync("Aujourd’hui");
            await SeesTitleAsync("Aujourd’hui");
        }

        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher une personne" }).PressSequentiallyAsync(letters);
        await Page.GetByRole(AriaRole.Option, new() { Name = name }).ClickAsync();
        await SeesTitleAsync(name);
    }

    /// <summary>Adds a person from the page of the people, and ends on the follow-up.</summary>
    public async Task AddsPersonAsync(string given, string family, string birth, string? deceased = null)
    {
        await GoesToAsync("Personnes");
        await Link("Ajouter une personne").ClickAsync();
        await Field("Prénom").FillAsync(given);
        await Field("Nom").FillAsync(family);
        await Field("Date de naissance").FillAsync(birth);
        if (deceased is not null)
        {
            await Page.GetByText("Autres précisions").ClickAsync();
            await Field("Décès le").FillAsync(deceased);
        }

        await Button("Enregistrer").ClickAsync();
        await SeesTitleAsync($"{given} {family}");
    }

    /// <summary>Opens the form for a session from a person's follow-up.</summary>
    public async Task LogsAsync()
    {
        await Link("Noter la séance (N)").ClickAsync();
        await SeesTitleAsync("Noter la séance");
        // The page leads there by itself; what is typed elsewhere before would end up in it.
        await Assertions.Expect(Field("Ce que je retiens")).ToBeFocusedAsync();
    }

    /// <summary>Types what is taken away from a session, and checks that the form has it.</summary>
    public async Task TakesAwayAsync(string text)
    {
        await Field("Ce que je retiens").FillAsync(text);
        await Assertions.Expect(Page.GetByText("Ctrl + Entrée pour enregistrer")).ToBeVisibleAsync();
    }

    /// <summary>Logs a session from a person's follow-up, and ends there with the session chosen.</summary>
    public async Task LogsAsync(string date, string takenAway)
    {
        await LogsAsync();
        await Field("Date de la séance").FillAsync(date);
        await TakesAwayAsync(takenAway);
        await Button("Enregistrer").ClickAsync();
        await SeesNoticeAsync("Séance enregistrée");
    }

    private Task<string> HereAsync() => Page.EvaluateAsync<string>("() => `${document.activeElement?.outerHTML.slice(0, 200)} ${JSON.stringify(document.activeElement?.getBoundingClientRect())}`");

    private sealed record Way
    {
        public bool Back { get; init; }

        public int SurelyBetween { get; init; }
    }
}
