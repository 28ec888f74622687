using System.Diagnostics.CodeAnalysis;

namespace CareJournal.Web.Host;

/// <summary>The data folder of a run: the practitioner's own, or for the demo one that is deleted when this is disposed.</summary>
public sealed class StartFolder : IDisposable
{
    private readonly bool _deleteAtExit;

    private StartFolder(string path, bool deleteAtExit)
    {
        Path = path;
        _deleteAtExit = deleteAtExit;
    }

    /// <summary>The folder's full path. It exists.</summary>
    public string Path { get; }

    /// <summary>
    /// The default data folder, CareJournal in this computer's folder for personal data: <c>$XDG_DATA_HOME</c> or
    /// <c>~/.local/share</c>, <c>%LOCALAPPDATA%</c>, <c>~/Library/Application Support</c>.
    /// </summary>
    public static string OfThisComputer { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "CareJournal");

    /// <summary>Prepares the folder. Null if it cannot be used, with the key of the message in <paramref name="problem"/>.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller owns it.")]
    public static StartFolder? Prepare(StartOptions options, out string problem)
    {
        problem = "";
        try
        {
            if (!options.Demo)
            {
                return new StartFolder(Make(options.DataFolder ?? OfThisComputer), deleteAtExit: false);
            }

            if (options.DataFolder is not { } parent)
            {
                return new StartFolder(Directory.CreateTempSubdirectory("carejournal-demo-").FullName, deleteAtExit: true);
            }

            // Never in a folder with somebody's files: what is deleted at exit must have been empty at the start.
            if (Directory.Exists(parent) && Directory.EnumerateFileSystemEntries(parent).Any())
            {
                problem = "Start.DemoFolderNotEmpty";
                return null;
            }

            return new StartFolder(Make(System.IO.Path.Combine(parent, "demo")), deleteAtExit: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problem = "Start.FolderUnusable";
            return null;
        }
    }

    public void Dispose()
    {
        if (_deleteAtExit && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    /// <summary>Denies other accounts of this computer access to the folder.</summary>
    private static string Make(string folder) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
