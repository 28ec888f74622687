using System.Buffers;
using System.Buffers.Binary;
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
    // They keep the number 1 and the text "1" apart.
    private const byte Text = (byte)'s';
    private const byte Number = (byte)'n';

    /// <summary>Returns the digest of a row as <see cref="RowJson"/> wrote it.</summary>
    /// <exception cref="JsonException">The text is not the JSON of a row.</exception>
    public static byte[] OfJson(string written)
    {
        ArrayBufferWriter<byte> digested = new(1_024);
        using JsonDocument row = JsonDocument.Parse(written);
        foreach (JsonProperty column in row.RootElement.EnumerateObject().OrderBy(column => column.Name, StringComparer.Ordinal))
        {
            if (column.Value.ValueKind != JsonValueKind.Null)
            {
                (byte kind, string value) = ValueOf(column.Value);
                Append(digested, Encoding.UTF8.GetBytes(column.Name));
                Append(digested, kind, value);
            }
        }

        return SHA256.HashData(digested.WrittenSpan);
    }

    /// <summary>Returns what the digest of the row that a reader is on goes over (<see cref="OfRead"/>). The columns are those of the reader from <paramref name="first"/> on, in the order of their names.</summary>
    public static byte[] Read(SqliteDataReader row, StoredTable table, int first)
    {
        ArrayBufferWriter<byte> digested = new(1_024);
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (!row.IsDBNull(first + column))
            {
                (byte kind, string value) = ValueOf(row.GetValue(first + column), table.Columns[column].IsInstant);
                Append(digested, table.Columns[column].NameBytes);
                Append(digested, kind, value);
            }
        }

        return digested.WrittenSpan.ToArray();
    }

    /// <summary>Returns the digest of a row that was <see cref="Read"/>.</summary>
    public static byte[] OfRead(byte[] read) => SHA256.HashData(read);

    private static (byte Kind, string Value) ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => (Text, value.GetString()!),
        JsonValueKind.True => (Number, "1"),
        JsonValueKind.False => (Number, "0"),
        JsonValueKind.Number => (Number, value.GetRawText()),
        _ => throw new JsonException("A column of a row is neither a text nor a number."),
    };

    private static (byte Kind, string Value) ValueOf(object value, bool isInstant) => value switch
    {
        // As JSON writes an instant: 2026-03-12T09:30:00Z for 2026-03-12 09:30:00.
        string text when isInstant => (Text, string.Concat(text.Replace(' ', 'T'), "Z")),
        string text => (Text, text),
        byte[] bytes => (Text, Convert.ToBase64String(bytes)),
        long number => (Number, number.ToString(CultureInfo.InvariantCulture)),
        double number => (Number, number.ToString("R", CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"SQLite gave a value of the type {value.GetType()}."),
    };

    private static void Append(ArrayBufferWriter<byte> digested, ReadOnlySpan<byte> name)
    {
        AppendLength(digested, name.Length);
        digested.Write(name);
    }

    private static void Append(ArrayBufferWriter<byte> digested, byte kind, string value)
    {
        AppendLength(digested, Encoding.UTF8.GetByteCount(value) + 1);
        digested.Write([kind]);
        Encoding.UTF8.GetBytes(value, digested);
    }

    private static void AppendLength(ArrayBufferWriter<byte> digested, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(digested.GetSpan(sizeof(int)), length);
        digested.Advance(sizeof(int));
    }
}
