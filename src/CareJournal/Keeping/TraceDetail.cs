using System.Globalization;

namespace CareJournal.Keeping;

/// <summary>Writes and reads <see cref="Act.Detail"/>: figures, names of choices and instants in UTC, separated by spaces. Never a word about a person.</summary>
public static class TraceDetail
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Joins figures, names and instants.</summary>
    internal static string Of(params object?[] parts) => string.Join(' ', parts.Select(part => part is DateTime instant ? instant.ToString(Instant, CultureInfo.InvariantCulture) : Convert.ToString(part ?? "-", CultureInfo.InvariantCulture)));

    /// <summary>The parts of a detail; none where there is no detail.</summary>
    public static string[] Parts(string? detail) => detail?.Split(' ') ?? [];

    /// <summary>Reads an instant in UTC; <c>null</c> for anything else.</summary>
    public static DateTime? InstantOf(string part) =>
        DateTime.TryParseExact(part, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime instant) ? instant : null;
}
