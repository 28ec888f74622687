using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace CareJournal.Browser;

/// <summary>
/// A journal running as a program of its own, as on the practitioner's computer: it can be stopped, killed and started again
/// on the same folder and port.
/// </summary>
public sealed class RunningJournal : IAsyncDisposable
{
    // The program's line with the address that everybody needs; then it listens.
    private const string SaysWhere = "CareJournal : ";
    private const int Terminate = 15;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    private readonly StringBuilder _output = new();
    private readonly string[] _options;
    private readonly bool _ownsFolder;
    private string? _startupHook;
    private TaskCompletionSource<Uri> _answers = new();
    private Uri? _address;
    private Process? _process;
    private Socket? _heldPort;

    private RunningJournal(string folder, bool ownsFolder, bool demo, IEnumerable<string> moreOptions)
    {
        _ownsFolder = ownsFolder;
        Folder = folder;
        _options = ["--data", Folder, .. demo ? (string[])["--demo"] : [], .. moreOptions];
        // The test run may be aborted: no journal must outlive it.
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The address at which it answers, as it wrote itself when it was started last; the port is the same after a restart.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("The journal has not said yet where it answers.");

    /// <summary>The folder given with <c>--data</c>; deleted at the end unless the test named it.</summary>
    public string Folder { get; }

    /// <summary>The program's process id, for tools that look at a process from outside.</summary>
    /// <exception cref="InvalidOperationException">It was stopped or killed.</exception>
    public int ProcessId => Running.Id;

    /// <summary>All that it wrote on its console, of every start: its log too.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private Process Running => _process ?? throw new InvalidOperationException("The journal does not run.");

    /// <summary>Starts a journal on a port that the system chooses, and waits until it writes its address.</summary>
    /// <param name="folder">The data folder; by default an empty one, deleted at the end.</param>
    /// <param name="demo">Whether to start with <c>--demo</c>.</param>
    /// <param name="moreOptions">Further options of the command line.</param>
    /// <exception cref="InvalidOperationException">It ended or wrote no address; the message contains its console.</exception>
    public static Task<RunningJournal> StartAsync(string? folder = null, bool demo = false, params string[] moreOptions) =>
        StartAsync(new RunningJournal(folder ?? Directory.CreateTempSubdirectory("carejournal-").FullName, ownsFolder: folder is null, demo, moreOptions));

    /// <summary>Starts a locked journal of the demo's people on a copy of its own; see <see cref="DemoFolder"/>.</summary>
    /// <param name="moreOptions">Further options of the command line.</param>
    public static async Task<RunningJournal> StartOnDemoCopyAsync(params string[] moreOptions) =>
        await StartAsync(new RunningJournal(await DemoFolder.CopyAsync(), ownsFolder: true, demo: false, moreOptions));

    /// <summary>Starts a locked journal on a copy of the demo's people whose server is slow to return from drawing; see <see cref="SlowDrawing{THub}"/>.</summary>
    public static async Task<RunningJournal> StartSlowlyDrawingAsync() =>
        await StartAsync(new RunningJournal(await DemoFolder.CopyAsync(), ownsFolder: true, demo: false, []) { _startupHook = typeof(StartupHook).Assembly.Location });

    private static async Task<RunningJournal> StartAsync(RunningJournal journal)
    {
        try
        {
            await journal.RestartAsync();
            return journal;
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same folder and port, after a stop or a kill.</summary>
    public async Task RestartAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The journal still runs: stop it or kill it first.");
        }

        _answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = JournalProgram.With([.. _options, "--port", $"{_address?.Port ?? 0}"]) };
        _process.StartInfo.Environment["DOTNET_STARTUP_HOOKS"] = _startupHook;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _address = await WaitForItsAddressAsync();
        LetPortGo();
    }

    /// <summary>Stops it as Ctrl+C or a shut-down of the computer does: it closes its files itself.</summary>
    /// <exception cref="TimeoutException">It did not stop within 15 s; it is then killed.</exception>
    public async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows has no signal for a program without a window: the nearest is its abrupt end.
            await KillAsync();
            return;
        }

        _ = SendSignal(ProcessId, Terminate);
        try
        {
            using var patience = new CancellationTokenSource(StopPatience);
            await Running.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException tooLong)
        {
            await KillAsync();
            throw new TimeoutException($"The journal did not stop within {StopPatience.TotalSeconds} s:\n{Output}", tooLong);
        }

        Forget();
    }

    /// <summary>Ends it without a warning, as <c>kill -9</c> does: nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        Running.Kill(entireProcessTree: true);
        await Running.WaitForExitAsync();
        Forget();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        if (_process is not null)
        {
            await KillAsync();
        }

        LetPortGo();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    private async Task<Uri> WaitForItsAddressAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        var ended = Running.WaitForExitAsync(patience.Token);
        if (await Task.WhenAny(_answers.Task, ended) == _answers.Task)
        {
            await patience.CancelAsync();
            return await _answers.Task;
        }

        var ending = Running.HasExited ? $"ended with code {Running.ExitCode}" : $"did not say where it answers within {StartPatience.TotalSeconds} s";
        throw new InvalidOperationException($"The journal {ending}. Options: {string.Join(' ', _options)}\n{Output}");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.StartsWith(SaysWhere, StringComparison.Ordinal) == true)
        {
            _answers.TrySetResult(new Uri(line[SaysWhere.Length..]));
        }
    }

    private void Forget()
    {
        _process?.Dispose();
        _process = null;
        HoldPort();
    }

    // Until the restart no other program gets the port: a socket that is bound but does not listen refuses connections as if there were none,
    // and on Linux lets the program bind beside it. Other systems have nothing like it.
    private void HoldPort()
    {
        if (OperatingSystem.IsLinux() && _address is not null)
        {
            _heldPort = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _heldPort.Bind(new IPEndPoint(IPAddress.Loopback, _address.Port));
        }
    }

    private void LetPortGo()
    {
        _heldPort?.Dispose();
        _heldPort = null;
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
