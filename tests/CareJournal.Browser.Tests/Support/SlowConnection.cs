using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>Delays every message of a circuit, both ways, and keeps their order.</summary>
internal static class SlowConnection
{
    /// <summary>Makes the circuits that this page opens from now on slow.</summary>
    /// <param name="page">The page.</param>
    /// <param name="delay">How long a message takes, each way.</param>
    public static Task SlowDownAsync(this IPage page, TimeSpan delay) => page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
    {
        var server = wire.ConnectToServer();
        wire.OnMessage(Late(delay, server));
        server.OnMessage(Late(delay, wire));
    });

    private static Action<IWebSocketFrame> Late(TimeSpan delay, IWebSocketRoute to)
    {
        var frames = Channel.CreateUnbounded<(DateTime Due, IWebSocketFrame Frame)>();
        _ = Task.Run(async () =>
        {
            await foreach (var (due, frame) in frames.Reader.ReadAllAsync())
            {
                if (due - DateTime.UtcNow is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest);
                }

                if (frame.Binary is { } bytes)
                {
                    to.Send(bytes);
                }
                else
                {
                    to.Send(frame.Text!);
                }
            }
        });
        return frame => frames.Writer.TryWrite((DateTime.UtcNow + delay, frame));
    }
}
