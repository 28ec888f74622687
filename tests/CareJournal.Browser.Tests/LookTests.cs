using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>
/// Tests how every page looks: in French, in the dark, on a narrow window and at 400 % too, and in English. The browser must not complain, nothing
/// may scroll sideways, and axe must find nothing in light and in dark. With <see cref="WatchedPage.PicturesVariable"/> set, a picture
/// of each is in the output folder afterwards.
/// </summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class LookTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>The looks in which each page is opened; the French one is then made dark and narrow without a reload.</summary>
    private static readonly PageLook[] Looks = [new(), PageLook.English];

    /// <summary>The pages that are tested only in French, light and wide.</summary>
    private static readonly string[] OnceOnly =
        ["people-all", "person-new", "timeline-pause", "timeline-pause-form", "timeline-life-event", "timeline-period", "timeline-flare-up", "timeline-flare-up-new", "timeline-life-event-new", "timeline-folded", "timeline-list", "visit-edit", "review-form", "review-lists", "caseload-ended", "caseload-nobody", "returns", "rhythm", "year", "palette", "search", "keys", "versions", "reconnect"];

    // What is typed on it stays as a draft of the demo that all looks share: a second look would type into it.
    private const string TypedOnce = "past";

    private readonly List<string> _found = [];

    public static TheoryData<PageLook> AllLooks => [.. Looks];

    [Fact]
    public async Task Every_page_in_front_of_the_lock_is_sound()
    {
        var journal = await StartJournalAsync();
        Dictionary<PageLook, WatchedPage> visits = [];
        foreach (var look in Looks)
        {
            visits[look] = await OpenAsync(journal, look);
            await visits[look].GoToAsync("/");
            await Expect(visits[look].Page).ToHaveURLAsync(new Uri(journal.Address, "/first-run").ToString());
            await Expect(visits[look].Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(look == PageLook.English ? "Create the journal" : "Créer le journal");
            await LookAsync(visits[look], look, "first-run");
        }

        await CreatedJournal.StartAsync(new Practitioner(visits[Looks[0]]));
        // The code is shown to the browser that created the journal: the others borrow its cookies.
        var creation = await visits[Looks[0]].CookiesAsync();

        foreach (var (look, visit) in visits)
        {
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
        foreach (var (name, openAsync) in PagesBehindTheLock.All.Where(page => look == Looks[0] || (page.Name != TypedOnce && !OnceOnly.Contains(page.Name))))
        {
            await openAsync(visit);
            await LookAsync(visit, look, name);
        }

        SayWhatWasFound();
    }

    [Fact]
    public async Task The_review_the_overview_and_a_persons_page_stay_within_the_width_of_a_telephone()
    {
        PageLook telephone = new(Width: 390);
        var visit = await OpenSharedDemoAsync(telephone);
        await visit.GoToAsync("/away");
        await Expect(visit.Page.Locator(".note")).Not.ToHaveCountAsync(0);
        await LookAsync(visit, telephone, "review");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "En listes" }).ClickAsync();
        await Expect(visit.Page.Locator(".away-row")).Not.ToHaveCountAsync(0);
        await LookAsync(visit, telephone, "review-lists");
        await PagesBehindTheLock.OverviewAsync(visit, "?years=5&who=AtLeastVisits-5");
        await LookAsync(visit, telephone, "caseload");
        await visit.GoToAsync("/");
        await new Practitioner(visit).FindsAsync("vass", "Claire Vasseur");
        await LookAsync(visit, telephone, "timeline");
        SayWhatWasFound();
    }

    [Fact]
    public async Task The_styles_and_scripts_of_a_page_take_less_than_200_kB_as_they_are_sent()
    {
        var visit = await OpenSharedDemoAsync();
        await visit.GoToAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher une personne" })).ToBeFocusedAsync();
        var files = await visit.Page.EvaluateAsync<string[]>(
            "() => performance.getEntriesByType('resource').filter(file => /\\.(css|js)(\\?|$)/.test(file.name)).map(file => `${file.encodedBodySize} ${file.name}`)");
        Assert.Contains(files, file => file.Contains("MudBlazor", StringComparison.Ordinal));
        Assert.InRange(files.Sum(file => int.Parse(file.Split(' ')[0], CultureInfo.InvariantCulture)), 50_000, 200_000);
    }

    private async Task LookAsync(WatchedPage visit, PageLook look, string name)
    {
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText(new Regex("^(Un instant…|One moment…)$"))).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", new Regex($"^{look.Culture[..2]}"));
        await FitsAsync(visit, look, name);
        if (look == Looks[0])
        {
            // Beside the drawing only the panel changes from one picture to the next, from near what is read below it.
            var part = name is "timeline-season" or "timeline-weeks" ? visit.Page.Locator(".reading")
                : name.StartsWith("timeline-", StringComparison.Ordinal) ? visit.Page.Locator("#detail") : null;
            await HearAsync(visit, look, name, part);
            if (!OnceOnly.Contains(name))
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                await HearAsync(visit, PageLook.InTheDark, name, part);
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                await FitsWhenNarrowAsync(visit, PageLook.Narrow, name);
            }

            await FitsWhenNarrowAsync(visit, PageLook.Magnified, name);
        }
    }

    private async Task FitsWhenNarrowAsync(WatchedPage visit, PageLook narrow, string name)
    {
        await visit.Page.SetViewportSizeAsync(narrow.Width, PageLook.Height);
        await FitsAsync(visit, narrow, name);
        await visit.Page.SetViewportSizeAsync(Looks[0].Width, PageLook.Height);
        if (name.StartsWith("timeline", StringComparison.Ordinal))
        {
            await FillsItsFrameAsync(visit);
        }
    }

    private async Task FitsAsync(WatchedPage visit, PageLook look, string name)
    {
        if (name.StartsWith("timeline", StringComparison.Ordinal))
        {
            await FillsItsFrameAsync(visit);
        }

        try
        {
            // A drawing follows its window after a moment.
            await visit.Page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth", options: new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            _found.Add($"{name} scrolls sideways, {look}.");
        }

        await visit.ScreenshotAsync(name, look);
    }

    /// <summary>Checks that the drawing takes the whole width, whatever was opened beside it before; where it has less than 640 pixels, a column to read stands in its place.</summary>
    private static async Task FillsItsFrameAsync(WatchedPage visit)
    {
        if (visit.Page.ViewportSize!.Width < 640)
        {
            await Expect(visit.Page.Locator(".reading.whole article")).Not.ToHaveCountAsync(0);
            await Expect(visit.Page.Locator(".timeline .drawing")).ToHaveCountAsync(0);
            return;
        }

        // Asked again together: the frame may still grow or shrink with the panel beside it.
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('.timeline svg.frame')?.getAttribute('width') === `${Math.floor(document.querySelector('.timeline').clientWidth)}`");
    }

    /// <summary>Collects what axe finds, so that one bad page does not hide the next.</summary>
    private async Task HearAsync(WatchedPage visit, PageLook look, string name, ILocator? part)
    {
        try
        {
            await visit.CheckAccessibilityAsync(part, coloursAlone: look.Dark);
        }
        catch (Xunit.Sdk.FailException found)
        {
            _found.Add($"{name}, {look}: {found.Message}");
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
