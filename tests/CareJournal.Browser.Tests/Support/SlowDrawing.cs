using System.Diagnostics;
using CareJournal.Browser;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

#pragma warning disable CA1050, MA0047 // .NET looks for a start-up hook by this name, outside of every namespace.
/// <summary>Runs in the journal's program before its own first line where <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
internal static class StartupHook
{
    /// <summary>Replaces what sends to the pages with <see cref="SlowDrawing{THub}"/>.</summary>
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Each<DiagnosticListener>(source =>
    {
        if (string.Equals(source.Name, "Microsoft.Extensions.Hosting", StringComparison.Ordinal))
        {
            source.Subscribe(new Each<KeyValuePair<string, object?>>(said =>
            {
                if (said is { Key: "HostBuilding", Value: IHostBuilder host })
                {
                    host.ConfigureServices(services => services.AddSingleton(typeof(HubLifetimeManager<>), typeof(SlowDrawing<>)));
                }
            }));
        }
    }));

    private sealed class Each<T>(Action<T> take) : IObserver<T>
    {
        public void OnNext(T value) => take(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
#pragma warning restore CA1050, MA0047

namespace CareJournal.Browser
{
    /// <summary>
    /// Sends to the pages as usual, but the server returns from sending a drawing later than the page answers it: as on a computer that
    /// has much else to do.
    /// </summary>
    public sealed class SlowDrawing<THub>(ILogger<DefaultHubLifetimeManager<THub>> logger) : DefaultHubLifetimeManager<THub>(logger)
        where THub : Hub
    {
        private static readonly TimeSpan LongerThanAPageNeeds = TimeSpan.FromMilliseconds(150);

        public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default)
        {
            var sent = base.SendConnectionAsync(connectionId, methodName, args, cancellationToken);
            if (string.Equals(methodName, "JS.RenderBatch", StringComparison.Ordinal))
            {
                Thread.Sleep(LongerThanAPageNeeds);
            }

            return sent;
        }
    }
}
