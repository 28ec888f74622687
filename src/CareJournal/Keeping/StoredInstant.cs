using System.Globalization;

namespace CareJournal.Keeping;

/// <summary>Writes an instant as the database driver writes it into the file.</summary>
internal static class StoredInstant
{
    /// <summary>Returns the text, such as <c>2026-03-12 09:30:00.5</c>, in UTC, to a tenth of a microsecond.</summary>
    public static string TextOf(DateTime instant) => instant.ToUniversalTime().ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
