using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// A journal of the demo's people into which many tests write, each about something of its own: one for all classes of a browser, unless a
/// class that counts what others change asks for its own by <see cref="IClassFixture{TFixture}"/>.
/// </summary>
public sealed class WrittenDemo : IAsyncLifetime
{
    private RunningJournal? _journal;
    private IReadOnlyList<Cookie> _session = [];

    public RunningJournal Journal => _journal ?? throw new InvalidOperationException("The journal has not started.");

    public async Task InitializeAsync() => _journal = await RunningJournal.StartOnDemoCopyAsync();

    public async Task DisposeAsync()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync();
        }
    }

    /// <summary>Lets a page in, and shows it the day. The passphrase is given once, and once more after a test that locked; the others show that visitor's cookie.</summary>
    internal async Task<Practitioner> EnterAsync(WatchedPage visit)
    {
        await visit.TakeCookiesAsync(_session);
        var practitioner = new Practitioner(visit);
        await practitioner.EntersAsync(DemoFolder.Passphrase);
        _session = await visit.CookiesAsync();
        return practitioner;
    }
}
