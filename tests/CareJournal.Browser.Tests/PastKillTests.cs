using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests what a killed program costs in the grid for a paper file: no word, whether the page is still open or not.</summary>
public sealed class PastKillTests(BrowserFixture browser, CreatedJournal created) : BrowserTest(browser), IClassFixture<CreatedJournal>, IDisposable
{
    private const int Sessions = 12;

    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, Sessions).Select(at => new DateOnly(2019, 3, 12).AddDays(14 * at))];

    private readonly string _folder = created.Copy();

    [Fact]
    public async Task Twelve_rows_are_there_again_in_the_page_that_is_open_and_one_save_records_all()
    {
        var (journal, visit, practitioner) = await TypedAsync();
        var page = visit.Page;
        await page.EvaluateAsync("() => { window.beforeTheKill = true; }");

        // The last word is in the page alone: nobody waits until it is kept.
        await Cell(page, Sessions, "Ce que je retiens").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Le dernier mot.");
        await journal.KillAsync();
        await journal.RestartAsync();
        var dialog = page.Locator("#reconnect");
        await Expect(dialog).ToContainTextAsync("Votre texte est toujours dans cette page.");
        await dialog.GetByLabel("Phrase de passe ou code de secours").FillAsync(CreatedJournal.Passphrase);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => !window.beforeTheKill");

        await FindAndSaveAsync(practitioner, last: " Le dernier mot.");
    }

    [Fact]
    public async Task Twelve_rows_that_were_kept_are_offered_where_the_page_is_lost_too_and_one_save_records_all()
    {
        var (journal, visit, practitioner) = await TypedAsync();
        await Expect(visit.Page.GetByText("Brouillon gardé à ")).ToBeVisibleAsync();
        await journal.KillAsync();
        await visit.Page.CloseAsync();
        await journal.RestartAsync();

        var other = await OpenAsync(journal);
        await other.GoToAsync("/");
        practitioner = new Practitioner(other);
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Link, new() { Name = "Reprendre · Aline Berthier" }).ClickAsync();

        await FindAndSaveAsync(practitioner, last: "");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task FindAndSaveAsync(Practitioner practitioner, string last)
    {
        var page = practitioner.Page;
        await Expect(page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync(new() { Timeout = 15_000 });
        for (var row = 1; row <= Sessions; row++)
        {
            await Expect(Cell(page, row, "Date")).ToHaveValueAsync(Typed(row));
            await Expect(Cell(page, row, "Ce que je retiens")).ToHaveValueAsync(Noted(row) + (row == Sessions ? last : ""));
            await Expect(Cell(page, row, "Convenu")).ToHaveValueAsync(Agreed(row));
        }

        await Expect(page.GetByText(Practitioner.Saying("^12 séances · du 12 mars 2019 au 13 août 2019"))).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesTitleAsync("Aline Berthier");
        await practitioner.SeesNoticeAsync("12 séances enregistrées depuis le papier");
        await Expect(practitioner.OnTimeline(new Regex("^Séance du "))).ToHaveCountAsync(Sessions);
        await practitioner.ChoosesAsync(Practitioner.Saying("^Séance du 13 août 2019"));
        await Expect(practitioner.Detail).ToContainTextAsync(Noted(Sessions) + last);

        // Nothing is left to finish.
        await practitioner.GoesToAsync("Aujourd’hui");
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" })).ToHaveCountAsync(0);
    }

    private static ILocator Cell(IPage page, int row, string label) => page.GetByRole(AriaRole.Group, new() { Name = $"Ligne {row}", Exact = true }).GetByLabel(label, new() { Exact = true });

    private static string Typed(int row) => Days[row - 1].ToString(row == 1 ? "d/M/yyyy" : "d/M", CultureInfo.InvariantCulture);

    private static string Noted(int row) => $"Séance {row} : dort mieux, marche « un peu ».";

    private static string Agreed(int row) => row % 3 == 0 ? $"Dix minutes de plus, {row} fois." : "";

    private async Task<(RunningJournal Journal, WatchedPage Visit, Practitioner Practitioner)> TypedAsync()
    {
        var journal = await StartJournalAsync(_folder);
        var visit = await OpenAsync(journal);
        visit.ExpectLostConnection();
        visit.Expect("status of 401");
        visit.Expect("No interop methods");
        await visit.GoToAsync("/");
        var practitioner = new Practitioner(visit);
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.FindsAsync("bert", "Aline Berthier");
        await practitioner.PressesAsync(practitioner.Link("Saisir depuis le papier"));
        await practitioner.SeesTitleAsync("Saisir depuis le papier");

        for (var row = 1; row <= Sessions; row++)
        {
            await Expect(Cell(visit.Page, row, "Date")).ToBeFocusedAsync();
            await visit.Page.Keyboard.TypeAsync(Typed(row));
            await visit.Page.Keyboard.PressAsync("Tab");
            await visit.Page.Keyboard.TypeAsync(Noted(row));
            if (Agreed(row) is { Length: > 0 } agreed)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                await visit.Page.Keyboard.TypeAsync(agreed);
            }

            if (row < Sessions)
            {
                await visit.Page.Keyboard.PressAsync("Enter");
            }
        }

        return (journal, visit, practitioner);
    }
}
