using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace CareJournal.Web.Host;

/// <summary>Tests that the log names what failed and where, and contains nothing that anybody wrote.</summary>
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

    [Fact]
    public void A_page_that_was_left_in_the_middle_of_a_call_is_no_error_and_another_cancelled_task_is()
    {
        using (ServiceProvider services = new ServiceCollection().AddJournalLogs(_folder.FullName).BuildServiceProvider())
        {
            ILoggerFactory loggers = services.GetRequiredService<ILoggerFactory>();
            ILogger circuit = loggers.CreateLogger("Microsoft.AspNetCore.Components.Server.Circuits.CircuitHost");
            circuit.LogError(new TaskCanceledException(), "left: cancelled");
            circuit.LogError(new JSDisconnectedException("gone"), "left: disconnected");
            circuit.LogError(new AggregateException(new TaskCanceledException(), new JSDisconnectedException("gone")), "left: both");
            circuit.LogError(new AggregateException(new TaskCanceledException(), new InvalidOperationException()), "fault: one of two");
            circuit.LogError(new InvalidOperationException(), "fault: of a component");
            loggers.CreateLogger("CareJournal.Storage.JournalWriter").LogError(new TaskCanceledException(), "fault: a save");
        }

        string written = File.ReadAllText(Assert.Single(_folder.EnumerateFiles()).FullName);
        Assert.DoesNotContain("left:", written, StringComparison.Ordinal);
        Assert.Equal(3, written.Split("fault:").Length - 1);
    }

    [Fact]
    public void Why_a_call_of_a_page_failed_is_logged_and_that_it_was_made_is_not()
    {
        using (ServiceProvider services = new ServiceCollection().AddJournalLogs(_folder.FullName).BuildServiceProvider())
        {
            ILogger calls = services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Components.Server.Circuits.RemoteJSRuntime");
            calls.LogDebug("Begin invoke JS interop '7': 'navigator.clipboard.writeText'");
            calls.LogDebug(new ArgumentException("canari"), "There was an error invoking the static method '{Method}'", "DispatchEventAsync");
        }

        string written = File.ReadAllText(Assert.Single(_folder.EnumerateFiles()).FullName);
        Assert.Contains("DispatchEventAsync", written, StringComparison.Ordinal);
        Assert.Contains("System.ArgumentException", written, StringComparison.Ordinal);
        Assert.DoesNotContain("clipboard", written, StringComparison.Ordinal);
        Assert.DoesNotContain("canari", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_logged_in_the_folder_of_its_own_journal()
    {
        RunningHost room = new();
        await room.InitializeAsync();
        RunningHost beside = new();
        await beside.InitializeAsync();
        using (Browser browser = room.NewBrowser())
        {
            await browser.GetAsync(Urls.Unlock);
        }

        await room.App.StopAsync();
        Assert.Contains("\"GET\" \"/unlock\" 200", Read(Assert.Single(Directory.EnumerateFiles(room.Journal.Folder.LogPath))), StringComparison.Ordinal);
        await beside.DisposeAsync();
        await room.DisposeAsync();
    }

    // A log that is still written to.
    private static string Read(string log)
    {
        using FileStream stream = new(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
