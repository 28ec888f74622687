using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests moving about in ten years: distances, window, keys, mouse, search; the picture, the list and the table against each other and the address.</summary>
public sealed class TimelineTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Claire = "Claire Vasseur";

    [Fact]
    public async Task Every_distance_and_every_place_is_reached_by_keyboard_alone()
    {
        var practitioner = await OpenClaireAsync();
        var here = practitioner.Timeline.Locator(":focus");
        await practitioner.OnTimeline(new Regex("^Dernière séance notée il y a ")).FocusAsync();

        foreach (var stop in (int[])[1, 2, 3, 4, 5, 2])
        {
            await practitioner.Page.Keyboard.PressAsync($"{stop}");
            await Expect(StopOn(practitioner, stop)).ToHaveCountAsync(1);
            await Expect(here).ToHaveCountAsync(1);
        }

        await practitioner.Page.Keyboard.PressAsync("Shift+G");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("sans séance notée, du "));
        await practitioner.Page.Keyboard.PressAsync("Shift+F");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Poussée "));
        await practitioner.Page.Keyboard.PressAsync("Shift+E");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Période "));
        await practitioner.Page.Keyboard.PressAsync("ArrowDown");
        await practitioner.Page.Keyboard.PressAsync("ArrowDown");
        await practitioner.Page.Keyboard.PressAsync("Home");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Séance du .+ 2016"));
        await IsInTheWindowAsync(here);

        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync("2016");
        await practitioner.Detail.GetByRole(AriaRole.Link, new() { Name = "Modifier" }).FocusAsync();
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Séance du .+ 2016"));

        await practitioner.Page.Keyboard.PressAsync("?");
        await Expect(practitioner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Touches du parcours" }).GetByRole(AriaRole.Button, new() { Name = "Fermer" })).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await here.WaitForAsync();
        await practitioner.Page.Keyboard.PressAsync("/");
        await Expect(practitioner.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Chercher dans ce suivi" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_window_is_in_the_address_so_that_a_reload_and_a_link_restore_it()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Button("Un an").ClickAsync();
        await practitioner.Button("Première séance").ClickAsync();
        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("from=201[56]-"));
        var address = practitioner.Page.Url;

        await practitioner.Page.ReloadAsync();
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);
        Assert.Equal(Query(address)[..16], Query(practitioner.Page.Url)[..16]);

        await practitioner.ChoosesAsync(new Regex("^Séance du "), first: true);
        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("item=visit-"));
        Assert.Contains("from=201", practitioner.Page.Url, StringComparison.Ordinal);
        await practitioner.Page.GoBackAsync();
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Dragging_moves_time_and_sends_nothing_to_the_server_until_it_ends()
    {
        var practitioner = await OpenClaireAsync();
        List<string> sent = [];
        practitioner.Page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => sent.Add(System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
        await practitioner.Page.ReloadAsync();
        await Expect(StopOn(practitioner, 2)).ToHaveCountAsync(1);
        await practitioner.Page.WaitForTimeoutAsync(600);
        var drawing = (await practitioner.Timeline.Locator(".drawing").BoundingBoxAsync())!;
        var before = await WorldAsync(practitioner);

        await practitioner.Page.Mouse.MoveAsync(drawing.X + 500, drawing.Y + 70);
        await practitioner.Page.Mouse.DownAsync();
        var said = sent.Count;
        for (var step = 1; step <= 20; step++)
        {
            await practitioner.Page.Mouse.MoveAsync(drawing.X + 500 + (step * 10), drawing.Y + 70);
        }

        Assert.True(await WorldAsync(practitioner) > before + 150);
        Assert.Empty(sent.Skip(said));
        await practitioner.Page.Mouse.UpAsync();

        // Ctrl and the wheel magnify at the pointer; the wheel alone is the page's.
        var scale = await practitioner.Page.EvaluateAsync<double>("() => scrollY");
        await practitioner.Page.Mouse.WheelAsync(0, 200);
        await practitioner.Page.WaitForFunctionAsync("before => scrollY > before", scale);
        await practitioner.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await practitioner.Page.Keyboard.DownAsync("Control");
        await practitioner.Page.Mouse.WheelAsync(0, -1000);
        await practitioner.Page.Keyboard.UpAsync("Control");
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Two_fingers_bring_the_days_between_them_nearer_and_leave_the_page_as_it_is()
    {
        var practitioner = await OpenClaireAsync();
        var fingers = await Fingers.OnAsync(practitioner.Page);
        await practitioner.Button("Années").ClickAsync();
        await Expect(StopOn(practitioner, 2)).ToHaveCountAsync(1);
        var drawing = (await practitioner.Timeline.Locator(".drawing").BoundingBoxAsync())!;
        var (middle, y) = (drawing.X + 600, drawing.Y + 150);
        var (day, distance) = await UnderAsync(practitioner, middle);

        // Eight times as far apart, and all of it a little to the right: the day goes with the middle between the fingers.
        await fingers.MoveAsync([middle - 30, middle + 30], [middle - 190, middle + 290], y);
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);
        var (there, nearer) = await UnderAsync(practitioner, middle + 50);
        Assert.InRange(nearer / distance, 7.5, 8.5);
        Assert.InRange((there - day) * nearer, -6, 6);

        // The first finger leaves; the other one moves on with the day below it.
        await fingers.LiftAsync(0);
        await fingers.MoveAsync(middle + 340);
        var (after, same) = await UnderAsync(practitioner, middle + 100);
        Assert.Equal(nearer, same, 0.001);
        Assert.InRange((after - day) * same, -6, 6);
        await fingers.LiftAsync();
        Assert.Equal(1, await practitioner.Page.EvaluateAsync<double>("() => visualViewport.scale"));
        Assert.Equal(0, await practitioner.Page.EvaluateAsync<double>("() => scrollX + scrollY"));

        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("from="));
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_line_along_the_ruler_a_year_and_the_window_below_lead_to_their_days()
    {
        var practitioner = await OpenClaireAsync();
        var mouse = practitioner.Page.Mouse;
        var drawing = (await practitioner.Timeline.Locator(".drawing").BoundingBoxAsync())!;
        await mouse.MoveAsync(drawing.X + 400, drawing.Y + 15);
        await mouse.DownAsync();
        await mouse.MoveAsync(drawing.X + 480, drawing.Y + 15, new() { Steps = 4 });
        await Expect(practitioner.Timeline.Locator(".own .brush")).ToHaveCountAsync(1);
        await mouse.UpAsync();
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);

        await practitioner.Button("Voir tout").ClickAsync();
        await Expect(StopOn(practitioner, 1)).ToHaveCountAsync(1);
        await practitioner.Timeline.Locator(".stop.on text.ruler").GetByText("2021", new() { Exact = true }).ClickAsync();
        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("from=2021-01-01.*to=2021-12-31"));

        var minimap = (await practitioner.Timeline.Locator(".minimap-ground").BoundingBoxAsync())!;
        await mouse.MoveAsync(minimap.X + (minimap.Width / 2), minimap.Y + 10);
        await mouse.DownAsync();
        await mouse.MoveAsync(minimap.X + 2, minimap.Y + 10, new() { Steps = 4 });
        await mouse.UpAsync();
        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("from=2016-"));
    }

    [Fact]
    public async Task What_is_recorded_in_another_tab_appears_on_the_picture_that_is_open()
    {
        var practitioner = await OpenClaireAsync();
        var drawn = await practitioner.OnTimeline(new Regex("^Poussée ")).CountAsync();
        var other = await practitioner.Page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(practitioner.Page.Url).GetLeftPart(UriPartial.Path) + "?add=flare-up");
        await other.GetByLabel("Début", new() { Exact = true }).FillAsync("mai 2024");
        await other.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();
        await Expect(practitioner.OnTimeline(new Regex("^Poussée "))).ToHaveCountAsync(drawn + 1);
    }

    [Fact]
    public async Task A_lost_connection_leaves_the_picture_to_be_read_and_moved()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        List<IWebSocketRoute> wires = [];
        await visit.Page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
        {
            wires.Add(wire);
            wire.ConnectToServer();
        });
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.FindsAsync("vass", Claire);
        await Expect(practitioner.Timeline.Locator(".world > .stop[data-stop='3']")).ToHaveCountAsync(1);
        // The drawing's script has come.
        await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);

        // As if the program had been killed: nothing of it answers this page any more.
        await visit.Page.RouteAsync("**", nobody => nobody.AbortAsync("connectionrefused"));
        await wires[^1].CloseAsync(new() { Code = 3001 });

        await Expect(practitioner.Page.Locator("#reconnect")).ToBeVisibleAsync();
        await practitioner.Button("Un an").ClickAsync();
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);
        await practitioner.OnTimeline(new Regex("^Dernière séance notée il y a ")).HoverAsync();
        await Expect(practitioner.Timeline.Locator(".hover")).ToContainTextAsync("Dernière séance notée il y a");
    }

    [Fact]
    public async Task A_movement_during_a_lost_connection_is_sent_once_it_is_back()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        List<IWebSocketRoute> wires = [];
        await visit.Page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
        {
            wires.Add(wire);
            wire.ConnectToServer();
        });
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.FindsAsync("vass", Claire);
        await Expect(practitioner.Timeline.Locator(".world > .stop[data-stop='3']")).ToHaveCountAsync(1);

        await visit.Page.RouteAsync("**/session", request => request.AbortAsync());
        await wires[^1].CloseAsync(new() { Code = 3001 });
        await Expect(practitioner.Page.Locator("#reconnect")).ToBeVisibleAsync();
        await practitioner.Button("Saison").ClickAsync();
        await Expect(practitioner.Button("Saison")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(StopOn(practitioner, 3)).ToHaveCountAsync(1);

        await visit.Page.UnrouteAsync("**/session");
        // Only the server prints what is read from near.
        await Expect(StopOn(practitioner, 4)).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Expect(practitioner.Page.Locator("#reconnect")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Words_are_found_and_marked_and_lead_to_their_session()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Chercher dans ce suivi" }).FillAsync("riviere");
        var hits = practitioner.Page.Locator(".record-search .found a");
        await Expect(hits.First).ToContainTextAsync("rivière");
        await Expect(practitioner.Timeline.Locator(".stop.on .hit").First).ToBeAttachedAsync();
        await Expect(practitioner.Timeline.Locator(".minimap-hits")).Not.ToHaveAttributeAsync("d", "");
        var key = await hits.Last.GetAttributeAsync("data-item");
        await hits.Last.ClickAsync();
        await Expect(practitioner.Timeline.Locator($".stop.on [data-key='{key}']")).ToHaveClassAsync(new Regex(@"\bchosen\b"));
    }

    [Fact]
    public async Task The_list_and_the_table_say_all_that_the_drawing_shows_and_are_linked_with_it()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Page.GetByText("Lire en liste").ClickAsync();
        var lines = practitioner.Page.Locator("details.list [data-item]");
        await Expect(lines.First).ToBeVisibleAsync();
        var drawn = await practitioner.Timeline.Locator(".stop.on .item").EvaluateAllAsync<string[]>("items => items.map(item => item.getAttribute('aria-label'))");
        // A period that spans two years is listed under each of them.
        Assert.Equal(drawn.Order(StringComparer.Ordinal), (await lines.AllTextContentsAsync()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        await lines.Last.FocusAsync();
        var key = await lines.Last.GetAttributeAsync("data-item");
        var mark = practitioner.Timeline.Locator($".stop.on [data-key='{key}']");
        await Expect(mark).ToHaveClassAsync(new Regex(@"\bpointed\b"));
        await IsInTheWindowAsync(mark);

        await mark.FocusAsync();
        await Expect(lines.Last).ToHaveClassAsync(new Regex(@"\bpointed\b"));

        await practitioner.Button("Voir en tableau").ClickAsync();
        await Expect(practitioner.Page.Locator("details.list tbody tr")).ToHaveCountAsync(drawn.Length);
    }

    [Fact]
    public async Task A_flare_up_is_laid_over_the_earlier_ones()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.OnTimeline(new Regex("^Dernière séance notée il y a ")).FocusAsync();
        await practitioner.Page.Keyboard.PressAsync("Shift+F");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await practitioner.Link("Comparer aux poussées précédentes").ClickAsync();

        var comparison = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Comparer aux poussées précédentes" });
        await Expect(comparison.GetByText("Jour 0")).ToBeVisibleAsync();
        await Expect(comparison.Locator("rect.bar")).ToHaveCountAsync(5);
        await Expect(comparison).ToContainTextAsync("ne disent pas une tendance");
    }

    private static ILocator StopOn(Practitioner practitioner, int stop) => practitioner.Timeline.Locator($".world > .stop.on[data-stop='{stop}']");

    private static async Task<double> WorldAsync(Practitioner practitioner) =>
        await practitioner.Timeline.Locator(".world").EvaluateAsync<double>("world => new DOMMatrix(getComputedStyle(world).transform).e");

    /// <summary>Returns the place in time under a point of the window, and how many pixels a unit of it takes.</summary>
    private static async Task<(double Units, double Scale)> UnderAsync(Practitioner practitioner, double x)
    {
        var found = await practitioner.Timeline.EvaluateAsync<double[]>(
            """
            (drawing, x) => {
                const layer = drawing.querySelector('.world > .stop.on');
                const scale = Number(layer.dataset.scale) * Number(layer.style.getPropertyValue('--k'));
                const moved = new DOMMatrix(getComputedStyle(layer.parentElement).transform).e;
                return [(x - layer.closest('.plot').getBoundingClientRect().left - moved) / scale, scale];
            }
            """,
            x);
        return (found[0], found[1]);
    }

    private static async Task IsInTheWindowAsync(ILocator mark) => Assert.True(await mark.EvaluateAsync<bool>(
        "mark => { const [own, plot] = [mark.getBoundingClientRect(), mark.closest('.plot').getBoundingClientRect()]; return own.right >= plot.left && own.left <= plot.right; }"));

    private static string Query(string address) => new Uri(address).Query;

    [Fact]
    public async Task What_is_chosen_stands_beside_the_picture_and_follows_the_arrow_keys_until_Escape_gives_the_width_back()
    {
        var practitioner = await OpenClaireAsync();
        double width = (await practitioner.Timeline.BoundingBoxAsync())!.Width;
        await practitioner.ChoosesAsync(new Regex("^Séance du "), first: true);
        var heading = practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 });
        await Expect(heading).ToContainTextAsync("Séance du ");
        await Expect(heading).ToBeInViewportAsync();
        var picture = (await practitioner.Timeline.BoundingBoxAsync())!;
        Assert.True((await practitioner.Detail.BoundingBoxAsync())!.X > picture.X + picture.Width, "The detail is not beside the picture.");

        var chosen = await heading.InnerTextAsync();
        await practitioner.Page.Keyboard.PressAsync("ArrowRight");
        await practitioner.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(heading).Not.ToHaveTextAsync(chosen);
        await Expect(practitioner.Timeline.Locator(".stop.on .item.chosen")).ToBeFocusedAsync();

        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(heading).ToHaveCountAsync(0);
        await practitioner.Page.WaitForFunctionAsync("width => document.querySelector('.timeline').clientWidth >= width - 1", width);
    }

    [Fact]
    public async Task On_a_narrow_screen_what_is_chosen_is_brought_into_sight()
    {
        var practitioner = await OpenClaireAsync(new PageLook(Width: 820));
        await practitioner.ChoosesAsync(new Regex("^Séance du "), first: true);
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task From_near_and_on_a_telephone_the_follow_up_is_read_in_a_column_that_the_drawing_above_and_the_keys_walk_through()
    {
        var practitioner = await OpenClaireAsync();
        var keys = practitioner.Page.Keyboard;
        await practitioner.Timeline.Locator(".stop.on [data-key^='visit-']").Last.FocusAsync();
        await keys.PressAsync("4");
        var rows = practitioner.Page.Locator(".reading article.visit");
        await Expect(rows.Last.GetByText("Convenu")).ToBeVisibleAsync();
        await Expect(practitioner.Page.Locator(".timeline.strip")).ToHaveCountAsync(1);
        Assert.Empty(await practitioner.Page.EvaluateAsync<string[]>(CutWords));

        // From the drawing to the column …
        await keys.PressAsync("Enter");
        await Expect(rows.Last.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeInViewportAsync();
        await Expect(rows.Last.GetByRole(AriaRole.Link, new() { Name = "Modifier" })).ToBeVisibleAsync();
        await Expect(practitioner.Detail).ToHaveCountAsync(1);

        // … and from the column to the drawing: the arrow keys walk, what is open follows, Escape closes it.
        await rows.Last.Locator("> .when a").FocusAsync();
        await keys.PressAsync("ArrowUp");
        var here = practitioner.Page.Locator(".reading article:has(> .when a:focus)");
        await Expect(here.Locator("#detail")).ToHaveCountAsync(1);
        var key = await here.GetAttributeAsync("data-row");
        await Expect(practitioner.Timeline.Locator($".stop.on .item.chosen[data-key='{key}']")).ToHaveCountAsync(1);
        await keys.PressAsync("Escape");
        await Expect(practitioner.Detail).ToHaveCountAsync(0);
        await Expect(here).ToHaveAttributeAsync("data-row", key!);

        await practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Plus tôt") }).ClickAsync();
        await Expect(practitioner.Page.Locator($"[data-row='{key}']")).ToHaveCountAsync(0);
        await practitioner.Button("Années").ClickAsync();
        await Expect(rows).ToHaveCountAsync(0);

        // On a telephone it stands in the place of the drawing, with the last session in sight below the header, and more on demand.
        await practitioner.Page.SetViewportSizeAsync(390, 844);
        await Expect(practitioner.Timeline).ToHaveCountAsync(0);
        await Expect(rows).Not.ToHaveCountAsync(0);
        Assert.InRange((await practitioner.Page.Locator("header.person").BoundingBoxAsync())!.Height, 60, 844 / 3);
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.Locator("> .when")).ToBeInViewportAsync();
        await Expect(rows.Locator(".impression")).ToBeInViewportAsync();
        var read = await rows.CountAsync();
        await practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Plus tôt") }).ClickAsync();
        await practitioner.Page.WaitForFunctionAsync("read => document.querySelectorAll('.reading article.visit').length > read", read);
        Assert.True(await practitioner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    // The texts that an edge of the picture cuts: those that are drawn on both sides of it.
    private const string CutWords = """
        () => {
            const plot = document.querySelector('.plot').getBoundingClientRect();
            return [...document.querySelectorAll('.stop.on :is(text, .visit-card strong)')]
                .filter(words => getComputedStyle(words).visibility !== 'hidden' && getComputedStyle(words).display !== 'none')
                .map(words => ({ words: words.textContent, ...words.getBoundingClientRect().toJSON() }))
                .filter(({ left, right }) => [plot.left, plot.right].some(edge => left < edge - 1 && right > edge + 1))
                .map(({ words }) => words);
        }
        """;

    private async Task<Practitioner> OpenClaireAsync(PageLook? look = null)
    {
        var practitioner = await demo.OpenAsync(await OpenAsync(demo.Journal, look), "vass", Claire);
        await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
        // What is in sight comes first, the rest of it and the other distances once it is painted.
        await Expect(practitioner.Timeline.Locator(".world > .stop[data-stop='3']")).ToHaveCountAsync(1);
        return practitioner;
    }
}
