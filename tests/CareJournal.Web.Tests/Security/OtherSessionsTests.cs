using System.Net;
using CareJournal.Acts;
using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>Tests that a changed secret ends the sessions of all other browsers at once, after their pages have sent what is being typed.</summary>
public sealed class OtherSessionsTests : IAsyncLifetime
{
    private readonly RunningHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_passphrase_and_a_renewed_code_end_every_session_but_the_one_that_did_it(bool isPassphrase)
    {
        using Browser own = await _host.SignedInAsync();
        using Browser other = await _host.SignedInAsync();
        List<HttpStatusCode> seen = [];
        OpenPages pages = _host.App.Services.GetRequiredService<OpenPages>();
        using IDisposable ownPage = pages.Enter(() => throw new InvalidOperationException("This page goes on."), SessionOf(own));
        using IDisposable otherPage = pages.Enter(async () => seen.Add((await other.GetAsync(Urls.Settings)).StatusCode), SessionOf(other));

        UnlockAnswer answer = isPassphrase
            ? await Unlocking.ChangeAsync(RunningHost.Passphrase, "une tout autre phrase de passe", SessionOf(own))
            : await Unlocking.RenewCodeAsync(RunningHost.Passphrase, RecoveryCode.Create(), SessionOf(own));

        Assert.Equal(new UnlockAnswer.Tried(new UnlockOutcome.Opened()), answer);
        Assert.Equal([HttpStatusCode.OK], seen);
        Trace trace = (await _host.App.Services.GetRequiredService<TraceReader>().ReadAsync(0)).Traces[0];
        Assert.Equal((ActKind.KeysChanged, isPassphrase ? nameof(KeyChange.Passphrase) : nameof(KeyChange.RecoveryCode)), (trace.Kind, trace.Detail));
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(Urls.Settings)).StatusCode);
        Assert.Equal("/unlock?back=%2Fsettings", (await other.GetAsync(Urls.Settings)).Headers.Location?.OriginalString);
        Assert.Equal(JournalState.Open, _host.Journal.State);
    }

    [Fact]
    public async Task A_secret_that_was_not_changed_ends_no_session()
    {
        using Browser own = await _host.SignedInAsync();
        using Browser other = await _host.SignedInAsync();

        await Unlocking.ChangeAsync("une phrase qui n’est pas la bonne", "une tout autre phrase de passe", SessionOf(own));
        await Unlocking.UnlockAsync(RunningHost.Passphrase);

        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Urls.Settings)).StatusCode);
    }

    private UnlockService Unlocking => _host.App.Services.GetRequiredService<UnlockService>();

    private string? SessionOf(Browser browser) =>
        _host.App.Services.GetRequiredService<SessionTable>().Find(browser.Cookies.GetAllCookies().Single(cookie => cookie.Name.StartsWith("carejournal-session", StringComparison.Ordinal)).Value);
}
