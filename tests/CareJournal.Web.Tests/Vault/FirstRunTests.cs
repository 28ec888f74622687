using System.Net;
using System.Text.RegularExpressions;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Security;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Vault;

/// <summary>Tests the way from nothing to an open journal by the forms of the pages, without a script.</summary>
public sealed partial class FirstRunTests : IAsyncLifetime
{
    private readonly EmptyHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_journal_is_created_its_code_typed_back_and_then_one_is_in()
    {
        using Browser browser = _host.NewBrowser();
        Assert.Equal(Urls.FirstRun, (await browser.GetAsync("/")).Headers.Location?.OriginalString);

        await CreateAsync(browser);
        Assert.Equal(JournalState.Open, _host.Journal.State);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
        string code = await ShownCodeAsync(browser);
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$", code);

        string refused = await PageAsync(await browser.SubmitAsync("/first-run?check=true", "check", ("Typed", "0000-0000-0000-0000-0000-0000-0000")));
        Assert.Contains("Ce n’est pas encore le même code.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(code, refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);

        Assert.False(_host.Journal.ReadKeys()!.CodesAreConfirmed);
        HttpResponseMessage accepted = await browser.SubmitAsync("/first-run?check=true", "check", ("Typed", code.ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal((HttpStatusCode.OK, Urls.Today), (accepted.StatusCode, browser.Entered));
        Assert.True(_host.Journal.ReadKeys()!.CodesAreConfirmed);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);

        // Shown once: neither this browser nor another sees it again, and the recovery code really opens the journal.
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Urls.FirstRun)).StatusCode);
        await browser.PostAsync(Urls.Lock);
        using Browser later = _host.NewBrowser();
        await later.UnlockAsync(code);
        Assert.Equal(Urls.Today, later.Entered);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_code_is_shown_to_the_browser_that_created_the_journal_and_to_no_other()
    {
        using Browser browser = _host.NewBrowser();
        await CreateAsync(browser);
        using Browser other = _host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(Urls.FirstRun)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/first-run?check=true")).StatusCode);
        Assert.NotEmpty(await ShownCodeAsync(browser));
    }

    [Theory]
    [InlineData("court", "court", "ajoutez un mot ou deux")]
    [InlineData("girafe mandoline orage", "girafe mandoline", "Les deux phrases ne sont pas les mêmes.")]
    public async Task A_phrase_that_will_not_do_is_refused_at_its_field_and_nothing_is_created(string phrase, string again, string sentence)
    {
        using Browser browser = _host.NewBrowser();
        string page = await PageAsync(await browser.SubmitAsync(Urls.FirstRun, "create", ("Phrase", phrase), ("Again", again)));
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(JournalState.NotCreated, _host.Journal.State);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    [InlineData(4_000_000)]
    public async Task A_phrase_that_is_too_long_is_reported_and_neither_judged_nor_taken(int length)
    {
        using Browser browser = _host.NewBrowser();
        const string Sentence = "Trop long : 10 000 caractères au plus.";
        string phrase = new('a', length);
        HttpResponseMessage answer = await browser.SubmitAsync(Urls.FirstRun, "create", ("Phrase", phrase), ("Again", phrase));
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        }

        Assert.Contains(Sentence, await PageAsync(answer), StringComparison.Ordinal);
        Assert.Equal(JournalState.NotCreated, _host.Journal.State);
        string judged = await (await browser.PostAsync(Urls.PhraseStrength, new StringContent(new string('a', Math.Min(length, 200_000))))).Content.ReadAsStringAsync();
        Assert.Contains(Sentence, System.Text.Json.JsonDocument.Parse(judged).RootElement.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        await CreateAsync(browser);
    }

    [Fact]
    public async Task A_passphrase_that_is_tried_first_is_refused_however_long_it_is()
    {
        using Browser browser = _host.NewBrowser();
        HttpResponseMessage answer = await browser.SubmitAsync(Urls.FirstRun, "create", ("Phrase", "azertyuiopqsdfghjklm"), ("Again", "azertyuiopqsdfghjklm"));
        Assert.Contains("l’une des premières qu’on essaierait", await PageAsync(answer), StringComparison.Ordinal);
        Assert.Equal(JournalState.NotCreated, _host.Journal.State);
    }

    [Fact]
    public async Task The_strength_is_judged_only_while_there_is_no_journal()
    {
        using Browser browser = _host.NewBrowser();
        string weak = await (await browser.PostAsync(Urls.PhraseStrength, new StringContent("aaaa"))).Content.ReadAsStringAsync();
        Assert.Contains("Weak", weak, StringComparison.Ordinal);
        await CreateAsync(browser);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(Urls.PhraseStrength, new StringContent("aaaa"))).StatusCode);
    }

    [Fact]
    public async Task The_language_is_one_click_away_before_anything_is_created()
    {
        using Browser browser = _host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(Urls.FirstRun, "language")).StatusCode);
        Assert.Contains("Create the journal", await PageAsync(await browser.GetAsync(Urls.FirstRun)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing_and_is_shown_afresh()
    {
        using Browser browser = _host.NewBrowser();
        using FormUrlEncodedContent forged = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["_handler"] = "create", ["Phrase"] = RunningHost.Passphrase, ["Again"] = RunningHost.Passphrase });
        HttpResponseMessage answer = await browser.PostAsync(Urls.FirstRun, forged);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Urls.FirstRun, answer.Headers.Location?.OriginalString);
        Assert.Equal(JournalState.NotCreated, _host.Journal.State);
    }

    private static async Task CreateAsync(Browser browser) =>
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(Urls.FirstRun, "create", ("Phrase", RunningHost.Passphrase), ("Again", RunningHost.Passphrase))).StatusCode);

    private static async Task<string> ShownCodeAsync(Browser browser)
    {
        string page = await PageAsync(await browser.GetAsync(Urls.FirstRun));
        return string.Concat(Groups().Matches(page[page.IndexOf("recovery-code", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value));
    }

    private static async Task<string> PageAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("<span>([0-9A-Z]{4}-?)</span>")]
    private static partial Regex Groups();
}
