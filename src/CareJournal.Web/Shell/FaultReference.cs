using System.Security.Cryptography;

namespace CareJournal.Web.Shell;

/// <summary>Creates the reference of a fault, which is in the log and on the page.</summary>
public static partial class FaultReference
{
    // No character that is easily confused when read aloud or copied by hand: no 0 O, 1 I L, 5 S, 8 B, 2 Z, U V.
    private const string Signs = "34679ACDEFGHJKMNPQRTWXY";

    /// <summary>Returns a new reference: two groups of three characters, such as <c>7KM-4TQ</c>. Short enough to be read over the telephone.</summary>
    public static string Create() => $"{RandomNumberGenerator.GetString(Signs, 3)}-{RandomNumberGenerator.GetString(Signs, 3)}";

    /// <summary>Logs the reference of a request's fault; the fault itself was logged where it was caught.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed ({Kind}). Reference: {Reference}")]
    public static partial void Log(ILogger log, string reference, string kind);
}
