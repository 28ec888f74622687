namespace CareJournal.Browser;

/// <summary>
/// The base of browser tests: pages and journals that it opens are closed after the test, where an error in the
/// browser is reported beside the test's own failure instead of in its place. A test that fails leaves its <see cref="Browser.Evidence"/>.
/// </summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly Stack<IAsyncDisposable> _opened = new();

    /// <summary>The name of the test in xunit, once it has run.</summary>
    internal string Name { get; set; } = "";

    /// <summary>The evidence of the failed test, as text; empty when it passed.</summary>
    internal string Evidence { get; private set; } = "";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_opened.OfType<WatchedPage>().Any(page => page.Complaints.Count > 0))
        {
            await KeepEvidenceAsync();
        }

        var faults = new List<Exception>();
        // Pages first: a journal that stops before its page would cause an error.
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

    /// <summary>Keeps the evidence of this test's pages and journals, once, while they are open.</summary>
    internal async Task KeepEvidenceAsync()
    {
        if (Evidence.Length > 0)
        {
            return;
        }

        var pages = _opened.OfType<WatchedPage>().Reverse().ToList();
        var journals = pages.Select(page => page.Journal).Concat(_opened.OfType<RunningJournal>()).Distinct().ToList();
        try
        {
            Evidence = await Browser.Evidence.KeepAsync(Name, pages, journals);
        }
        catch (Exception fault)
        {
            // The test's own failure is what counts; that it left nothing is reported beside it.
            Evidence = $"\n---- Nothing could be kept of the failed test: {fault}";
        }
    }

    /// <summary>Starts a journal of this test's own; see <see cref="RunningJournal.StartAsync"/>.</summary>
    protected async Task<RunningJournal> StartJournalAsync(string? folder = null) => Keep(await RunningJournal.StartAsync(folder));

    /// <summary>Starts a journal of this test's own whose server is slow to return from drawing; see <see cref="RunningJournal.StartSlowlyDrawingAsync"/>.</summary>
    protected async Task<RunningJournal> StartSlowlyDrawingAsync() => Keep(await RunningJournal.StartSlowlyDrawingAsync());

    /// <summary>Starts a journal of the demo's people for this test alone, and opens a page of it with a session.</summary>
    protected async Task<(RunningJournal Journal, WatchedPage Visit)> StartOnDemoCopyAsync()
    {
        var journal = Keep(await RunningJournal.StartOnDemoCopyAsync());
        var visit = await OpenAsync(journal);
        await new Practitioner(visit).EntersAsync(DemoFolder.Passphrase);
        return (journal, visit);
    }

    /// <summary>Opens a page of this test's own; see <see cref="BrowserFixture.OpenAsync"/>.</summary>
    protected async Task<WatchedPage> OpenAsync(RunningJournal journal, PageLook? look = null) =>
        Keep(await browser.OpenAsync(journal, look));

    /// <summary>Opens a page that the test closes itself.</summary>
    protected async Task<WatchedPage> OpenAsideAsync(RunningJournal journal) => await browser.OpenAsync(journal);

    /// <summary>Opens a page of the demo that all tests read; see <see cref="BrowserFixture.OpenSharedDemoAsync"/>.</summary>
    protected async Task<WatchedPage> OpenSharedDemoAsync(PageLook? look = null) =>
        Keep(await browser.OpenSharedDemoAsync(look));

    private T Keep<T>(T opened)
        where T : IAsyncDisposable
    {
        _opened.Push(opened);
        return opened;
    }
}
