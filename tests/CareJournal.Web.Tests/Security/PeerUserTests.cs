using System.Diagnostics;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>Tests that another account of this computer gets no answer, whatever it sends. Needs root on Linux; elsewhere only <see cref="SocketTableTests"/> tests this.</summary>
public sealed class PeerUserTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static bool MayBecomeSomebodyElse => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv");

    [Fact]
    public async Task Another_account_is_refused_before_it_is_answered_even_with_both_tokens()
    {
        if (!MayBecomeSomebodyElse)
        {
            return;
        }

        using Browser signedIn = await host.SignedInAsync();
        foreach (string path in new[] { Urls.Unlock, Urls.Year, "/app.css" })
        {
            string request = $"GET {path} HTTP/1.1\\r\\nHost: {host.Host}\\r\\nAccept: text/html\\r\\nCookie: {signedIn.CookieHeader}\\r\\nAuthorization: Bearer {signedIn.PageToken}\\r\\nConnection: close\\r\\n\\r\\n";
            Assert.StartsWith("HTTP/1.1 200", await AnswerToAsync(request), StringComparison.Ordinal);
            Assert.Equal("", await AnswerToAsync(request, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
    }

    [Fact]
    public async Task What_another_account_sends_and_leaves_at_once_is_not_done()
    {
        if (!MayBecomeSomebodyElse)
        {
            return;
        }

        using Browser signedIn = await host.SignedInAsync();
        string request = $"POST {Urls.Lock} HTTP/1.1\\r\\nHost: {host.Host}\\r\\nOrigin: http://{host.Host}\\r\\nCookie: {signedIn.CookieHeader}\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n";
        for (int turn = 0; turn < 20; turn++)
        {
            // Nobody reads the answer: its end of the connection has no owner any more when it is checked.
            await RunAsync($"exec 3<>/dev/tcp/127.0.0.1/{host.Port}; printf '{request}' >&3; exec 3>&-", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }

        Assert.StartsWith("HTTP/1.1 200", await AnswerToAsync(request.Replace($"POST {Urls.Lock}", $"GET {Urls.Unlock}", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(CareJournal.Storage.JournalState.Open, host.Journal.State);
    }

    private Task<string> AnswerToAsync(string request, params string[] becoming) =>
        RunAsync($"exec 3<>/dev/tcp/127.0.0.1/{host.Port}; printf '{request}' >&3; cat <&3", becoming);

    private static async Task<string> RunAsync(string script, params string[] becoming)
    {
        string[] command = [.. becoming, "bash", "-c", script];
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        Task<string> complained = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        _ = await complained;
        return said;
    }
}
