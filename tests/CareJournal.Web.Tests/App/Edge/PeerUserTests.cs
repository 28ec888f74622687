using System.Diagnostics;

namespace CareJournal.Web.App.Edge;

/// <summary>Another account of this computer gets no answer, whatever it shows. Needs Linux, and root to become somebody else; elsewhere the lists alone are tested (<see cref="SocketTableTests"/>).</summary>
public sealed class PeerUserTests(RunningRoom room) : IClassFixture<RunningRoom>
{
    private static bool MayBecomeSomebodyElse => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv");

    [Fact]
    public async Task Another_account_is_refused_before_it_is_answered_with_both_tokens_in_hand()
    {
        if (!MayBecomeSomebodyElse)
        {
            return;
        }

        using Browser signedIn = await room.SignedInAsync();
        foreach (string path in new[] { Urls.Unlock, Urls.Year, "/app.css" })
        {
            string request = $"GET {path} HTTP/1.1\\r\\nHost: {room.Host}\\r\\nAccept: text/html\\r\\nCookie: {signedIn.CookieHeader}\\r\\nAuthorization: Bearer {signedIn.PageToken}\\r\\nConnection: close\\r\\n\\r\\n";
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

        using Browser signedIn = await room.SignedInAsync();
        string request = $"POST {Urls.Lock} HTTP/1.1\\r\\nHost: {room.Host}\\r\\nOrigin: http://{room.Host}\\r\\nCookie: {signedIn.CookieHeader}\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n";
        for (int turn = 0; turn < 20; turn++)
        {
            // Nobody reads the answer: the end of the wire has no owner any more when it is looked at.
            await RunAsync($"exec 3<>/dev/tcp/127.0.0.1/{room.Port}; printf '{request}' >&3; exec 3>&-", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }

        Assert.StartsWith("HTTP/1.1 200", await AnswerToAsync(request.Replace($"POST {Urls.Lock}", $"GET {Urls.Unlock}", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(CareJournal.Storage.JournalState.Open, room.Journal.State);
    }

    private Task<string> AnswerToAsync(string request, params string[] becoming) =>
        RunAsync($"exec 3<>/dev/tcp/127.0.0.1/{room.Port}; printf '{request}' >&3; cat <&3", becoming);

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
