namespace CareJournal.Web.Host;

/// <summary>The options of the command line. Nothing else controls a start: no environment variable, no settings file.</summary>
public sealed record StartOptions
{
    /// <summary>The default port.</summary>
    public const int DefaultPort = 5273;

    /// <summary>The folder given with <c>--data</c>, as a full path; null for this computer's default folder (or, for the demo, a temporary one).</summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder given with <c>--check</c>, as a full path: the journal in it is checked, and nothing is opened. Null for an ordinary start.</summary>
    public string? CheckFolder { get; init; }

    /// <summary>The loopback port, 1 to 65535; 0 for any free one, see <see cref="FreePort"/>.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Whether to show invented people from a folder that is deleted at exit.</summary>
    public bool Demo { get; init; }

    /// <summary>
    /// Whether the address begins with <c>localhost</c> instead of the journal's own name, for a browser that cannot resolve that one.
    /// Less protected: the session's cookie is then sent to every server of this computer that the browser opens.
    /// </summary>
    public bool PlainHost { get; init; }

    /// <summary>Reads the arguments. An unknown option, a missing value or a value out of range is refused; nothing is guessed.</summary>
    public static StartRequest Parse(IReadOnlyList<string> arguments)
    {
        var options = new StartOptions();
        var rest = new Queue<string>(arguments.SelectMany(SplitAtEquals));
        while (rest.TryDequeue(out var option))
        {
            switch (option)
            {
                case "--help" or "-h" or "-?":
                    return new StartRequest.Help();
                case "--demo":
                    options = options with { Demo = true };
                    break;
                case "--localhost":
                    options = options with { PlainHost = true };
                    break;
                case "--data" or "--check" or "--port" when !rest.TryPeek(out var next) || next.StartsWith("--", StringComparison.Ordinal):
                    return new StartRequest.Refused("Start.MissingValue", option);
                case "--data":
                    options = options with { DataFolder = FullPath(rest.Peek()) };
                    if (options.DataFolder is null)
                    {
                        return new StartRequest.Refused("Start.BadFolder", rest.Peek());
                    }

                    rest.Dequeue();
                    break;
                case "--check":
                    options = options with { CheckFolder = FullPath(rest.Peek()) };
                    if (options.CheckFolder is null)
                    {
                        return new StartRequest.Refused("Start.BadFolder", rest.Peek());
                    }

                    rest.Dequeue();
                    break;
                case "--port":
                    if (!int.TryParse(rest.Peek(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 0 or > 65535)
                    {
                        return new StartRequest.Refused("Start.BadPort", rest.Peek());
                    }

                    options = options with { Port = port };
                    rest.Dequeue();
                    break;
                default:
                    return new StartRequest.Refused("Start.UnknownOption", option);
            }
        }

        return new StartRequest.Run(options);
    }

    /// <summary>Splits an argument at its equals sign: <c>--port=5300</c> and <c>--port 5300</c> are equivalent.</summary>
    private static string[] SplitAtEquals(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    private static string? FullPath(string folder)
    {
        try
        {
            return string.IsNullOrWhiteSpace(folder) ? null : Path.GetFullPath(folder);
        }
        catch (Exception refused) when (refused is ArgumentException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>The result of reading a command line.</summary>
public abstract record StartRequest
{
    private StartRequest()
    {
    }

    /// <summary>Open the journal.</summary>
    public sealed record Run(StartOptions Options) : StartRequest;

    /// <summary>Show the options.</summary>
    public sealed record Help : StartRequest;

    /// <summary>The command line is not understood: the key of the message, and the argument it is about.</summary>
    public sealed record Refused(string Sentence, string Piece) : StartRequest;
}
