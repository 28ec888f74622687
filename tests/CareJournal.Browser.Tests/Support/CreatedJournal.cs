using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// A real journal with one person in it, Aline Berthier, created once for the whole run: tests damage copies of it.
/// <see cref="FirstDayTests"/> creates one as a practitioner does.
/// </summary>
public sealed class CreatedJournal : IAsyncLifetime
{
    public const string Passphrase = "girafe velours cadenas orage tambour violet";

    private static readonly Lazy<Task<string>> Created = new(CreateAsync);

    private string _folder = "";

    public async Task InitializeAsync() => _folder = await Created.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Returns the path of a copy, for the test to use, to damage and to delete.</summary>
    public string Copy() => CopyOf(_folder);

    /// <summary>Copies the files of a journal into which nobody writes; the caller deletes the copy.</summary>
    internal static string CopyOf(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("carejournal-copy-").FullName;
        foreach (var name in (string[])["journal.db", "journal.head", "journal.key", "journal.tries"])
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(copy, name));
        }

        return copy;
    }

    private static async Task<string> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("carejournal-created-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddCareJournal(new JournalFolder(folder)).BuildServiceProvider();
        var file = services.GetRequiredService<JournalFile>();
        Assert.IsType<CreateOutcome.Created>(file.Create(Passphrase));
        Assert.IsType<SaveOutcome.Saved>(await services.GetRequiredService<PatientRecorder>().RecordAsync(
            new PatientForm { GivenName = "Aline", FamilyName = "Berthier", BirthDate = new DateOnly(1971, 3, 12) }));
        file.Lock();
        FewestRounds.WriteTo(file.Folder.KeyHeaderPath, Passphrase, RecoveryCode.Create());
        return folder;
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
