using System.Globalization;
using CareJournal.Storage;
using Microsoft.Data.Sqlite;

namespace CareJournal.Keeping;

/// <summary>Reads what a copy holds, and what the journal has that it lacks.</summary>
internal static class RestoreReading
{
    private const string NotVoided = "\"VoidedAtUtc\" IS NULL";

    /// <summary>Returns what a copy holds; <c>null</c> when it is damaged.</summary>
    public static RestorePreview? Of(OpenedCopy copy, SqliteConnection connection, JournalFile file)
    {
        CopyFindings findings = copy.Check(connection);
        if (!findings.IsReadable)
        {
            return null;
        }

        ManifestAnswer manifest = copy.Manifest;
        long head = HeadOf(connection);
        DateTime last = LastActOf(connection, "1") ?? DateTime.UnixEpoch;
        bool isManifestWrong = manifest is ManifestAnswer.Changed || (manifest is ManifestAnswer.Found { Manifest: var read } && read.HeadNumber != head);
        return new RestorePreview(Guid.NewGuid().ToString("N"), copy.Folder.Path, manifest is ManifestAnswer.Found { Manifest: var found } && !isManifestWrong ? found.MadeAtUtc : last)
        {
            Head = head,
            People = RowCount.Of(connection, "Patients", NotVoided),
            Sessions = RowCount.Of(connection, "Visits", NotVoided + " AND \"Status\" = 'Held'"),
            IsAsWritten = findings.IsAsWritten,
            IsManifestWrong = isManifestWrong,
            Lost = file.Folder.HoldsJournal ? file.ReadWith(copy.FileKey, journal => LostBetween(connection, journal)) : null,
            ReplacesJournal = file.Folder.HoldsJournal,
        };
    }

    /// <summary>Returns the number of the last link of the chain; 0 in a file from before there was one.</summary>
    public static long HeadOf(SqliteConnection connection) => HasChain(connection) ? PageCopy.HeadOf(connection).Number : 0;

    // Up to the last link that both hold, they are one journal; digests hold all that was before.
    private static RestoreLoss? LostBetween(SqliteConnection copy, SqliteConnection journal)
    {
        if (!HasChain(copy) || !HasChain(journal))
        {
            return null;
        }

        (long low, long high) = (0, Math.Min(HeadOf(copy), HeadOf(journal)));
        while (low < high)
        {
            long middle = (low + high + 1) / 2;
            (low, high) = DigestAt(copy, middle) == DigestAt(journal, middle) ? (middle, high) : (low, middle - 1);
        }

        string since = string.Create(CultureInfo.InvariantCulture, $"""
            "Id" IN (SELECT "ActId" FROM "ChainLinks" WHERE "Number" > {low})
            AND "Kind" NOT IN ({string.Join(", ", ActKinds.Events.Select(kind => $"'{kind}'"))})
            """);
        return new RestoreLoss(
            RowCount.Of(journal, "Acts", since),
            LastActOf(journal, since),
            Number(journal, $"""SELECT COUNT(DISTINCT "PatientId") FROM "Acts" WHERE {since}"""),
            HeadOf(copy) - low);
    }

    private static bool HasChain(SqliteConnection connection) => RowCount.Of(connection, "sqlite_schema", "name = 'ChainLinks'") > 0;

    private static string? DigestAt(SqliteConnection connection, long number)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """SELECT hex("Digest") FROM "ChainLinks" WHERE "Number" = $number""";
        command.Parameters.AddWithValue("$number", number);
        return command.ExecuteScalar() as string;
    }

    private static DateTime? LastActOf(SqliteConnection connection, string where)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Conditions of this class, no input.
        command.CommandText = $"""SELECT MAX("AtUtc") FROM "Acts" WHERE {where}""";
#pragma warning restore CA2100
        return command.ExecuteScalar() is string text && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime last) ? last : null;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Conditions of this class, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}

/// <summary>What a copy holds that was looked at.</summary>
/// <param name="Ticket">By this it is taken up; unguessable.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="MadeAtUtc">When it was made, or when something was last recorded in it, in UTC.</param>
public sealed record RestorePreview(string Ticket, string Folder, DateTime MadeAtUtc)
{
    /// <summary>The number of its last link; 0 in a copy from before there was a chain.</summary>
    public required long Head { get; init; }

    /// <summary>The number of its people.</summary>
    public required long People { get; init; }

    /// <summary>The number of its held sessions.</summary>
    public required long Sessions { get; init; }

    /// <summary>Whether all of it is as it was written.</summary>
    public required bool IsAsWritten { get; init; }

    /// <summary>Whether its manifest is not the one that was written for it.</summary>
    public required bool IsManifestWrong { get; init; }

    /// <summary>Whether there is a journal whose place it would take.</summary>
    public required bool ReplacesJournal { get; init; }

    /// <summary>What the journal has that the copy lacks; <c>null</c> when that cannot be told.</summary>
    public required RestoreLoss? Lost { get; init; }
}

/// <summary>What a journal has that a copy lacks.</summary>
/// <param name="Acts">The number of acts.</param>
/// <param name="LastAtUtc">The last of them, in UTC.</param>
/// <param name="People">The number of people whom they are about.</param>
/// <param name="OnlyInCopy">The number of links that the copy has and the journal lacks: it had been taken up before.</param>
public sealed record RestoreLoss(long Acts, DateTime? LastAtUtc, long People, long OnlyInCopy);
