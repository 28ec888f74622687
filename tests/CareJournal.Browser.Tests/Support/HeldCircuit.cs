using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>Holds back what the server tells a page, from a chosen call on and in its order, until it is released: as on a computer that has much else to do.</summary>
internal sealed class HeldCircuit
{
    private readonly Lock _turn = new();
    private readonly Queue<Action> _waiting = new();
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _call;
    private bool _holds;

    private HeldCircuit()
    {
    }

    /// <summary>Completes once the call has come and waits.</summary>
    public Task Held => _held.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Stands between the server and the circuits that a page opens from now on.</summary>
    public static async Task<HeldCircuit> OfAsync(IPage page)
    {
        var circuit = new HeldCircuit();
        await page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
        {
            var server = wire.ConnectToServer();
            wire.OnMessage(frame => Send(server, frame));
            server.OnMessage(frame => circuit.Pass(wire, frame.Binary ?? []));
        });
        return circuit;
    }

    /// <summary>Holds from the next message on in which these letters are: the name of a script, or of a function in it.</summary>
    public void HoldFrom(string call)
    {
        lock (_turn)
        {
            (_call, _held) = (call, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    /// <summary>Lets everything through, what waits first.</summary>
    public void Release()
    {
        lock (_turn)
        {
            (_call, _holds) = (null, false);
            while (_waiting.TryDequeue(out var send))
            {
                send();
            }
        }
    }

    private static void Send(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text!);
        }
    }

    // The server puts several messages into one frame, each after its length in groups of seven bits; what greets the page has none.
    private static IEnumerable<byte[]> MessagesOf(byte[] frame)
    {
        for (var start = 0; start < frame.Length;)
        {
            var (length, at, shift) = (0, start, 0);
            do
            {
                length |= (frame[at] & 0x7F) << shift;
                shift += 7;
            }
            while ((frame[at++] & 0x80) != 0);

            var end = Math.Min(frame.Length, at + length);
            yield return frame[start..end];
            start = end;
        }
    }

    private void Pass(IWebSocketRoute wire, byte[] frame)
    {
        lock (_turn)
        {
            foreach (var message in MessagesOf(frame))
            {
                if (!_holds && _call is { } call && Encoding.UTF8.GetString(message).Contains(call, StringComparison.Ordinal))
                {
                    _holds = true;
                    _held.TrySetResult();
                }

                if (_holds)
                {
                    _waiting.Enqueue(() => wire.Send(message));
                }
                else
                {
                    wire.Send(message);
                }
            }
        }
    }
}
