using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests what can go wrong with a real journal, and what is shown then. A test that damages one works on a copy of its own.</summary>
public sealed class FaultTests(BrowserFixture browser, WrittenDemo demo, CreatedJournal created) : BrowserTest(browser), IClassFixture<CreatedJournal>, IDisposable
{
    private readonly string _folder = created.Copy();

    [Fact]
    public async Task A_second_start_on_the_same_folder_says_where_the_journal_is_open()
    {
        var second = await JournalProgram.RunToEndAsync("--data", demo.Journal.Folder, "--port", "0");

        Assert.NotEqual(0, second.ExitCode);
        Assert.Matches($@"Le journal est déjà ouvert\s: {Regex.Escape(demo.Journal.Address.ToString().TrimEnd('/'))}", second.Output);
    }

    [Fact]
    public async Task A_wrong_passphrase_is_reported_and_the_right_one_opens()
    {
        // A browser without a session is asked for the passphrase, whoever else has one.
        var visit = await OpenAsync(demo.Journal);
        await visit.GoToAsync("/");
        var practitioner = new Practitioner(visit);

        await practitioner.GivesAsync("girafe velours cadenas orage tambour jaune");
        await SaysAsync(practitioner, "Ce n’est pas la bonne phrase de passe.");

        await practitioner.UnlocksAsync(DemoFolder.Passphrase);
        await practitioner.SeesTitleAsync("Aujourd’hui");
    }

    [Fact]
    public async Task The_address_of_somebody_unknown_says_so()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        var nobody = $"/patients/{Guid.CreateVersion7()}";

        foreach (var address in (string[])[nobody, $"{nobody}/edit", $"{nobody}/visits/new"])
        {
            await visit.GoToAsync(address);
            await Expect(practitioner.Page.GetByText("Cette personne n’est plus dans le journal.")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_damaged_first_page_is_reported_and_the_file_stays_as_it_is()
    {
        Change("journal.db", file => file[1000] ^= 1);

        await IsRefusedAndUntouchedAsync("Fichier abîmé : le journal ne s’ouvre pas, et rien n’y a été écrit. Gardez son dossier tel quel, et toutes vos copies.");
    }

    [Fact]
    public async Task A_newer_journal_is_reported_and_the_file_stays_as_it_is()
    {
        // Magic, version and checksum stay where they are in every later version of the key file: two copies of 4096 bytes.
        Change("journal.key", file =>
        {
            foreach (var copy in (Memory<byte>[])[file.AsMemory(0, 4096), file.AsMemory(4096, 4096)])
            {
                BinaryPrimitives.WriteUInt16BigEndian(copy.Span[8..], 3);
                SHA256.HashData(copy.Span[..4064], copy.Span[4064..]);
            }
        });

        await IsRefusedAndUntouchedAsync("Le fichier de clé (journal.key) a été écrit par une version plus récente du programme ; rien n’a été modifié.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task IsRefusedAndUntouchedAsync(string sentence)
    {
        var before = Bytes();
        var journal = await StartJournalAsync(_folder);
        var visit = await OpenAsync(journal);
        visit.ExpectLostConnection();
        await visit.GoToAsync("/");
        var practitioner = new Practitioner(visit);

        await practitioner.GivesAsync(CreatedJournal.Passphrase);
        await SaysAsync(practitioner, sentence);

        await journal.StopAsync();
        Assert.Equal(before, Bytes());
    }

    private static async Task SaysAsync(Practitioner practitioner, string sentence) =>
        await Expect(practitioner.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(sentence);

    private void Change(string name, Action<byte[]> change)
    {
        var path = Path.Combine(_folder, name);
        var file = File.ReadAllBytes(path);
        change(file);
        File.WriteAllBytes(path, file);
    }

    private string Bytes() => string.Concat(
        from name in (string[])["journal.db", "journal.key"]
        select Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, name)))));
}
