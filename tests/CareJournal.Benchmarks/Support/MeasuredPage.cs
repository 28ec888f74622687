using CareJournal.Browser;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks.Support;

/// <summary>A page of the real program in Chromium, 1400 pixels wide, on a copy of the prepared journal that was opened.</summary>
internal static class MeasuredPage
{
    /// <summary>Opens it, has it measured, and deletes the copy.</summary>
    /// <param name="measure">What is measured; it is given the page, the program, and the folder of its journal.</param>
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
}
