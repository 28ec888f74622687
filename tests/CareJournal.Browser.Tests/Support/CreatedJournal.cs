using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>A real journal, created as a practitioner creates it and stopped since: copies of it are what the tests of a class break.</summary>
public sealed class CreatedJournal(BrowserFixture browser) : IAsyncLifetime
{
    public const string Passphrase = "girafe velours cadenas orage tambour violet";

    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-created-").FullName;

    public async Task InitializeAsync()
    {
        await using var journal = await RunningJournal.StartAsync(_folder);
        await using (var visit = await browser.OpenAsync(journal))
        {
            await visit.GoToAsync("/");
            await CreateAsync(visit);
        }

        await journal.StopAsync();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The path of a copy, for the test to use, to damage and to delete.</summary>
    public string Copy()
    {
        var copy = Directory.CreateTempSubdirectory("carejournal-copy-").FullName;
        foreach (var name in (string[])["journal.db", "journal.key"])
        {
            File.Copy(Path.Combine(_folder, name), Path.Combine(copy, name));
        }

        return copy;
    }

    /// <summary>Walks through the first run in a hurry; ends on the empty journal.</summary>
    internal static async Task CreateAsync(WatchedPage visit)
    {
        var practitioner = new Practitioner(visit);
        await StartAsync(practitioner);
        var code = Regex.Replace(await practitioner.Page.Locator(".recovery-code").InnerTextAsync(), @"\s", "");
        await practitioner.Link("Le code est écrit sur papier").ClickAsync();
        await practitioner.Field("Recopiez-le pour vérifier qu’il est bien noté.").FillAsync(code);
        await practitioner.Button("Ouvrir le journal").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
    }

    /// <summary>Chooses the passphrase; ends on the recovery code.</summary>
    internal static async Task StartAsync(Practitioner practitioner)
    {
        await practitioner.Field("Phrase de passe").FillAsync(Passphrase);
        await practitioner.Field("La phrase de passe, une seconde fois").FillAsync(Passphrase);
        await practitioner.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await practitioner.Button("Créer le journal").ClickAsync();
        await practitioner.SeesTitleAsync("Code de secours");
    }
}
