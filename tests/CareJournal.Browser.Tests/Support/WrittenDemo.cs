using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// A journal of the demo's people into which many tests write, each about something of its own: one for all classes of a browser, unless a
/// class that counts what others change asks for its own by <see cref="IClassFixture{TFixture}"/>.
/// </summary>
public sealed class WrittenDemo : IAsyncLifetime
{
    private readonly Dictionary<string, string> _people = new(StringComparer.Ordinal);
    private RunningJournal? _journal;
    private (IReadOnlyList<Cookie> Cookies, string PageToken) _session;

    public RunningJournal Journal => _journal ?? throw new InvalidOperationException("The journal has not started.");

    public async Task InitializeAsync() => _journal = await RunningJournal.StartOnDemoCopyAsync();

    public async Task DisposeAsync()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync();
        }
    }

    /// <summary>Gives a page a session, and opens somebody of the demo: found by a few letters of the name at first, and from then on by the address.</summary>
    internal async Task<Practitioner> OpenAsync(WatchedPage visit, string letters, string name)
    {
        var practitioner = await EnterAsync(visit, _people.GetValueOrDefault(name, "/"));
        if (!_people.ContainsKey(name))
        {
            await practitioner.FindsAsync(letters, name);
            _people[name] = new Uri(visit.Page.Url).AbsolutePath;
        }

        await practitioner.SeesTitleAsync(name);
        return practitioner;
    }

    /// <summary>Gives a page a session, and opens the day. The passphrase is given once, and again after a test that locked; the others use that session.</summary>
    internal async Task<Practitioner> EnterAsync(WatchedPage visit, string path = "/")
    {
        if (_session.PageToken is not null)
        {
            await visit.TakeSessionAsync(_session);
        }

        var practitioner = new Practitioner(visit);
        await practitioner.EntersAsync(DemoFolder.Passphrase, path);
        _session = await visit.SessionAsync();
        return practitioner;
    }
}
