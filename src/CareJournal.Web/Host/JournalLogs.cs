using CareJournal.Web.Security;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;

namespace CareJournal.Web.Host;

/// <summary>
/// Configures the logs: to the console and to one file a day in the data folder, fourteen files of at most 10 MB, ids only.
/// The framework logs from Warning on, and failed calls of a page. Of a request, its method, the pattern of its route, its status
/// and its duration are written, never its address, which may contain typed text; of an exception its type and its place, never its
/// message, for the same reason.
/// </summary>
public static class JournalLogs
{
    // In bytes. Any web page may request unknown addresses without end: it must fill neither the disk nor the day's log.
    private const long LargestFile = 10_000_000;

    // Why a call of a page failed: the page only learns that it did, and the framework writes the rest at Debug, beside each call that was made.
    private const string ScriptCalls = "Microsoft.AspNetCore.Components.Server.Circuits.RemoteJSRuntime";

    // What the framework writes about components and their circuits.
    private const string Components = "Microsoft.AspNetCore.Components.";

    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss zzz} {Level:u3} {SourceContext} {Message:lj}{Fault}{NewLine}";

    /// <summary>Registers Serilog as the host's only logger. It writes to <paramref name="logFolder"/> and to the console, until this host ends.</summary>
    public static IServiceCollection AddJournalLogs(this IServiceCollection services, string logFolder) =>
        services.AddSerilog(
            logs => logs
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                .MinimumLevel.Override(typeof(SessionHandler).FullName!, LogEventLevel.Warning)
                .MinimumLevel.Override(ScriptCalls, LogEventLevel.Debug)
                .Filter.ByExcluding(call => call.Level == LogEventLevel.Debug && call.Exception is null)
                .Filter.ByExcluding(IsPageLeft)
                .Filter.ByExcluding(new Refusals().IsRepeated)
                .Enrich.With<FaultWithoutItsMessage>()
                .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
                .WriteTo.File(
                    Path.Combine(logFolder, "carejournal-.log"),
                    outputTemplate: Line,
                    formatProvider: CultureInfo.InvariantCulture,
                    rollingInterval: RollingInterval.Day,
                    fileSizeLimitBytes: LargestFile,
                    rollOnFileSizeLimit: true,
                    retainedFileCountLimit: 14),

            // A process-wide logger would be that of the last journal that started, and the first to end would close it for all.
            preserveStaticLogger: true);

    /// <summary>Logs each request except those for our own scripts, styles and pictures.</summary>
    public static IApplicationBuilder UseRequestLogs(this IApplicationBuilder app) =>
        app.UseSerilogRequestLogging(requests =>
        {
            requests.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
            requests.MessageTemplate = "{Method} {Route} {StatusCode} in {Elapsed:0} ms";
            requests.GetMessageTemplateProperties = (context, _, elapsed, status) =>
            [
                new LogEventProperty("Method", new ScalarValue(new Verbatim(KnownMethod(context.Request.Method)))),
                new LogEventProperty("Route", new ScalarValue(new Verbatim(RouteOf(context)))),
                new LogEventProperty("StatusCode", new ScalarValue(status)),
                new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
            ];
            requests.GetLevel = (context, _, fault) =>
                fault is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
                : context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<MayBeCached>() is not null ? LogEventLevel.Debug
                : LogEventLevel.Information;
        });

    // A page that is left in the middle of a call cancels it: the framework writes that as an error, also where a component expects it.
    private static bool IsPageLeft(LogEvent written) =>
        written.Exception is { } fault && IsPageGone(fault)
            && written.Properties.TryGetValue(Constants.SourceContextPropertyName, out LogEventPropertyValue? source)
            && source is ScalarValue { Value: string name } && name.StartsWith(Components, StringComparison.Ordinal);

    private static bool IsPageGone(Exception fault) =>
        fault is AggregateException several ? several.InnerExceptions.Count > 0 && several.InnerExceptions.All(IsPageGone) : ScriptDisposal.IsPageGone(fault);

    /// <summary>The route pattern, such as <c>/patients/{id:guid}</c>. An unknown address is arbitrary text and is not logged.</summary>
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    /// <summary>The request's method: since any word may be sent as one, only HTTP's own are written.</summary>
    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method)
            || HttpMethods.IsDelete(method) || HttpMethods.IsOptions(method) || HttpMethods.IsPatch(method) ? method : "(other)";

    private sealed class FaultWithoutItsMessage : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var shape = string.Concat(Chain(logEvent.Exception).Select(fault => $"{Environment.NewLine}  {fault.GetType().FullName}{Environment.NewLine}{fault.StackTrace}"));
            logEvent.AddPropertyIfAbsent(new LogEventProperty("Fault", new ScalarValue(new Verbatim(shape))));

            // The framework writes the message of a component's exception as a property of its own message.
            if (logEvent.Exception is not null && logEvent.Properties.ContainsKey("Message"))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty("Message", new ScalarValue("(not written)")));
            }
        }

        private static IEnumerable<Exception> Chain(Exception? fault)
        {
            for (var current = fault; current is not null; current = current.InnerException)
            {
                yield return current;
            }
        }
    }

    /// <summary>The warnings that a connection was one too many: any program of this computer can cause thousands a second, so one a minute is written.</summary>
    private sealed class Refusals
    {
        private const string Connections = "Microsoft.AspNetCore.Server.Kestrel.Connections";
        private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
        private readonly Lock _gate = new();
        private DateTimeOffset _last = DateTimeOffset.MinValue;

        public bool IsRepeated(LogEvent written)
        {
            if (written.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is not ScalarValue { Value: Connections })
            {
                return false;
            }

            lock (_gate)
            {
                // A clock that was set back silences nothing for longer than it was set back.
                var isRepeated = written.Timestamp >= _last && written.Timestamp - _last < Rest;
                _last = isRepeated ? _last : written.Timestamp;
                return isRepeated;
            }
        }
    }

    /// <summary>Text that Serilog writes without quotation marks.</summary>
    private sealed record Verbatim(string Text)
    {
        public override string ToString() => Text;
    }
}
