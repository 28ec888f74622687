using System.Diagnostics;
using System.Reflection;

namespace CareJournal.Browser;

/// <summary>Starts the built CareJournal.Web as <c>dotnet run</c> starts it.</summary>
internal static class JournalProgram
{
    /// <summary>Returns how to start the program with options, its console captured.</summary>
    public static ProcessStartInfo With(IEnumerable<string> options)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Metadata("JournalProgram"), .. options])
        {
            UseShellExecute = false,
            WorkingDirectory = Metadata("JournalProject"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Static files of a build are served in this environment only; launchSettings.json sets the same for `dotnet run`.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        // Each start lives for a minute or two: compiling a second time for speed, a third of all its work, never pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "60000";
        return start;
    }

    /// <summary>Runs the program with options that it is expected to refuse.</summary>
    /// <exception cref="TimeoutException">It still runs after 30 s; it is then killed.</exception>
    public static async Task<FinishedRun> RunToEndAsync(params string[] options)
    {
        using var process = Process.Start(With(options))!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException tooLong)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The journal was to refuse {string.Join(' ', options)}, but it runs:\n{await said}{await complained}", tooLong);
        }

        return new FinishedRun(process.ExitCode, await said + await complained);
    }

    /// <summary>Returns a path that the project file writes into this assembly.</summary>
    internal static string Metadata(string key) =>
        typeof(JournalProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => string.Equals(metadata.Key, key, StringComparison.Ordinal)).Value!;
}

/// <summary>A start that ended by itself: its exit code, and all it wrote on its console.</summary>
internal sealed record FinishedRun(int ExitCode, string Output);
