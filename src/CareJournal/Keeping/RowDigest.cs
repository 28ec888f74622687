using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CareJournal.Keeping;

/// <summary>
/// Computes the digest of one recorded row: SHA-256 over the names and values of its columns in the order of the names. The same row gives the same
/// digest whether it is read from its table or from the JSON of a <see cref="RowVersion"/>. The revision is left out, and so is every column without a value,
/// so that a column that a later schema adds changes no digest of before.
/// </summary>
internal static class RowDigest
{
    /// <summary>Returns the digest of a row as <see cref="RowJson"/> wrote it.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a row.</exception>
    public static byte[] OfJson(string written)
    {
        SortedDictionary<string, string> values = new(StringComparer.Ordinal);
        using JsonDocument row = JsonDocument.Parse(written);
        foreach (JsonProperty column in row.RootElement.EnumerateObject())
        {
            if (TextOf(column.Value) is { } text)
            {
                values[column.Name] = text;
            }
        }

        return Of(values);
    }

    /// <summary>Returns the digest of the row that a reader is on. The columns are those of the reader from <paramref name="first"/> on, in the order of their names.</summary>
    public static byte[] OfColumns(SqliteDataReader row, StoredTable table, int first)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int column = 0; column < table.Columns.Count; column++)
        {
            object value = row.GetValue(first + column);
            if (value is not DBNull)
            {
                Append(hash, table.Columns[column].Name, TextOf(value, table.Columns[column].IsInstant));
            }
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Of(SortedDictionary<string, string> values)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string column, string value) in values)
        {
            Append(hash, column, value);
        }

        return hash.GetHashAndReset();
    }

    // A letter for the kind keeps the number 1 and the text "1" apart.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => "s" + value.GetString(),
        JsonValueKind.True => "n1",
        JsonValueKind.False => "n0",
        JsonValueKind.Number => "n" + value.GetRawText(),
        _ => throw new JsonException("A column of a row is neither a text nor a number."),
    };

    private static string TextOf(object value, bool isInstant) => value switch
    {
        // As JSON writes an instant: 2026-03-12T09:30:00Z for 2026-03-12 09:30:00.
        string text when isInstant => string.Concat("s", text.Replace(' ', 'T'), "Z"),
        string text => "s" + text,
        byte[] bytes => "s" + Convert.ToBase64String(bytes),
        long number => "n" + number.ToString(CultureInfo.InvariantCulture),
        double number => "n" + number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"SQLite gave a value of the type {value.GetType()}."),
    };

    private static void Append(IncrementalHash hash, string column, string value)
    {
        AppendText(hash, column);
        AppendText(hash, value);
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
