using System.Net;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Security;

/// <summary>Tests who may create the journal where its name is one that every account of the computer knows.</summary>
public sealed class FirstRunKeyTests
{
    [Fact]
    public async Task Under_plain_localhost_the_journal_is_created_by_the_address_written_at_the_start_alone()
    {
        await using RunningProgram journal = new();
        await journal.StartAsync(["--localhost"]);
        Assert.Matches("^http://localhost:[0-9]+/first-run\\?key=[A-Za-z0-9_-]{22}$", journal.Address.OriginalString);

        using Browser stranger = journal.NewBrowser();
        foreach (string address in new[] { Urls.Today, Urls.FirstRun, $"{Urls.FirstRun}?key=", $"{Urls.FirstRun}?key=AAAAAAAAAAAAAAAAAAAAAA" })
        {
            HttpResponseMessage answer = await stranger.GetAsync(address);
            string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.DoesNotContain("value=\"create\"", page, StringComparison.Ordinal);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect || page.Contains("ouvrez l’adresse complète", StringComparison.Ordinal), page);
        }

        using FormUrlEncodedContent blind = new(new Dictionary<string, string> { ["_handler"] = "create", ["Phrase"] = RunningHost.Passphrase, ["Again"] = RunningHost.Passphrase });
        await stranger.PostAsync(Urls.FirstRun, blind);
        Assert.False(File.Exists(Path.Combine(journal.Data, "journal.db")));

        using Browser practitioner = journal.NewBrowser();
        await journal.CreateAsync(practitioner);
        Assert.True(File.Exists(Path.Combine(journal.Data, "journal.db")));
    }
}
