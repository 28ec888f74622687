using CareJournal.Browser;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks.Support;

/// <summary>A page of the real program in Chromium, 1400 pixels wide, on an open copy of the prepared journal.</summary>
internal static class MeasuredPage
{
    // From the click to the frame after the first element asked for is shown.
    private const string ClickToPainted = """
        ([address, sign]) => new Promise(done => {
            const link = document.body.appendChild(document.createElement('a'));
            link.href = address;
            const began = performance.now();
            const watch = new MutationObserver(() => {
                if (document.querySelector(sign)) {
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => { link.remove(); done(performance.now() - began); }));
                }
            });
            watch.observe(document.body, { childList: true, subtree: true, attributes: true });
            link.click();
        })
        """;

    // The same from the moment at which the button of the pointer is let go on a link; also until the page's own drawing is there.
    private const string ReleaseToPainted = """
        ([address, sign]) => {
            const link = document.body.appendChild(document.createElement('a'));
            link.href = address;
            link.textContent = 'open';
            link.style.cssText = 'position: fixed; left: 200px; top: 300px; width: 100px; height: 30px; z-index: 9999';
            window.opened = new Promise(done => addEventListener('pointerup', () => {
                const began = performance.now();
                let painted = null;
                const watch = new MutationObserver(() => {
                    if (painted === null && document.querySelector(sign)?.closest('.read-ahead:not([data-shown])') === null) {
                        painted = new Promise(is => requestAnimationFrame(() => setTimeout(() => is(performance.now() - began))));
                    }
                    if (document.querySelector(`main ${sign}`)) {
                        watch.disconnect();
                        requestAnimationFrame(() => setTimeout(async () => { link.remove(); done([await painted, performance.now() - began]); }));
                    }
                });
                watch.observe(document.body, { childList: true, subtree: true, attributes: true });
            }, { capture: true, once: true }));
        }
        """;

    /// <summary>Opens the page, calls <paramref name="measure"/>, and deletes the copy.</summary>
    /// <param name="measure">The measurement; it is given the page, the program, and the folder of its journal.</param>
    public static async Task OpenAsync(Func<IPage, WebProgram, string, Task> measure)
    {
        await CareerJournal.PrepareAsync();
        if (InstalledBrowsers.Find() is not [var chromium, ..])
        {
            Console.WriteLine("No Chromium, Chrome or Edge here: nothing is measured.");
            return;
        }

        string folder = CareerJournal.Copy(plain: false);
        using (WebProgram program = await WebProgram.StartAsync("--data", folder))
        {
            using IPlaywright playwright = await Playwright.CreateAsync();
            await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, ChromiumSandbox = false });
            await measure(await OpenAsync(browser, program), program, folder);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Opens the journal of a running program in a browser of its own.</summary>
    public static async Task<IPage> OpenAsync(IBrowser browser, WebProgram program)
    {
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = program.Address.ToString(), ViewportSize = new ViewportSize { Width = 1400, Height = 900 } });
        await page.GotoAsync("/unlock");
        await page.Locator("#secret").FillAsync(CareerJournal.Passphrase);
        await page.Locator("form:has(#secret) button").ClickAsync();
        await page.Locator("main h1").First.WaitForAsync();
        return page;
    }

    /// <summary>Goes to the people and from there to an address; returns the milliseconds from the click to the frame that paints the element asked for.</summary>
    /// <param name="page">The page of an open journal.</param>
    /// <param name="address">The address, from the root.</param>
    /// <param name="sign">A selector of the element that has to be shown.</param>
    public static async Task<double> ClickToPaintedAsync(IPage page, string address, string sign)
    {
        await GoHomeAsync(page, sign);
        return await page.EvaluateAsync<double>(ClickToPainted, new[] { address, sign });
    }

    /// <summary>
    /// The same by the pointer, which comes to the link and rests on it before it is pressed; also returns the milliseconds until the frame that paints the element in the page itself, where a picture
    /// that was read ahead had been shown before it.
    /// </summary>
    /// <param name="page">The page of an open journal.</param>
    /// <param name="address">The address, from the root.</param>
    /// <param name="sign">A selector of the element that has to be shown.</param>
    /// <param name="rest">How long the pointer rests on the link, in milliseconds.</param>
    public static async Task<(double Painted, double Itself)> RestedToPaintedAsync(IPage page, string address, string sign, int rest)
    {
        await page.Mouse.MoveAsync(900, 800);
        await GoHomeAsync(page, sign);
        await page.EvaluateAsync(ReleaseToPainted, new[] { address, sign });
        await page.Mouse.MoveAsync(230, 400);
        await page.Mouse.MoveAsync(230, 312);
        await page.WaitForTimeoutAsync(rest);
        await page.Mouse.DownAsync();
        await page.Mouse.UpAsync();
        double[] taken = await page.EvaluateAsync<double[]>("() => window.opened");
        return (taken[0], taken[1]);
    }

    private static async Task GoHomeAsync(IPage page, string sign)
    {
        await page.EvaluateAsync("() => { const home = document.body.appendChild(document.createElement('a')); home.href = '/patients'; home.click(); home.remove(); }");
        await page.Locator(sign).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await page.WaitForTimeoutAsync(400);
    }
}
