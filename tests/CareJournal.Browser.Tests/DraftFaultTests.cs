using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CareJournal.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests what the lock, the program or the disk can do to words that are being typed. Tests that kill the program or fill the disk have a journal of their own.</summary>
public sealed class DraftFaultTests(BrowserFixture browser, WrittenDemo demo, CreatedJournal created, ITestOutputHelper output) : BrowserTest(browser), IClassFixture<CreatedJournal>, IDisposable
{
    // The script saves every second; the requests take more time, and busy cores answer late. Without saves all that was typed would be missing.
    private static readonly TimeSpan MostLost = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongTyping = TimeSpan.FromSeconds(6);
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CAREJOURNAL_KILLS") ?? "2", CultureInfo.InvariantCulture);

    private readonly string _folder = created.Copy();

    [Fact]
    public async Task A_lock_while_typing_sends_the_words_first()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("WebSocket");
        visit.Expect("status of 401");
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Aline", "Verrou", "12/3/1971");
        await practitioner.LogsAsync();
        var other = await practitioner.Page.Context.NewPageAsync();
        await other.GotoAsync("/settings");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await practitioner.Page.BringToFrontAsync();
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("La dernière phrase avant le verrou");
        await other.GetByRole(AriaRole.Button, new() { Name = "Verrouiller" }).ClickAsync();

