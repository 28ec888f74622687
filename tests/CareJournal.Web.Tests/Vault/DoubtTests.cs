using System.Net;
using CareJournal.Acts;
using CareJournal.Keeping;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Vault;

/// <summary>An older file in the journal's place is said on the unlock page, and opens for nobody before it was decided.</summary>
public sealed class DoubtTests : IAsyncLifetime
{
    private readonly RunningHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_older_file_is_said_and_opened_only_by_the_button_that_says_so()
    {
        byte[] older = await PutOlderAsync();
        using Browser browser = _host.NewBrowser();
        string said = WebUtility.HtmlDecode(await (await browser.UnlockAsync(RunningHost.Passphrase)).Content.ReadAsStringAsync()).Replace('\u00a0', ' ').Replace('\u202f', ' ');

        Assert.Contains("Ce journal est plus ancien que le dernier état connu : il y manque 2 actions. La dernière connue a été écrite le 25 novembre 2026 à 10 h", said, StringComparison.Ordinal);
        Assert.Contains("Ouvrir quand même", said, StringComparison.Ordinal);
        Assert.Contains("Ne pas ouvrir", said, StringComparison.Ordinal);
        Assert.Null(browser.Entered);
        Assert.Equal(JournalState.Locked, _host.Journal.State);
        Assert.Equal(older, await File.ReadAllBytesAsync(_host.Journal.Folder.DatabasePath));

        // Asked again without the decision, it is said again; with another secret, nothing opens.
        await browser.UnlockAsync(RunningHost.Passphrase);
        await browser.SubmitAsync(Urls.Unlock, "unlock", ("Secret", "une autre phrase de passe"), ("Accepted", "Older-5-3"));
        Assert.Null(browser.Entered);
        await browser.SubmitAsync(Urls.Unlock, "unlock", ("Secret", RunningHost.Passphrase), ("Accepted", Key(said)));
        Assert.Equal(Urls.Today, browser.Entered);

        Trace[] traces = [.. (await _host.App.Services.GetRequiredService<TraceReader>().ReadAsync(0)).Traces];
        Assert.Equal([ActKind.UnlockFailed, ActKind.OlderJournalAccepted], traces.Select(trace => trace.Kind).OrderBy(kind => kind));
        Assert.StartsWith("1 ", traces.Single(trace => trace.Kind == ActKind.UnlockFailed).Detail, StringComparison.Ordinal);

        // It was decided: the next unlock says nothing.
        _host.Journal.Lock();
        Assert.IsType<UnlockOutcome.Opened>(_host.Journal.Unlock(RunningHost.Passphrase));
    }

    [Fact]
    public async Task Wrong_tries_are_counted_until_the_journal_is_opened_and_noted_once()
    {
        _host.Journal.Lock();
        UnlockService unlocking = _host.App.Services.GetRequiredService<UnlockService>();
        await unlocking.UnlockAsync("fausse");
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await unlocking.UnlockAsync("fausse aussi");
        await unlocking.UnlockAsync(RunningHost.Passphrase);
        await unlocking.UnlockAsync(RunningHost.Passphrase);
        Trace trace = Assert.Single((await _host.App.Services.GetRequiredService<TraceReader>().ReadAsync(0)).Traces);
        Assert.Equal((ActKind.UnlockFailed, "2 2026-11-22T09:00:00Z 2026-11-22T09:01:00Z"), (trace.Kind, trace.Detail));
    }

    // Two acts are written after the state that is put back.
    private async Task<byte[]> PutOlderAsync()
    {
        await AddAsync("Première");
        _host.Journal.Lock();
        byte[] older = await File.ReadAllBytesAsync(_host.Journal.Folder.DatabasePath);
        Assert.IsType<UnlockOutcome.Opened>(_host.Journal.Unlock(RunningHost.Passphrase));
        _host.Clock.SetWall(TimeSpan.FromDays(3));
        await AddAsync("Deuxième");
        await AddAsync("Troisième");
        _host.Journal.Lock();
        await File.WriteAllBytesAsync(_host.Journal.Folder.DatabasePath, older);
        return older;
    }

    private async Task AddAsync(string name) =>
        Assert.IsType<SaveOutcome.Saved>(await _host.App.Services.GetRequiredService<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = name, GivenName = "Essai" }));

    private static string Key(string page)
    {
        const string Mark = "name=\"Accepted\" value=\"";
        int from = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        return page[from..page.IndexOf('"', from)];
    }
}
