using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareJournal.Web.App;

/// <summary>The log names what failed and where, and no word of anybody's.</summary>
public sealed class JournalLogsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("carejournal-logs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_message_of_an_exception_is_not_written_even_where_the_framework_makes_it_a_value_of_its_sentence()
    {
        FormatException fault = new("The input string 'canari de Claire' was not in a correct format.");
        using (ServiceProvider services = new ServiceCollection().AddJournalLogs(_folder.FullName).BuildServiceProvider())
        {
            ILogger renderer = services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Components.Server.Circuits.RemoteRenderer");
            renderer.LogWarning(fault, "Unhandled exception rendering component: {Message}", fault.Message);
        }

        string written = File.ReadAllText(Assert.Single(_folder.EnumerateFiles()).FullName);
        Assert.Contains("Unhandled exception rendering component: (not written)", written, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", written, StringComparison.Ordinal);
        Assert.DoesNotContain("canari", written, StringComparison.Ordinal);
    }
}
