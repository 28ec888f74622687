using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CareJournal.Web.Host;

/// <summary>Tests what the console shows to somebody who starts the program itself.</summary>
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
        using Process first = Start("--data", _place.FullName, "--port", "0");
        Uri address = await AddressAsync(first);
        Assert.Matches("^http://[a-z2-7]{20}\\.localhost:[0-9]+$", address.OriginalString);
        (int code, string said) = await RunAsync("--data", _place.FullName, "--port", "0");
        first.Kill();
        await first.WaitForExitAsync();
        Assert.Equal(ExitCode.AlreadyOpen, code);
        Assert.Contains($"Le journal est déjà ouvert\u00a0: {address.OriginalString}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_is_made_once_and_a_plain_one_is_taken_only_when_it_is_asked_for()
    {
        string[] addresses = [await AddressAsync(), await AddressAsync(), await AddressAsync("--localhost")];
        Assert.Equal(addresses[0].Split(':')[1], addresses[1].Split(':')[1]);
        Assert.StartsWith("http://localhost:", addresses[2], StringComparison.Ordinal);
        Assert.Equal(addresses[0].Split(':')[1], (await AddressAsync()).Split(':')[1]);
    }

    [Fact]
    public async Task Nobody_else_may_read_a_file_of_the_journal_not_even_one_that_was_readable_before()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_place.FullName, (UnixFileMode)0b111_101_101);
        foreach (string earlier in new[] { "journal.address", "journal.host" })
        {
            await File.WriteAllTextAsync(Path.Combine(_place.FullName, earlier), "http://localhost:1");
            File.SetUnixFileMode(Path.Combine(_place.FullName, earlier), (UnixFileMode)0b110_100_100);
        }

        await AddressAsync();
        string[] files = Directory.GetFiles(_place.FullName, "*", SearchOption.AllDirectories);
        Assert.True(files.Length >= 3, string.Join(' ', files));
        foreach (string file in files)
        {
            Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, File.GetUnixFileMode(file)));
        }
    }

    /// <summary>Starts the program on the folder, and ends it once it has written its address.</summary>
    private async Task<string> AddressAsync(params string[] more)
    {
        using Process journal = Start(["--data", _place.FullName, "--port", "0", .. more]);
        Uri address = await AddressAsync(journal);
        journal.Kill();
        await journal.WaitForExitAsync();
        return address.OriginalString;
    }

    [Fact]
    public async Task A_port_chosen_by_the_system_is_printed_and_written_beside_the_journal_and_answers_on_every_loopback_address()
    {
        using Process journal = Start("--data", _place.FullName, "--port", "0");
        Uri address = await AddressAsync(journal);
        string written = await File.ReadAllTextAsync(Path.Combine(_place.FullName, "journal.address"));
        foreach (IPAddress own in Loopback.HasSixthVersion() ? (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback])
        {
            using TcpClient wire = new(own.AddressFamily);
            await wire.ConnectAsync(own, address.Port);
        }

        journal.Kill();
        await journal.WaitForExitAsync();
        Assert.InRange(address.Port, 1024, 65535);
        Assert.Equal(address.OriginalString, written);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_reported_plainly()
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
        // The test binds the port without listening on it, so that no other program gets it meanwhile.
        using Socket held = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        held.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int asked = ((IPEndPoint)held.LocalEndPoint!).Port;
        using Process journal = Start(("ASPNETCORE_URLS", $"http://0.0.0.0:{Text(asked)}"), "--data", _place.FullName, "--port", "0");
        Assert.NotEqual(asked, (await AddressAsync(journal)).Port);
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

    // The first line contains the address.
    private static async Task<Uri> AddressAsync(Process journal)
    {
        string? line = await journal.StandardOutput.ReadLineAsync();
        Assert.StartsWith("CareJournal : http://", line, StringComparison.Ordinal);
        return new Uri(line!["CareJournal : ".Length..]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
