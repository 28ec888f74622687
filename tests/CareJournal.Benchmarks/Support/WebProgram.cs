using System.Diagnostics;
using System.Net;

namespace CareJournal.Benchmarks.Support;

/// <summary>The built web program in a process of its own.</summary>
internal sealed class WebProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private WebProgram(Process process) => _process = process;

    /// <summary>The address at which it answers.</summary>
    public required Uri Address { get; init; }

    /// <summary>The time from the start of the process to the first answer of <c>/unlock</c>.</summary>
    public required TimeSpan FirstAnswer { get; init; }

    /// <summary>The memory that the process uses, in megabytes of a million bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most memory that the process ever used.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts the program and waits for its first answer.</summary>
    public static Task<WebProgram> StartAsync(params string[] options) => LaunchAsync([Built(), "--port", "0", "--localhost", .. options]);

    /// <summary>Starts another build of the program and waits for its first answer.</summary>
    /// <param name="program">The path of its <c>CareJournal.Web.dll</c>.</param>
    /// <param name="folder">The folder of its journal.</param>
    public static Task<WebProgram> StartFormerAsync(string program, string folder) => LaunchAsync([program, "--port", "0", "--localhost", "--data", folder]);

    private static async Task<WebProgram> LaunchAsync(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        long began = Stopwatch.GetTimestamp();
        Process process = Process.Start(start)!;
        TaskCompletionSource<Uri> said = new();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split("CareJournal : ") is ["", var address])
            {
                said.TrySetResult(new Uri(address));
            }
        };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = await said.Task.WaitAsync(Patience), Timeout = Patience };
        using HttpResponseMessage answer = await browser.GetAsync("/unlock");
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.Found
            ? new WebProgram(process) { Address = browser.BaseAddress, FirstAnswer = Stopwatch.GetElapsedTime(began) }
            : throw new InvalidOperationException($"/unlock was answered with {answer.StatusCode}.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // The project file builds the web project along with this one, in the same configuration.
    private static string Built()
    {
        DirectoryInfo output = new(AppContext.BaseDirectory);
        string configuration = output.Parent!.Name;
        DirectoryInfo? root = output;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CareJournal.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root!.FullName, "src", "CareJournal.Web", "bin", configuration, output.Name, "CareJournal.Web.dll");
    }
}
