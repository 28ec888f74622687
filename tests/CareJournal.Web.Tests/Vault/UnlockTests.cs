using System.Net;
using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.App;

namespace CareJournal.Web.Vault;

public sealed class UnlockTests : IAsyncLifetime
{
    private readonly RunningRoom _room = new();

    public Task InitializeAsync() => _room.InitializeAsync();

    public Task DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_wrong_phrase_is_told_and_after_some_the_next_try_has_to_wait()
    {
        using Browser browser = _room.NewBrowser();
        for (int wrong = 0; wrong <= WrongSecretDelay.FreeTries; wrong++)
        {
            Assert.Contains("Ce n’est pas la bonne phrase de passe.", await SaidAsync(browser, $"fausse {wrong}"), StringComparison.Ordinal);
        }

        Assert.Contains("Nouvel essai possible dans", await SaidAsync(browser, RunningRoom.Passphrase), StringComparison.Ordinal);
        _room.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(browser.Entered);
        await browser.UnlockAsync(RunningRoom.Passphrase);
        Assert.Equal(Urls.Today, browser.Entered);
    }

    [Fact]
    public async Task Of_many_tries_at_once_only_those_are_looked_at_that_the_delay_allows()
    {
        UnlockDesk desk = new(_room.Journal, new WrongSecretDelay(_room.Clock));
        DeskAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => desk.UnlockAsync($"fausse {turn}")));
        Assert.Equal(WrongSecretDelay.FreeTries + 1, answers.Count(answer => answer is DeskAnswer.Tried));
    }

    [Theory]
    [InlineData(StorageFault.Foreign, "Ce fichier n’est pas un journal", "this is not a journal at all, and long enough to be read as one page of it.")]
    public async Task A_file_that_is_no_journal_is_said_on_the_page_and_left_as_it_is(StorageFault fault, string sentence, string content)
    {
        _room.Journal.Lock();
        byte[] foreign = [.. System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(content, 120)))];
        await File.WriteAllBytesAsync(_room.Journal.Folder.DatabasePath, foreign);
        using Browser browser = _room.NewBrowser();
        string said = await SaidAsync(browser, RunningRoom.Passphrase);
        Assert.True(said.Contains(sentence, StringComparison.Ordinal) || said.Contains("Cette clé n’ouvre pas ce journal.", StringComparison.Ordinal) || said.Contains("Fichier abîmé", StringComparison.Ordinal), $"{fault} was not told");
        Assert.Equal(foreign, await File.ReadAllBytesAsync(_room.Journal.Folder.DatabasePath));
    }

    private static async Task<string> SaidAsync(Browser browser, string secret)
    {
        HttpResponseMessage answer = await browser.UnlockAsync(secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