        await practitioner.SeesTitleAsync("Ouvrir le journal");
        await Expect(practitioner.Page.Locator("body")).Not.ToContainTextAsync("La dernière phrase");
        await practitioner.GivesAsync(DemoFolder.Passphrase);
        await practitioner.SeesTitleAsync("Noter la séance");
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("La dernière phrase avant le verrou");
    }

    [Fact]
    public async Task A_program_killed_while_one_types_without_pause_costs_no_word_and_the_disk_at_most_a_second()
    {
        var (journal, practitioner) = await OpenFormAsync(_folder, "ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "ERR_SOCKET_NOT_CONNECTED", "WebSocket", "Failed to fetch", "status of 401", "No interop methods");
        var chance = new Random(20261122);
        var hand = new Hand(practitioner.Page.Keyboard);
        List<TimeSpan> lost = [];
        for (var kill = 1; kill <= Kills; kill++)
        {
            await practitioner.Page.EvaluateAsync("() => { window.beforeTheKill = true; }");
            await hand.WritesWhileAsync(async () =>
            {
                await Task.Delay(kill == 1 ? LongTyping : TimeSpan.FromMilliseconds(chance.Next(300, 2500)));
                await journal.KillAsync();
                hand.Mark();
                await Task.Delay(chance.Next(0, 600));
            });
            await journal.RestartAsync();
            lost.Add(hand.LostOf(await OnDiskAsync(journal, practitioner.Page.Url)));

            await OpensAgainAsync(practitioner, isFirst: kill == 1);
            // The page was loaded again, and the form takes no key while its text comes back.
            await practitioner.Page.WaitForFunctionAsync("() => !window.beforeTheKill");
            await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync(new() { Timeout = 15_000 });
            await Expect(practitioner.Page.Locator("[inert]")).ToHaveCountAsync(0);
            await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(hand.Written);
            await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kills} kills, {hand.Written.Length} characters: on disk at most {lost.Max().TotalMilliseconds:0} ms of typing were missing, half of the times {lost.Order().ElementAt(lost.Count / 2).TotalMilliseconds:0} ms at most"));
        Assert.All(lost, time => Assert.InRange(time, TimeSpan.Zero, MostLost));
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(hand.Written.Trim());
    }

    [Fact]
    public async Task A_full_disk_refuses_the_save_in_a_sentence_at_the_form_and_the_words_are_saved_once_there_is_room()
    {
        if (SmallDisk.TryMount() is not { } disk)
        {
            // Not root: FullDiskTests checks the answer and the file without a disk.
            return;
        }

        using (disk)
        {
            const string Words = "Le disque se remplit pendant que j’écris.";
            var folder = disk.Folder("journal");
            foreach (var file in Directory.EnumerateFiles(_folder))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var (_, practitioner) = await OpenFormAsync(folder, "status of 507");
            var text = practitioner.Field("Ce que je retiens");
            await text.PressSequentiallyAsync("Avant. ");
            await DraftTests.IsKeptAsync(practitioner);
            disk.Fill();
            await text.PressSequentiallyAsync(Words);
            await Expect(practitioner.Page.GetByText("Brouillon pas encore gardé")).ToBeVisibleAsync();
            await practitioner.Page.Keyboard.PressAsync("Control+Enter");

            await Expect(practitioner.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Disque plein" })).ToHaveTextAsync("Disque plein : rien n’a été enregistré, votre texte est là.");
            await Expect(text).ToHaveValueAsync($"Avant. {Words}");
            await text.PressSequentiallyAsync(" Encore.");
            disk.MakeRoom();
            await DraftTests.IsKeptAsync(practitioner);
            await practitioner.Page.Keyboard.PressAsync("Control+Enter");
            await practitioner.SeesNoticeAsync("Séance enregistrée");
            await Expect(practitioner.Detail).ToContainTextAsync($"Avant. {Words} Encore.");
            await Expect(practitioner.OnTimeline(new Regex("^Séance du "))).ToHaveCountAsync(1);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task OpensAgainAsync(Practitioner practitioner, bool isFirst)
    {
        var dialog = practitioner.Page.Locator("#reconnect");
        await Expect(dialog).ToContainTextAsync("Votre texte est toujours dans cette page.");
        var secret = dialog.GetByLabel("Phrase de passe ou code de secours");
        if (isFirst)
        {
            await secret.FillAsync("pas la bonne");
            await practitioner.Page.Keyboard.PressAsync("Enter");
            await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Ce n’est pas la bonne phrase de passe.");
            await practitioner.Page.WaitForTimeoutAsync(1200);
        }

        await secret.FillAsync(CreatedJournal.Passphrase);
        await practitioner.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Returns the text that a new browser finds: all that is left where the page is lost too.</summary>
    private async Task<string> OnDiskAsync(RunningJournal journal, string address)
    {
        await using var visit = await OpenAsideAsync(journal);
        await visit.GoToAsync(new Uri(address).PathAndQuery);
        var stranger = new Practitioner(visit);
        await stranger.UnlocksAsync(CreatedJournal.Passphrase);
        await Expect(visit.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        return await stranger.Field("Ce que je retiens").InputValueAsync();
    }

    private async Task<(RunningJournal Journal, Practitioner Practitioner)> OpenFormAsync(string folder, params string[] expected)
    {
        var journal = await StartJournalAsync(folder);
        var visit = await OpenAsync(journal);
        Array.ForEach(expected, visit.Expect);
        await visit.GoToAsync("/");
        var practitioner = new Practitioner(visit);
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.FindsAsync("bert", "Aline Berthier");
        await practitioner.LogsAsync();
        return (journal, practitioner);
    }

    /// <summary>Types without a pause, and records when each letter was on the page.</summary>
    private sealed class Hand(IKeyboard keyboard)
    {
        private const string Sentence = "Elle raconte la semaine, le jardin, la fatigue et les nuits. ";

        private readonly StringBuilder _written = new();
        private readonly List<long> _moments = [];
        private long _marked;

        public string Written => _written.ToString();

        /// <summary>Types until something is over.</summary>
        public async Task WritesWhileAsync(Func<Task> something)
        {
            var over = something();
            while (!over.IsCompleted)
            {
                var letter = Sentence[_written.Length % Sentence.Length];
                await keyboard.TypeAsync($"{letter}");
                _written.Append(letter);
                _moments.Add(Stopwatch.GetTimestamp());
                await Task.Delay(30);
            }

            await over;
        }

        /// <summary>Records that the program is dead from now on.</summary>
        public void Mark() => _marked = Stopwatch.GetTimestamp();

        /// <summary>Returns how much time of typing is missing from what was kept.</summary>
        public TimeSpan LostOf(string kept)
        {
            var same = kept.Zip(Written).TakeWhile(pair => pair.First == pair.Second).Count();
            Assert.True(same == kept.Length, $"Of {Written.Length} letters {same} are on disk as typed; then « {kept[same..Math.Min(kept.Length, same + 60)]} » instead of « {Written[same..Math.Min(Written.Length, same + 60)]} ».");
            return kept.Length == Written.Length || _moments[kept.Length] > _marked ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_moments[kept.Length], _marked);
        }
    }
}
