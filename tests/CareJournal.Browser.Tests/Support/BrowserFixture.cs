using System.Text;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// Starts the Chromium of a part of the test run: one that the machine has, else Playwright's, else Debian's. Without any, every browser
/// test fails with the reason; none is skipped.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // A full headless Chromium still draws tabs, buttons and a side panel for every window, in a process of their own: two thirds of
    // the cost of a window, and nobody sees them. Of two lists the browser takes the last, so Playwright's own is added to ours.
    private const string Unneeded =
        "InitialWebUI,InitialWebUISyncNavStartToCommit,PreloadTopChromeWebUI,SidePanel,SpareRendererForSitePerProcess,TabSearch,WebUIBackForwardButton,WebUIHomeButton,"
        + "WebUILocationBar,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup,WebUIReloadButton,WebUISplitTabsButton,WebUITabStrip,WebUIToolbar";

    private const string UnneededByPlaywright =
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
        + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,Translate,AutoDeElevate,OptimizationHints,NetworkTimeServiceQuerying,"
        + "AimEnabled,msForceBrowserSignIn,msEdgeUpdateLaunchServicesPreferredVersion";

    // Two browsers are started side by side: only one may be installing.
    private static readonly SemaphoreSlim Starting = new(1);

    private readonly StringBuilder _attempts = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _demoSession;

    public async Task InitializeAsync()
    {
        // A test run shares two cores with two other test projects, and with whatever else the machine does: slow is not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        await Starting.WaitAsync();
        try
        {
            _browser = await LaunchInstalledAsync() ?? await LaunchPlaywrightsAsync() ?? await LaunchDebiansAsync();
        }
        finally
        {
            Starting.Release();
        }

        if (_browser is null)
        {
            throw new InvalidOperationException(
                "The browser tests found no browser that starts, and could not install one: install Chromium, Chrome or Edge, "
                + $"or name one in {InstalledBrowsers.Variable}.\n{_attempts}");
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens an empty browser context, for pages that are not of a journal; the caller closes it.</summary>
    internal Task<IBrowserContext> NewContextAsync() => _browser!.NewContextAsync();

    /// <summary>Opens a page in a browser that is new to the journal: no cookie, no cache, nothing remembered.</summary>
    public async Task<WatchedPage> OpenAsync(RunningJournal journal, PageLook? look = null) =>
        await WatchedPage.OpenAsync(_browser!, journal, look ?? new PageLook());

    /// <summary>
    /// Opens a page with a session of a demo journal that lives until the end of the run; see <see cref="SharedDemo"/>. For tests that only
    /// read: one that writes takes a <see cref="WrittenDemo"/>.
    /// </summary>
    public async Task<WatchedPage> OpenSharedDemoAsync(PageLook? look = null)
    {
        var demo = (await SharedDemo.StartedAsync()).Journal;
        if (_demoSession is null)
        {
            // A demo lets its first visitor in without the passphrase; the later ones send that visitor's cookie and page token.
            await using var first = await OpenAsync(demo);
            await new Practitioner(first).EntersAsync(DemoFolder.Passphrase);
            await new Practitioner(first).SeesTitleAsync("Aujourd’hui");
            _demoSession = await first.Page.Context.StorageStateAsync();
        }

        return await WatchedPage.OpenAsync(_browser!, demo, look ?? new PageLook(), _demoSession);
    }

    private async Task<IBrowser?> LaunchInstalledAsync()
    {
        foreach (var program in InstalledBrowsers.Find())
        {
            if (await TryLaunchAsync(program) is { } browser)
            {
                return browser;
            }
        }

        return null;
    }

    private async Task<IBrowser?> LaunchPlaywrightsAsync()
    {
        _attempts.AppendLine(await BrowserInstaller.InstallWithPlaywrightAsync());
        return await TryLaunchAsync(program: null);
    }

    private async Task<IBrowser?> LaunchDebiansAsync()
    {
        if (!BrowserInstaller.MayUseDebianPackages)
        {
            return null;
        }

        _attempts.AppendLine(await BrowserInstaller.InstallWithDebianPackagesAsync());
        return await LaunchInstalledAsync();
    }

    private async Task<IBrowser?> TryLaunchAsync(string? program)
    {
        try
        {
            return await _playwright!.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                // Chromium's sandbox refuses root, and containers refuse the sandbox; only our own pages are opened.
                ChromiumSandbox = false,
                Args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", $"--disable-features={UnneededByPlaywright},{Unneeded}"],
            });
        }
        catch (PlaywrightException fault)
        {
            _attempts.AppendLine($"{program ?? "Playwright's Chromium"}: {fault.Message}");
            return null;
        }
    }
}
