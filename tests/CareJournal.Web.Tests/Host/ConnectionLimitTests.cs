using System.Net;
using System.Net.Sockets;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Host;

/// <summary>Tests that connections which ask for nothing take no handle that a save needs.</summary>
public sealed class ConnectionLimitTests
{
    private const int HalfOpen = 1240;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task With_1240_half_open_connections_and_1024_handles_a_save_is_done_and_the_program_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using RunningProgram journal = new();
        await journal.StartAsync([], ["bash", "-c", "ulimit -n 1024 && exec \"$@\"", "bash"]);
        using Browser browser = journal.NewBrowser();
        await journal.CreateAsync(browser);

        // What is not accepted waits, so all are opened at once, and those that still wait are given up.
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(3));
        TcpClient[] open = await Task.WhenAll(Enumerable.Range(0, HalfOpen).Select(_ => OpenAsync(journal.Address.Port, patience.Token)));
        Assert.True(open.Count(half => half.Connected) > Loopback.MostAccepted, $"Only {open.Count(half => half.Connected)} connections were opened.");
        for (int turn = 0; turn < 5; turn++)
        {
            Assert.Equal(HttpStatusCode.OK, await journal.SaveAsync(browser));
        }

        Array.ForEach(open, half => half.Dispose());
        Assert.True(await AnswersAsync(journal), "No new browser is let in once the connections are gone.");
        Assert.True(journal.Runs);

        string log = await journal.LogAsync();
        Assert.False(log.Contains(" ERR ", StringComparison.Ordinal), log);
        Assert.InRange(log.Split("Microsoft.AspNetCore.Server.Kestrel.Connections").Length - 1, 0, 2);
    }

    /// <summary>A connection that has sent the beginning of a request, or is still waiting to.</summary>
    private static async Task<TcpClient> OpenAsync(int port, CancellationToken cancelled)
    {
        TcpClient half = new();
        try
        {
            await half.ConnectAsync(IPAddress.Loopback, port, cancelled);
            await half.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost"u8.ToArray(), cancelled);
        }
        catch (Exception given) when (given is IOException or SocketException or OperationCanceledException)
        {
            // Refused after it was taken, or not taken yet.
        }

        return half;
    }

    private static async Task<bool> AnswersAsync(RunningProgram journal)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!patience.IsCancellationRequested)
        {
            try
            {
                using Browser fresh = journal.NewBrowser();
                return (await fresh.GetAsync(Urls.Unlock)).StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                // The program has not noticed yet that the connections are gone.
            }
        }

        return false;
    }
}
