using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace CareJournal.Web.App;

/// <summary>
/// The logs: to the console and to one file a day in the data folder, fourteen files, ids only.
/// The framework speaks from Warning on, so that no address with a query is written; and of an exception its kind and
/// its place are written, never its message, which may quote what somebody typed.
/// </summary>
public static class JournalLogs
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {SourceContext} {Message:lj}{Fault}{NewLine}";

    /// <summary>Writes to <paramref name="logFolder"/> and the console.</summary>
    public static ILoggingBuilder AddJournalLogs(this ILoggingBuilder logging, string logFolder) =>
        logging.ClearProviders().AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                .MinimumLevel.Override(typeof(Sessions.SessionHandler).FullName!, LogEventLevel.Warning)
                .Enrich.With<FaultWithoutItsMessage>()
                .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
                .WriteTo.File(
                    Path.Combine(logFolder, "carejournal-.log"),
                    outputTemplate: Line,
                    formatProvider: CultureInfo.InvariantCulture,
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: 14)
                .CreateLogger(),
            dispose: true);

    private sealed class FaultWithoutItsMessage : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var shape = string.Concat(Chain(logEvent.Exception).Select(fault => $"{Environment.NewLine}  {fault.GetType().FullName}{Environment.NewLine}{fault.StackTrace}"));
            logEvent.AddPropertyIfAbsent(new LogEventProperty("Fault", new ScalarValue(new Verbatim(shape))));
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
