namespace CareJournal.Web.Host;

/// <summary>
/// Deletes the diagnostic sockets and pipes that the runtime opens in the temporary folder: they are outside the journal's folder, they
/// let a tool read the memory, and a killed process would leave them behind. Only an environment variable (DOTNET_EnableDiagnostics=0)
/// keeps the runtime from opening them, and nobody can be asked to set one.
/// </summary>
public static class DiagnosticFiles
{
    private static readonly string[] Names = ["dotnet-diagnostic-{0}-*", "clr-debug-pipe-{0}-*"];

    /// <summary>Deletes those of this process. Nothing can connect to it afterwards. On Windows there are none.</summary>
    public static void Remove()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            Delete();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A temporary folder that is gone or belongs to somebody else must not keep the journal from starting.
        }
    }

    private static void Delete()
    {
        foreach (var file in Names.SelectMany(name => Directory.EnumerateFiles(Path.GetTempPath(), string.Format(CultureInfo.InvariantCulture, name, Environment.ProcessId))))
        {
            File.Delete(file);
        }
    }
}
