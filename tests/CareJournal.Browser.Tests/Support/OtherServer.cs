using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareJournal.Browser;

/// <summary>
/// A server of another account on another port of this computer, as an attacker would run it: it redirects whoever comes to a page of its own
/// under a chosen host name, has that page lead to itself, and records every header that it receives.
/// </summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly string _host;
    private readonly string _script;
    private readonly Task _serving;

    /// <param name="host">The host name whose cookies it tries to get.</param>
    /// <param name="script">What its page does at the end, when it counts as the same site.</param>
    public OtherServer(string host, string script)
    {
        _host = host;
        _script = script;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The chosen host name with the server's port.</summary>
    public string Authority => $"{_host}:{Port}";

    /// <summary>The address of a page of another site that leads there, as any page of the web can.</summary>
    public string Bait => $"http://elsewhere.localhost:{Port}/bait";

    /// <summary>All that it received.</summary>
    public string Heard => string.Join('\n', _requests);

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task AnswerAsync(TcpClient visitor)
    {
        using (visitor)
        {
            var wire = visitor.GetStream();
            var request = new StringBuilder();
            var bytes = new byte[16 * 1024];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await wire.ReadAsync(bytes);
                if (read == 0)
                {
                    return;
                }

                request.Append(Encoding.Latin1.GetString(bytes, 0, read));
            }

            _requests.Enqueue(request.ToString());
            var path = request.ToString().Split(' ')[1];
            var page = path switch
            {
                "/bait" => null,
                "/first" => "<script>location.href = '/second'</script>",
                "/second" => $"<!DOCTYPE html><title>there</title><script type='module'>{_script}</script>",
                _ => "",
            };
            var answer = page is null
                ? $"HTTP/1.1 302 Found\r\nLocation: http://{Authority}/first\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\nConnection: close\r\n\r\n{page}";
            await wire.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
    }
}
