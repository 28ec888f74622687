using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Host;

/// <summary>The built program as a process of its own, over an empty folder of its own.</summary>
public sealed partial class RunningProgram : IAsyncDisposable
{
    private const string Says = "CareJournal : ";
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("carejournal-program-");
    private Process? _process;

    /// <summary>The journal's folder.</summary>
    public string Data => Path.Combine(_place.FullName, "data");

    /// <summary>An empty folder.</summary>
    public string Empty => _place.CreateSubdirectory("empty").FullName;

    /// <summary>The address that it wrote.</summary>
    public Uri Address { get; private set; } = null!;

    public int ProcessId => _process!.Id;

    /// <summary>Whether it still runs.</summary>
    public bool Runs => _process is { HasExited: false };

    /// <summary>Starts it and waits for its address. <paramref name="command"/> is what runs it, such as a shell that sets a limit first.</summary>
    public async Task StartAsync(string[] options, string[]? command = null, params (string Name, string Value)[] environment)
    {
        string[] whole = [.. command ?? [], "dotnet", "exec", typeof(JournalHost).Assembly.Location, "--data", Data, "--port", "0", .. options];
        ProcessStartInfo start = new(whole[0], whole[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        string line = Assert.IsType<string>(await _process.StandardOutput.ReadLineAsync());
        Assert.StartsWith(Says, line, StringComparison.Ordinal);
        Address = new Uri(line[Says.Length..]);
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    public Browser NewBrowser() => new(Address.Authority);

    /// <summary>Creates the journal as somebody does who opens the address, to the page of today.</summary>
    public async Task CreateAsync(Browser browser)
    {
        await browser.SubmitAsync(Address.Query.Length > 0 ? Address.PathAndQuery : Urls.FirstRun, "create", ("Phrase", RunningHost.Passphrase), ("Again", RunningHost.Passphrase));
        string shown = await (await browser.GetAsync(Urls.FirstRun)).Content.ReadAsStringAsync();
        string code = string.Concat(Groups().Matches(shown).Select(match => match.Groups[1].Value));
        await browser.SubmitAsync($"{Urls.FirstRun}?check=true", "check", ("Typed", code));
        Assert.NotNull(browser.PageToken);
    }

    /// <summary>Saves a draft, which is on the disk when the answer comes.</summary>
    public async Task<System.Net.HttpStatusCode> SaveAsync(Browser browser)
    {
        Guid id = Guid.CreateVersion7();
        using HttpRequestMessage draft = new(HttpMethod.Put, $"{Urls.Drafts}/{id}")
        {
            Headers = { { "Origin", Address.GetLeftPart(UriPartial.Authority) } },
            Content = JsonContent.Create(new { id, form = "visit", number = 1, text = "{}" }),
        };
        return (await browser.SendAsync(draft)).StatusCode;
    }

    /// <summary>What it logged so far.</summary>
    public async Task<string> LogAsync()
    {
        List<string> logs = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Data, "logs")))
        {
            using StreamReader reader = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            logs.Add(await reader.ReadToEndAsync());
        }

        return string.Concat(logs);
    }

    /// <summary>Runs another program, and returns whether it succeeded with what it wrote.</summary>
    public static async Task<(bool Succeeded, string Said)> RunAsync(params string[] command)
    {
        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> complained = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, said + await complained);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
            {
                _process.Kill();
                await _process.WaitForExitAsync();
            }

            _process.Dispose();
        }

        _place.Delete(recursive: true);
    }

    [GeneratedRegex("<span>([0-9A-Z]{4}-?)</span>", RegexOptions.NonBacktracking)]
    private static partial Regex Groups();
}
