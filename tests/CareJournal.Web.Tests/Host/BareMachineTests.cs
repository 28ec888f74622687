using System.Net;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Host;

/// <summary>Tests that the journal opens on a machine that lacks what a full installation has.</summary>
public sealed class BareMachineTests
{
    [Fact]
    public async Task Without_time_zone_data_the_journal_is_created_opened_and_saved_in()
    {
        await using RunningProgram journal = new();
        await journal.StartAsync([], null, ("TZDIR", journal.Empty), ("TZ", ""));
        await IsUsableAsync(journal);
    }

    [Fact]
    public async Task With_languages_switched_off_by_the_environment_the_journal_speaks_french_all_the_same()
    {
        await using RunningProgram journal = new();
        await journal.StartAsync([], null, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        using Browser browser = await IsUsableAsync(journal);
        string sheet = await (await browser.GetAsync(Urls.Year)).Content.ReadAsStringAsync();
        Assert.Contains("lang=\"fr", sheet, StringComparison.Ordinal);
    }

    private static async Task<Browser> IsUsableAsync(RunningProgram journal)
    {
        Browser browser = journal.NewBrowser();
        await journal.CreateAsync(browser);
        Assert.Equal(HttpStatusCode.OK, await journal.SaveAsync(browser));
        await browser.PostAsync(Urls.Lock);
        await browser.UnlockAsync(RunningHost.Passphrase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Year)).StatusCode);
        Assert.DoesNotContain(" ERR ", await journal.LogAsync(), StringComparison.Ordinal);
        return browser;
    }
}
