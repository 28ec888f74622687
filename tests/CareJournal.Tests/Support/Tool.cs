using System.Diagnostics;

namespace CareJournal.Support;

/// <summary>Runs programs of the operating system.</summary>
public static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program to its end; returns whether it succeeded, and its output.</summary>
    public static (bool Succeeded, string Said) Run(string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using Process process = Process.Start(start)!;
            Task<string> said = process.StandardOutput.ReadToEndAsync();
            string complained = process.StandardError.ReadToEnd();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return (false, $"{program} did not finish within {Patience.TotalMinutes} minutes.");
            }

            return (process.ExitCode == 0, said.GetAwaiter().GetResult() + complained);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (false, missing.Message);
        }
    }
}
