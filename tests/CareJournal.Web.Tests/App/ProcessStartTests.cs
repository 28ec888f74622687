using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CareJournal.Web.App;

/// <summary>What the console says to somebody who starts the program itself.</summary>
public sealed class ProcessStartTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("carejournal-start-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public async Task An_unknown_option_is_refused_with_the_list_in_both_languages()
    {
        (int code, string said) = await RunAsync("--nonsense");
        Assert.Equal(ExitCode.BadOption, code);
        Assert.Contains("Option inconnue", said, StringComparison.Ordinal);
        Assert.Contains("Unknown option: --nonsense", said, StringComparison.Ordinal);
        Assert.All(["--data", "--port", "--demo", "--help"], option => Assert.Contains(option, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_start_names_the_address_of_the_first()
    {
        int port = FreePort();
        using Process first = Start("--data", _place.FullName, "--port", Text(port));
        Assert.Equal($"CareJournal : http://localhost:{Text(port)}", await first.StandardOutput.ReadLineAsync());
        (int code, string said) = await RunAsync("--data", _place.FullName, "--port", Text(FreePort()));
        first.Kill();
        await first.WaitForExitAsync();
        Assert.Equal(ExitCode.AlreadyOpen, code);
        Assert.Contains($"Le journal est déjà ouvert\u00a0: http://localhost:{Text(port)}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_plainly()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        (int code, string said) = await RunAsync("--data", _place.FullName, "--port", Text(port));
        Assert.Equal(ExitCode.PortTaken, code);
        Assert.Contains($"Le port {Text(port)} est déjà pris", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_environment_variable_opens_another_port()
    {
        int asked = FreePort();
        int port = FreePort();
        using Process journal = Start(("ASPNETCORE_URLS", $"http://0.0.0.0:{Text(asked)}"), "--data", _place.FullName, "--port", Text(port));
        await journal.StandardOutput.ReadLineAsync();
        using TcpClient wire = new();
        await Assert.ThrowsAsync<SocketException>(() => wire.ConnectAsync(IPAddress.Loopback, asked));
        journal.Kill();
        await journal.WaitForExitAsync();
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(params string[] arguments) => Start(("DOTNET_NOLOGO", "1"), arguments);

    private static Process Start((string Name, string Value) variable, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(JournalHost).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [variable.Name] = variable.Value },
        })!;

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
