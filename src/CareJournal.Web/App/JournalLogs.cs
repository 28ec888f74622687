using System.Globalization;
using CareJournal.Web.App.Edge;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;

namespace CareJournal.Web.App;

/// <summary>
/// The logs: to the console and to one file a day in the data folder, fourteen files of at most 10 MB, ids only.
/// The framework speaks from Warning on, and of a call of a page that failed. Of a request its method, the pattern of its route, its status
/// and its duration are written, never its address, which may hold what somebody typed; of an exception its kind and its place, never its
/// message, for the same reason.
/// </summary>
public static class JournalLogs
{
    // In bytes. A page of the web may ask for addresses that lead nowhere without end: neither the disk nor the day's log is given to it.
    private const long LargestFile = 10_000_000;

    // Why a call of a page failed: the page is only told that it did, and the framework writes the rest at Debug, beside each call that was made.
    private const string ScriptCalls = "Microsoft.AspNetCore.Components.Server.Circuits.RemoteJSRuntime";

    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {SourceContext} {Message:lj}{Fault}{NewLine}";

    /// <summary>Registers Serilog as the host's only logger. It writes to <paramref name="logFolder"/> and to the console, until this host ends.</summary>
    public static IServiceCollection AddJournalLogs(this IServiceCollection services, string logFolder) =>
        services.AddSerilog(
            logs => logs
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                .MinimumLevel.Override(typeof(Sessions.SessionHandler).FullName!, LogEventLevel.Warning)
                .MinimumLevel.Override(ScriptCalls, LogEventLevel.Debug)
                .Filter.ByExcluding(call => call.Level == LogEventLevel.Debug && call.Exception is null)
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

            // The logger of the process would be that of the last journal that began, and whoever ended first would close it for all.
            preserveStaticLogger: true);

    /// <summary>Logs each request that was answered, but for our own scripts, styles and pictures.</summary>
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

    /// <summary>The pattern, such as <c>/patients/{id:guid}</c>. An address that leads nowhere is anybody's text and is not named.</summary>
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    /// <summary>Any word may be sent as a method: only HTTP's own are written.</summary>
    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method)
            || HttpMethods.IsDelete(method) || HttpMethods.IsOptions(method) || HttpMethods.IsPatch(method) ? method : "(other)";

    private sealed class FaultWithoutItsMessage : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var shape = string.Concat(Chain(logEvent.Exception).Select(fault => $"{Environment.NewLine}  {fault.GetType().FullName}{Environment.NewLine}{fault.StackTrace}"));
            logEvent.AddPropertyIfAbsent(new LogEventProperty("Fault", new ScalarValue(new Verbatim(shape))));

            // The framework writes the message of a component's fault as a value of its own sentence.
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

    /// <summary>Text that Serilog prints without quotation marks.</summary>
    private sealed record Verbatim(string Text)
    {
        public override string ToString() => Text;
    }
}
