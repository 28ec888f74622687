using System.Net;
using CareJournal.Acts;
using CareJournal.Keeping;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Host;

/// <summary>Tests what a lock and the end of the program copy, and that a copy is taken up in front of the lock.</summary>
public sealed class CopyWatchTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private readonly string _stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;

    public void Dispose() => Directory.Delete(_stick, recursive: true);

    [Fact]
    public async Task A_lock_copies_what_was_recorded_ends_every_session_before_and_zeroes_the_keys_after()
    {
        using Browser browser = await AddedAsync();
        bool sessionHadEnded = false;
        void Look(string _) => sessionHadEnded = browser.GetAsync("/").GetAwaiter().GetResult().StatusCode == HttpStatusCode.Redirect && host.Journal.State == JournalState.Open;
        host.App.Services.GetRequiredService<JournalCopier>().Written += Look;
        await RecordAsync("Verrou");
        await browser.PostAsync(Urls.Lock);
        host.App.Services.GetRequiredService<JournalCopier>().Written -= Look;
        Assert.True(sessionHadEnded);
        Assert.Equal(JournalState.Locked, host.Journal.State);
        Assert.NotEmpty(CopyFolders.In(_stick));
    }

    [Fact]
    public async Task Who_comes_back_while_a_lock_copies_does_not_wait_and_leaves_no_half_copy()
    {
        using Browser browser = await AddedAsync();
        await RecordAsync("Retour");
        int before = Directory.GetDirectories(_stick).Length;
        TaskCompletionSource copying = new();
        TaskCompletionSource stopped = new();
        void Hold(string _)
        {
            copying.TrySetResult();
            stopped.Task.Wait(TimeSpan.FromSeconds(60));
        }

        host.App.Services.GetRequiredService<JournalCopier>().Written += Hold;
        Task<HttpResponseMessage> locking = browser.PostAsync(Urls.Lock);
        await copying.Task.WaitAsync(TimeSpan.FromSeconds(60));
        host.App.Services.GetRequiredService<JournalCopier>().Written -= Hold;
        using Browser again = host.NewBrowser();
        Task<HttpResponseMessage> unlocking = again.UnlockAsync(RunningHost.Passphrase);
        host.App.Services.GetRequiredService<CopyWatch>().Hurry();
        stopped.SetResult();
        await locking;
        await unlocking;
        Assert.Equal(JournalState.Open, host.Journal.State);
        Assert.NotNull(again.Entered);
        Assert.Equal(before, Directory.GetDirectories(_stick).Length);
    }

    [Fact]
    public async Task A_copy_is_taken_up_in_front_of_the_lock_and_what_is_refused_changes_nothing()
    {
        using Browser browser = await AddedAsync();
        await RecordAsync("Dedans");
        await browser.PostAsync(Urls.Lock);
        string refused = await (await browser.SubmitAsync(Urls.Restore, "look", ("Folder", Path.GetTempPath()), ("Secret", RunningHost.Passphrase))).Content.ReadAsStringAsync();
        Assert.Contains("Aucune copie dans ce dossier", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        string shown = await (await browser.SubmitAsync(Urls.Restore, "look", ("Folder", _stick), ("Secret", RunningHost.Passphrase))).Content.ReadAsStringAsync();
        string ticket = shown[(shown.IndexOf("name=\"Ticket\" value=\"", StringComparison.Ordinal) + 21)..][..32];
        string gone = await (await browser.SubmitAsync(Urls.Restore, "look", ("Folder", _stick), ("Secret", "une phrase qui n’est pas la bonne"))).Content.ReadAsStringAsync();
        Assert.Contains("Rien n’a changé.", WebUtility.HtmlDecode(gone), StringComparison.Ordinal);
        Assert.Equal(32, ticket.Length);
        Assert.Equal(JournalState.Locked, host.Journal.State);
        using Browser later = await host.SignedInAsync();
        Assert.NotNull(later.Entered);
    }

    private async Task<Browser> AddedAsync()
    {
        Browser browser = await host.SignedInAsync();
        Assert.IsType<SaveOutcome.Saved>(await host.App.Services.GetRequiredService<CopyPlaceRecorder>().AddAsync(_stick));
        await host.App.Services.GetRequiredService<CopyWatch>().LookAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        return browser;
    }

    private async Task RecordAsync(string name) => Assert.IsType<SaveOutcome.Saved>(
        await host.App.Services.GetRequiredService<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = name, GivenName = "Dominique" }));
}
