using System.Globalization;

namespace CareJournal.Keeping;

/// <summary>Writes and reads an instant as the database driver writes it into the file.</summary>
internal static class StoredInstant
{
    /// <summary>Returns the text, such as <c>2026-03-12 09:30:00.5</c>, in UTC, to a tenth of a microsecond.</summary>
    public static string TextOf(DateTime instant) => instant.ToUniversalTime().ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>Reads such a text; the first instant of all for anything else, since somebody else may have put it there.</summary>
    public static DateTime Read(string? stored) =>
        DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime instant) ? instant : DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
}
