using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CareJournal.Benchmarks.Support;

/// <summary>The built web program as a process of its own.</summary>
internal sealed class WebProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private WebProgram(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public required Uri Address { get; init; }

    /// <summary>Time from the start of the process to the first answer of <c>/unlock</c>.</summary>
    public required TimeSpan FirstAnswer { get; init; }

    /// <summary>Memory that the process holds, in megabytes of a million bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The most that it ever held.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts the program and waits for its first answer.</summary>
    public static async Task<WebProgram> StartAsync(params string[] options)
    {
        int port = FreePort();
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in new[] { Built(), "--port", port.ToString(), "--localhost" }.Concat(options))
        {
            start.ArgumentList.Add(argument);
        }

        using HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://localhost:{port}"), Timeout = Patience };
        long began = Stopwatch.GetTimestamp();
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync(browser))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException("The web program does not answer.");
            }

            await Task.Delay(5);
        }

        return new WebProgram(process) { Address = browser.BaseAddress, FirstAnswer = Stopwatch.GetElapsedTime(began) };
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient browser)
    {
        try
        {
            using HttpResponseMessage answer = await browser.GetAsync("/unlock");
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.Found
                ? true
                : throw new InvalidOperationException($"/unlock was answered with {answer.StatusCode}.");
        }
        catch (HttpRequestException refused) when (refused.InnerException is SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
