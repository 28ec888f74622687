using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using CareJournal.Web.Security;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Host;

/// <summary>Tests that a run of the real program leaves nothing outside the journal's folder: no key, no cache, no socket.</summary>
public sealed partial class WrittenOutsideTests : IDisposable
{
    private const int Terminate = 15;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("carejournal-outside-");
    private Process? _running;

    public void Dispose()
    {
        // A test that failed half-way leaves no program behind.
        if (_running is { } left)
        {
            if (!left.HasExited)
            {
                left.Kill();
                left.WaitForExit();
            }

            left.Dispose();
        }

        _place.Delete(recursive: true);
    }

    [Fact]
    public async Task A_day_with_the_journal_writes_into_its_folder_alone()
    {
        string data = Folder("data");
        Process journal = _running = Start(data);
        string address = await AddressAsync(journal);
        Task<string> rest = journal.StandardOutput.ReadToEndAsync();
        using Browser browser = new(new Uri(address).Authority);

        // The journal is created, locked, opened with the passphrase and looked at, and a draft is kept.
        await browser.SubmitAsync(Urls.FirstRun, "create", ("Phrase", RunningHost.Passphrase), ("Again", RunningHost.Passphrase));
        string shown = await (await browser.GetAsync(Urls.FirstRun)).Content.ReadAsStringAsync();
        string code = string.Concat(Groups().Matches(shown).Select(match => match.Groups[1].Value));
        await browser.SubmitAsync("/first-run?check=true", "check", ("Typed", code));
        await browser.PostAsync(Urls.Lock);
        await browser.UnlockAsync(RunningHost.Passphrase);
        foreach (string path in new[] { Urls.Today, Urls.Year, Urls.CaseloadSheet(""), "/no-such-page" })
        {
            Assert.Contains((await browser.GetAsync(path)).StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound]);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1")).StatusCode);
        Guid id = Guid.CreateVersion7();
        using HttpRequestMessage draft = new(HttpMethod.Put, $"{Urls.Drafts}/{id}")
        {
            Headers = { { "Origin", address } },
            Content = JsonContent.Create(new { id, form = "visit", number = 1, text = """{"Impression":"ce qui est tapé"}""" }),
        };
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(draft)).StatusCode);

        using (ClientWebSocket wire = new())
        {
            wire.Options.SetRequestHeader("Host", new Uri(address).Authority);
            wire.Options.SetRequestHeader("Origin", address);
            wire.Options.SetRequestHeader("Cookie", browser.CookieHeader);
            await wire.ConnectAsync(new Uri($"ws://127.0.0.1:{new Uri(address).Port}/_blazor?access_token={browser.PageToken}"), CancellationToken.None);
        }

        Assert.Empty(Outside(data));
        await StopAsync(journal);
        Assert.Empty(Outside(data));
        Assert.NotEmpty(Directory.GetFiles(data));

        // The WebSocket has the page token in its address: neither that nor a cookie may be in a log.
        string logs = string.Concat(await Task.WhenAll(Directory.GetFiles(Path.Combine(data, "logs")).Select(file => File.ReadAllTextAsync(file)))) + await rest;
        Assert.Contains("Locked: Asked", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.PageToken!, logs, StringComparison.Ordinal);
        Assert.DoesNotContain(SessionCookie().Match(browser.CookieHeader).Groups[1].Value, logs, StringComparison.Ordinal);
        Assert.DoesNotContain("ERR", await rest, StringComparison.Ordinal);
        Assert.DoesNotContain("WRN", await rest, StringComparison.Ordinal);
    }

    private static async Task<string> AddressAsync(Process journal)
    {
        const string Says = "CareJournal : ";
        while (true)
        {
            string line = Assert.IsType<string>(await journal.StandardOutput.ReadLineAsync());
            if (line.StartsWith(Says, StringComparison.Ordinal))
            {
                return line[Says.Length..];
            }
        }
    }

    private string[] Outside(string data) =>
        [.. _place.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(found => found is not DirectoryInfo && !found.FullName.StartsWith(data, StringComparison.Ordinal)).Select(found => found.FullName)];

    private string Folder(string name) => _place.CreateSubdirectory(name).FullName;

    private Process Start(string data)
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        string port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        ProcessStartInfo start = new("dotnet", ["exec", typeof(JournalHost).Assembly.Location, "--data", data, "--port", port])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder("work"),
        };
        foreach (string name in new[] { "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR", "TEMP", "TMP" })
        {
            start.Environment[name] = Folder(name);
        }

        // The runtime writes its own files for tools, as on anybody's computer; a test run may have switched them off.
        start.Environment.Remove("DOTNET_EnableDiagnostics");
        return Process.Start(start)!;
    }

    private static async Task StopAsync(Process journal)
    {
        if (OperatingSystem.IsWindows())
        {
            journal.Kill();
        }
        else
        {
            _ = SendSignal(journal.Id, Terminate);
        }

        await journal.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
    }

    [GeneratedRegex("<span>([0-9A-Z]{4}-?)</span>")]
    private static partial Regex Groups();

    [GeneratedRegex(@"carejournal-session-\d+=([\w-]{43})")]
    private static partial Regex SessionCookie();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}
