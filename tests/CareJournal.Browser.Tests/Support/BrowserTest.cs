namespace CareJournal.Browser;

/// <summary>
/// What browser tests derive from: pages and journals that it opens are closed after the test, where a complaint of the
/// browser is reported beside the test's own failure instead of in its place.
/// </summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly Stack<IAsyncDisposable> _opened = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        var faults = new List<Exception>();
        // Pages first: a journal that goes away before its page would be a complaint.
        while (_opened.TryPop(out var opened))
        {
            try
            {
                await opened.DisposeAsync();
            }
            catch (Exception fault)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw faults is [var only] ? only : new AggregateException(faults);
        }
    }

    /// <summary>Starts a journal of this test's own; see <see cref="RunningJournal.StartAsync"/>.</summary>
    protected async Task<RunningJournal> StartJournalAsync(string? folder = null) => Keep(await RunningJournal.StartAsync(folder));

    /// <summary>Starts a journal of the demo's people that is this test's own, and opens it; ends on the day.</summary>
    protected async Task<(RunningJournal Journal, WatchedPage Visit)> StartOnDemoCopyAsync()
    {
        var journal = Keep(await RunningJournal.StartOnDemoCopyAsync());
        var visit = await OpenAsync(journal);
        await visit.GoToAsync("/");
        await new Practitioner(visit).UnlocksAsync(DemoFolder.Passphrase);
        return (journal, visit);
    }

    /// <summary>Opens a page of this test's own; see <see cref="BrowserFixture.OpenAsync"/>.</summary>
    protected async Task<WatchedPage> OpenAsync(RunningJournal journal, PageLook? look = null) =>
        Keep(await browser.OpenAsync(journal, look));

    /// <summary>Opens a page that the test closes itself.</summary>
    protected async Task<WatchedPage> OpenAsideAsync(RunningJournal journal) => await browser.OpenAsync(journal);

    /// <summary>Opens a page of the demo that all tests look at; see <see cref="BrowserFixture.OpenSharedDemoAsync"/>.</summary>
    protected async Task<WatchedPage> OpenSharedDemoAsync(PageLook? look = null) =>
        Keep(await browser.OpenSharedDemoAsync(look));

    private T Keep<T>(T opened)
        where T : IAsyncDisposable
    {
        _opened.Push(opened);
        return opened;
    }
}
