using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// A real journal with one person in it, created once for the whole run as a practitioner creates it, and stopped since: copies of it
/// are what the tests break.
/// </summary>
public sealed class CreatedJournal(BrowserFixture browser) : IAsyncLifetime
{
    public const string Passphrase = "girafe velours cadenas orage tambour violet";

    // Classes that need it may run side by side.
    private static readonly SemaphoreSlim Creating = new(1);
    private static string? _created;

    private string _folder = "";

    public async Task InitializeAsync()
    {
        await Creating.WaitAsync();
        try
        {
            _folder = _created ??= await CreateAsync();
        }
        finally
        {
            Creating.Release();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The path of a copy, for the test to use, to damage and to delete.</summary>
    public string Copy() => CopyOf(_folder);

    /// <summary>Copies the files of a journal into which nobody writes; the caller deletes the copy.</summary>
    internal static string CopyOf(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("carejournal-copy-").FullName;
        foreach (var name in (string[])["journal.db", "journal.key"])
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(copy, name));
        }

        return copy;
    }

    private async Task<string> CreateAsync()
    {
        await using var journal = await RunningJournal.StartAsync();
        await using (var visit = await browser.OpenAsync(journal))
        {
            await visit.GoToAsync("/");
            await CreateAsync(visit);
            await new Practitioner(visit).AddsPersonAsync("Aline", "Berthier", "12/3/1971");
        }

        await journal.StopAsync();
        var folder = CopyOf(journal.Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
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
