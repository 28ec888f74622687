using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the list of everybody; the demo has sixty people.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class PeopleTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Only_the_people_in_sight_are_in_the_page_and_all_of_them_come_as_one_goes_down()
    {
        var practitioner = await OpenAsync();
        var rows = practitioner.Page.Locator("tbody a");
        Assert.InRange(await rows.CountAsync(), 10, 40);
        var first = await rows.First.InnerTextAsync();

        await practitioner.Page.Mouse.WheelAsync(0, 10_000);
        await Expect(practitioner.Page.Locator("tbody a", new() { HasText = first })).ToHaveCountAsync(0);
        await Expect(rows.Last).ToHaveTextAsync("Zanetti Daniel");
    }

    [Fact]
    public async Task A_column_is_sorted_and_a_person_opened_by_keyboard_alone()
    {
        var practitioner = await OpenAsync();
        var column = practitioner.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Dernière séance" });
        await Expect(practitioner.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Nom" })).ToHaveAttributeAsync("aria-sort", "ascending");

        await practitioner.PressesAsync(practitioner.Button("Dernière séance"));
        await Expect(column).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(practitioner.Button("Dernière séance")).ToBeFocusedAsync();
        await practitioner.HasVisibleFocusAsync();
        await practitioner.Page.Keyboard.PressAsync("Space");
        await Expect(column).ToHaveAttributeAsync("aria-sort", "descending");

        await practitioner.PressesAsync(practitioner.Button("Nom"));
        await Expect(practitioner.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Nom" })).ToHaveAttributeAsync("aria-sort", "ascending");
        var person = practitioner.Page.Locator("tbody a").First;
        var name = await person.InnerTextAsync();
        await practitioner.PressesAsync(person);
        await Expect(practitioner.Title).ToContainTextAsync(name.Split(' ')[0]);
    }

    [Theory]
    [InlineData(1400, false)]
    [InlineData(820, false)]
    [InlineData(700, false)]
    [InlineData(390, true)]
    public async Task The_list_is_sound_and_stays_whole_within_the_width_of_the_window(int width, bool dark)
    {
        var visit = await OpenSharedDemoAsync(new PageLook(Width: width, Dark: dark));
        await visit.GoToAsync("/patients?all=true&ended=true");
        await Expect(visit.Page.Locator("tbody a").First).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('tbody td:nth-child(n + 2)')].filter(cell => cell.textContent.trim() && cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)"));
    }

    [Fact]
    public async Task A_letter_leads_to_the_first_person_of_that_letter_though_they_are_not_in_the_page_yet()
    {
        var practitioner = await OpenAsync();
        var letter = practitioner.Page.GetByRole(AriaRole.Navigation, new() { Name = "Aller à une lettre" }).GetByRole(AriaRole.Button).Last;
        var words = await letter.InnerTextAsync();

        await letter.ClickAsync();

        var here = practitioner.Page.Locator("tbody a:focus");
        await Expect(here).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{words}"));
        await Expect(here).ToBeInViewportAsync();
    }

    private async Task<Practitioner> OpenAsync()
    {
        var visit = await OpenSharedDemoAsync();
        await visit.GoToAsync("/patients?all=true&ended=true");
        await Expect(visit.Page.Locator("tbody a").First).ToBeVisibleAsync();
        return new Practitioner(visit);
    }
}
