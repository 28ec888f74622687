using System.Net;
using System.Net.Http.Headers;
using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.App;
using Microsoft.Extensions.DependencyInjection;

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
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public async Task A_text_that_is_too_long_is_said_on_the_page_and_nothing_is_tried(int length)
    {
        using Browser browser = _room.NewBrowser();
        _room.Journal.Trying = () => Assert.Fail("It was tried.");
        HttpResponseMessage answer = await browser.UnlockAsync(new string('a', length));
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        }

        Assert.Contains("Trop long : 10 000 caractères au plus.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        // The page that says so still opens the journal, and the address that was asked for is kept.
        _room.Journal.Trying = null;
        HttpResponseMessage opened = await browser.SubmitAsync("/unlock?back=%2Fsettings&long=true", "unlock", ("Secret", RunningRoom.Passphrase));
        Assert.Contains($"data-target=\"{Urls.Settings}\"", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_a_told_length_is_cut_off_while_it_is_read()
    {
        using Browser browser = _room.NewBrowser();
        Dictionary<string, string> form = await browser.HiddenAsync(Urls.Unlock, "unlock");
        form["Secret"] = RunningRoom.Passphrase;
        form["Filler"] = new string('a', 400_000);
        using PushedContent pushed = new(await new FormUrlEncodedContent(form).ReadAsByteArrayAsync());
        _room.Journal.Trying = () => Assert.Fail("It was tried.");
        HttpResponseMessage answer = await browser.PostAsync(Urls.Unlock, pushed);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Urls.Unlock, answer.Headers.Location!.OriginalString);
        _room.Journal.Trying = null;
    }

    [Fact]
    public async Task A_text_that_is_too_long_waits_for_nobody_and_a_lock_waits_for_no_try()
    {
        using Browser browser = await _room.SignedInAsync();
        using ManualResetEventSlim slow = new();
        TaskCompletionSource trying = new();
        _room.Journal.Trying = () =>
        {
            trying.TrySetResult();
            slow.Wait();
        };
        UnlockDesk desk = _room.App.Services.GetRequiredService<UnlockDesk>();
        Task<DeskAnswer> attempt = desk.UnlockAsync(RunningRoom.Passphrase);
        try
        {
            await trying.Task;
            Assert.IsType<DeskAnswer.TooLong>(await desk.UnlockAsync(new string('a', 1_000_000)).WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(Urls.Lock).WaitAsync(TimeSpan.FromSeconds(30))).StatusCode);
            Assert.Equal(JournalState.Locked, _room.Journal.State);
        }
        finally
        {
            _room.Journal.Trying = null;
            slow.Set();
        }

        Assert.Equal(new DeskAnswer.Tried(new UnlockOutcome.LockedMeanwhile()), await attempt);
        Assert.Equal(JournalState.Locked, _room.Journal.State);
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

    /// <summary>Sent in pieces, without a length ahead.</summary>
    private sealed class PushedContent : HttpContent
    {
        private readonly byte[] _body;

        public PushedContent(byte[] body)
        {
            _body = body;
            Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            try
            {
                await stream.WriteAsync(_body);
            }
            catch (IOException)
            {
                // The server has read enough.
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private static async Task<string> SaidAsync(Browser browser, string secret)
    {
        HttpResponseMessage answer = await browser.UnlockAsync(secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
