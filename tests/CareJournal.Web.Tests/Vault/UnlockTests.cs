using System.Net;
using System.Net.Http.Headers;
using CareJournal.Keeping;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.Host;
using CareJournal.Web.Security;
using CareJournal.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Vault;

public sealed class UnlockTests : IAsyncLifetime
{
    private readonly RunningHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_wrong_phrase_is_reported_and_after_some_the_next_try_has_to_wait()
    {
        using Browser browser = _host.NewBrowser();
        for (int wrong = 0; wrong <= WrongSecretDelay.FreeTries; wrong++)
        {
            Assert.Contains("Ce n’est pas la bonne phrase de passe.", await SaidAsync(browser, $"fausse {wrong}"), StringComparison.Ordinal);
        }

        Assert.Contains("Nouvel essai possible dans", await SaidAsync(browser, RunningHost.Passphrase), StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(browser.Entered);
        await browser.UnlockAsync(RunningHost.Passphrase);
        Assert.Equal(Urls.Today, browser.Entered);
    }

    [Fact]
    public async Task While_a_lock_makes_its_last_copy_the_page_says_so_and_not_that_another_browser_is_open()
    {
        using Browser browser = await _host.SignedInAsync();
        using Browser stranger = _host.NewBrowser();
        Assert.Contains("dans un autre navigateur", await (await stranger.GetAsync(Urls.Unlock)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        TaskCompletionSource covered = new();
        using IDisposable page = _host.App.Services.GetRequiredService<OpenPages>().Enter(() => covered.Task);
        Task locking = browser.PostAsync(Urls.Lock);
        while (!_host.App.Services.GetRequiredService<JournalLock>().IsUnderWay)
        {
            await Task.Yield();
        }

        string shown = await (await stranger.GetAsync(Urls.Unlock)).Content.ReadAsStringAsync();
        covered.SetResult();
        await locking;
        Assert.Contains("une dernière copie se termine", System.Net.WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        Assert.DoesNotContain("navigateur", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_tries_at_once_only_those_are_looked_at_that_the_delay_allows()
    {
        UnlockService unlocking = _host.App.Services.GetRequiredService<UnlockService>();
        UnlockAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => unlocking.UnlockAsync($"fausse {turn}")));
        Assert.Equal(WrongSecretDelay.FreeTries + 1, answers.Count(answer => answer is UnlockAnswer.Tried));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public async Task A_text_that_is_too_long_is_reported_on_the_page_and_nothing_is_tried(int length)
    {
        using Browser browser = _host.NewBrowser();
        _host.Journal.Trying = () => Assert.Fail("It was tried.");
        HttpResponseMessage answer = await browser.UnlockAsync(new string('a', length));
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        }

        Assert.Contains("Trop long : 10 000 caractères au plus.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        // The page that says so still opens the journal, and the address that was asked for is kept.
        _host.Journal.Trying = null;
        HttpResponseMessage opened = await browser.SubmitAsync("/unlock?back=%2Fsettings&long=true", "unlock", ("Secret", RunningHost.Passphrase));
        Assert.Contains($"data-target=\"{Urls.Settings}\"", await opened.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_a_declared_length_is_cut_off_while_it_is_read()
    {
        using Browser browser = _host.NewBrowser();
        Dictionary<string, string> form = await browser.HiddenAsync(Urls.Unlock, "unlock");
        form["Secret"] = RunningHost.Passphrase;
        form["Filler"] = new string('a', 400_000);
        using PushedContent pushed = new(await new FormUrlEncodedContent(form).ReadAsByteArrayAsync());
        _host.Journal.Trying = () => Assert.Fail("It was tried.");
        HttpResponseMessage answer = await browser.PostAsync(Urls.Unlock, pushed);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Urls.Unlock, answer.Headers.Location!.OriginalString);
        _host.Journal.Trying = null;
    }

    [Fact]
    public async Task A_text_that_is_too_long_waits_for_nobody_and_a_lock_waits_for_no_try()
    {
        using Browser browser = await _host.SignedInAsync();
        using ManualResetEventSlim slow = new();
        TaskCompletionSource trying = new();
        _host.Journal.Trying = () =>
        {
            trying.TrySetResult();
            slow.Wait();
        };
        UnlockService unlocking = _host.App.Services.GetRequiredService<UnlockService>();
        Task<UnlockAnswer> attempt = unlocking.UnlockAsync(RunningHost.Passphrase);
        try
        {
            await trying.Task;
            Assert.IsType<UnlockAnswer.TooLong>(await unlocking.UnlockAsync(new string('a', 1_000_000)).WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(Urls.Lock).WaitAsync(TimeSpan.FromSeconds(30))).StatusCode);
            Assert.Equal(JournalState.Locked, _host.Journal.State);
        }
        finally
        {
            _host.Journal.Trying = null;
            slow.Set();
        }

        Assert.Equal(new UnlockAnswer.Tried(new UnlockOutcome.LockedMeanwhile()), await attempt);
        Assert.Equal(JournalState.Locked, _host.Journal.State);
    }

    [Theory]
    [InlineData(StorageFault.Foreign, "Ce fichier n’est pas un journal", "this is not a journal at all, and long enough to be read as one page of it.")]
    public async Task A_file_that_is_no_journal_is_reported_on_the_page_and_left_as_it_is(StorageFault fault, string sentence, string content)
    {
        _host.Journal.Lock();
        byte[] foreign = [.. System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(content, 120)))];
        await File.WriteAllBytesAsync(_host.Journal.Folder.DatabasePath, foreign);
        using Browser browser = _host.NewBrowser();
        string said = await SaidAsync(browser, RunningHost.Passphrase);
        Assert.True(said.Contains(sentence, StringComparison.Ordinal) || said.Contains("Cette clé n’ouvre pas ce journal.", StringComparison.Ordinal) || said.Contains("Fichier abîmé", StringComparison.Ordinal), $"{fault} was not told");
        Assert.Equal(foreign, await File.ReadAllBytesAsync(_host.Journal.Folder.DatabasePath));
    }

    /// <summary>Content that is sent in pieces, without a declared length.</summary>
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
