using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>A journal of the demo's people into which the tests of one class write, each about something of its own.</summary>
public sealed class WrittenDemo(BrowserFixture browser) : IAsyncLifetime
{
    private RunningJournal? _journal;
    private (IReadOnlyList<Cookie> Cookies, string PageToken) _session;

    public RunningJournal Journal => _journal ?? throw new InvalidOperationException("The journal has not started.");

    public async Task InitializeAsync()
    {
        _journal = await RunningJournal.StartOnDemoCopyAsync();
        // The passphrase is given once; the tests go on in that visitor's session.
        await using var first = await browser.OpenAsync(_journal);
        await first.GoToAsync("/");
        await new Practitioner(first).UnlocksAsync(DemoFolder.Passphrase);
        _session = await first.SessionAsync();
    }

    public async Task DisposeAsync()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync();
        }
    }

    /// <summary>Lets a page in, and shows it the day.</summary>
    internal async Task<Practitioner> EnterAsync(WatchedPage visit)
    {
        await visit.TakeSessionAsync(_session);
        await visit.GoToAsync("/");
        return new Practitioner(visit);
    }
}
