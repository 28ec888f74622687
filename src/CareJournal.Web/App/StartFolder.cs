using System.Diagnostics.CodeAnalysis;

namespace CareJournal.Web.App;

/// <summary>The folder a start works in: the practitioner's own, or for the demo one that is deleted when this is disposed.</summary>
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
    /// The place of this computer for a person's own data: <c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>,
    /// <c>%LOCALAPPDATA%</c>, <c>~/Library/Application Support</c>; and in it the folder CareJournal.
    /// </summary>
    public static string OfThisComputer { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "CareJournal");

    /// <summary>Makes the folder ready. Null when it cannot be used, with the sentence's key in <paramref name="problem"/>.</summary>
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

            // Never beside somebody's files: what is deleted at exit must have been empty at the start.
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

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_deleteAtExit && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    /// <summary>Other accounts of this computer have no business in it.</summary>
    private static string Make(string folder) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder).FullName
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
