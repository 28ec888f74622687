namespace CareJournal.Web.Host;

/// <summary>The exit codes of the process.</summary>
public static class ExitCode
{
    /// <summary>The journal was closed normally, or help was asked for.</summary>
    public const int Done = 0;

    /// <summary>A journal that was checked (<c>--check</c>) is not as it was written, or could not be checked.</summary>
    public const int NotWhole = 1;

    /// <summary>The command line was not understood.</summary>
    public const int BadOption = 2;

    /// <summary>Another process has this journal open.</summary>
    public const int AlreadyOpen = 3;

    /// <summary>Another program listens on the port.</summary>
    public const int PortTaken = 4;

    /// <summary>The runtime has a known vulnerability.</summary>
    public const int OldRuntime = 5;

    /// <summary>The data folder cannot be used.</summary>
    public const int Folder = 6;
}
