using System.Security.Cryptography;

namespace CareJournal.Web.App;

/// <summary>The name under which a fault stands in the log and on the page.</summary>
public static partial class FaultReference
{
    // No sign that is taken for another one when it is read aloud or copied by hand: no 0 O, 1 I L, 5 S, 8 B, 2 Z, U V.
    private const string Signs = "34679ACDEFGHJKMNPQRTWXY";

    /// <summary>A new one: two groups of three signs, such as <c>7KM-4TQ</c>. Short enough to be read over the telephone.</summary>
    public static string Create() => $"{RandomNumberGenerator.GetString(Signs, 3)}-{RandomNumberGenerator.GetString(Signs, 3)}";

    /// <summary>Gives the fault of a request its name in the log; the fault itself was logged where it was caught.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed ({Kind}). Reference: {Reference}")]
    public static partial void Log(ILogger log, string reference, string kind);
}
