using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests copies as a practitioner has them: made by themselves in a place, waited for when the place is away, and taken up again with a way back.</summary>
public sealed class CopyTests(BrowserFixture browser, CreatedJournal created) : BrowserTest(browser), IClassFixture<CreatedJournal>, IDisposable
{
    private readonly string _folder = created.Copy();
    private readonly string _desk = Directory.CreateTempSubdirectory("carejournal-desk-").FullName;

    private string Stick => Path.Combine(_desk, "cle");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_desk, recursive: true);
    }

    [Fact]
    public async Task The_first_copy_is_made_once_a_place_is_added_and_a_place_that_goes_away_is_waited_for()
    {
        var practitioner = await EnterAsync();
        await AddPlaceAsync(practitioner);
        var section = practitioner.Page.Locator("#copies");
        await Expect(section.GetByText(Practitioner.Saying("Dernière copie vérifiée"))).ToBeVisibleAsync();
        var copy = Assert.Single(Directory.GetDirectories(Stick));
        Assert.Equal(["copy.json", "journal.db", "journal.head", "journal.key"], Directory.GetFiles(copy).Select(Path.GetFileName).Order());

        Directory.Move(Stick, Stick + "-away");
        await practitioner.Page.ReloadAsync();
        await Expect(section.GetByText(Practitioner.Saying("Pas branché depuis le"))).ToBeVisibleAsync();

        // What is recorded while it is away is copied when it is back, at the lock.
        await practitioner.AddsPersonAsync("Dominique", "Exemple", "04/05/1970");
        Directory.Move(Stick + "-away", Stick);
        await practitioner.Button("Verrouiller").ClickAsync();
        await practitioner.SeesTitleAsync("Ouvrir le journal");
        Assert.Equal(2, Directory.GetDirectories(Stick).Length);
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.Page.GotoAsync("/settings");
        await Expect(section.GetByText(Practitioner.Saying("Dernière copie vérifiée"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_copy_is_looked_at_taken_up_and_left_again_for_the_journal_of_before()
    {
        var practitioner = await EnterAsync();
        await AddPlaceAsync(practitioner);
        await Expect(practitioner.Page.Locator("#copies").GetByText(Practitioner.Saying("Dernière copie vérifiée"))).ToBeVisibleAsync();
        await practitioner.AddsPersonAsync("Dominique", "Exemple", "04/05/1970");
        await practitioner.Page.GotoAsync("/settings");
        await practitioner.Page.Locator("#copies").GetByRole(AriaRole.Button, new() { Name = "Reprendre une copie" }).ClickAsync();

        await practitioner.SeesTitleAsync("Reprendre une copie");
        await Expect(practitioner.Page.GetByRole(AriaRole.Radio).First).ToBeCheckedAsync();
        await LookAsync(practitioner, "une phrase que personne n’a choisie");
        await Expect(practitioner.Page.Locator("#secret-problem")).ToContainTextAsync("Rien n’a changé.");
        await LookAsync(practitioner, CreatedJournal.Passphrase);
        await Expect(practitioner.Page.GetByText(Practitioner.Saying("1 personne, 0 séance"))).ToBeVisibleAsync();
        await Expect(practitioner.Page.GetByText(Practitioner.Saying("1 action notée depuis, pour 1 personne"))).ToBeVisibleAsync();

        await practitioner.Button("Reprendre cette copie").ClickAsync();
        await Expect(practitioner.Page.GetByText("La copie est en place.")).ToBeVisibleAsync();
        await practitioner.Link("Ouvrir le journal").ClickAsync();
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.Page.GotoAsync("/patients?all=true");
        await Expect(practitioner.Page.GetByText("Berthier").First).ToBeVisibleAsync();
        await Expect(practitioner.Page.GetByText("Exemple")).ToHaveCountAsync(0);

        await practitioner.Page.GotoAsync("/restore");
        await practitioner.Page.Locator("#former").FillAsync(CreatedJournal.Passphrase);
        await practitioner.Button("Revenir à ce journal").ClickAsync();
        await Expect(practitioner.Page.GetByText("Le journal d’avant est de nouveau en place.")).ToBeVisibleAsync();
        await practitioner.Link("Ouvrir le journal").ClickAsync();
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.Page.GotoAsync("/patients?all=true");
        await Expect(practitioner.Page.GetByText("Exemple").First).ToBeVisibleAsync();
    }

    private static async Task LookAsync(Practitioner practitioner, string secret)
    {
        await practitioner.Page.Locator("#secret").FillAsync(secret);
        await practitioner.Button("Regarder cette copie").ClickAsync();
    }

    private async Task<Practitioner> EnterAsync()
    {
        Directory.CreateDirectory(Stick);
        var visit = await OpenAsync(await StartJournalAsync(_folder));
        visit.ExpectLostConnection();
        // The lock makes a copy before it answers: meanwhile the page asks whether it is still let in.
        visit.Expect("401 (Unauthorized)");
        await visit.GoToAsync("/settings");
        var practitioner = new Practitioner(visit);
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.SeesTitleAsync("Réglages");
        return practitioner;
    }

    private async Task AddPlaceAsync(Practitioner practitioner)
    {
        await practitioner.Field("Dossier où faire des copies").FillAsync(Stick);
        await practitioner.Button("Ajouter ce lieu").ClickAsync();
    }
}
