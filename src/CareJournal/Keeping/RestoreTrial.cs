using System.Security.Cryptography;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>
/// Tries whether copies can be taken up again: the newest of each place is opened in a scratch folder with the passphrase, checked from end to end, and compared
/// with the journal in counts and in three notes drawn at random. Then it is forgotten, and the trial is recorded.
/// </summary>
public sealed class RestoreTrial(JournalFile file, JournalWriter writer, CopyPlaceReader places, IDbContextFactory<JournalContext> journals)
{
    /// <summary>The number of notes that are compared.</summary>
    public const int Notes = 3;

    // A quarter.
    private const int Days = 91;

    /// <summary>Tries the newest copy of each place that is there. Slow: the secret, and every page of each copy.</summary>
    /// <param name="secret">The passphrase, or the recovery code.</param>
    /// <returns>One result for each place; an answer without results when no place is there.</returns>
    public async Task<IReadOnlyList<TrialResult>> RunAsync(string secret)
    {
        List<TrialResult> results = [];
        foreach (CopyPlaceAnswer place in (await places.ReadAsync()).Where(place => place.IsThere))
        {
            results.Add(await Task.Run(() => TryAsync(place, secret)));
        }

        if (results.Any(result => result.Refusal != RestoreRefusal.WrongSecret))
        {
            await writer.WriteEventAsync(ActKind.RestoreTried, detail: string.Join("; ", results.Select(result => $"{result.PlaceId:N} {(result.Refusal is { } why ? why.ToString() : "Whole")}")));
        }

        return results;
    }

    /// <summary>Whether a trial is due: there is a copy, and none was tried for a quarter.</summary>
    internal static async Task<bool> IsDueAsync(JournalContext journal, PracticeClock clock)
    {
        DateTime since = clock.NowUtc.AddDays(-Days);
        return !await journal.Acts.AnyAsync(act => act.Kind == ActKind.RestoreTried && act.AtUtc > since) && await journal.Acts.AnyAsync(act => act.Kind == ActKind.CopyMade);
    }

    private async Task<TrialResult> TryAsync(CopyPlaceAnswer place, string secret)
    {
        JournalFolder scratch = new(Path.Combine(file.Folder.Path, "journal.trial"));
        try
        {
            Discard(scratch);
            if (CopyFolders.In(place.Path).FirstOrDefault(path => CopyFolders.IsOf(file.Folder, path)) is not { } newest)
            {
                return new TrialResult(place.Id, place.Path) { Refusal = RestoreRefusal.NoCopy };
            }

            Directory.CreateDirectory(scratch.Path);
            foreach (string copied in Directory.EnumerateFiles(newest))
            {
                File.Copy(copied, Path.Combine(scratch.Path, Path.GetFileName(copied)));
            }

            (OpenedCopy? copy, RestoreRefusal? refusal) = OpenedCopy.Open(scratch, secret, KeyHeader.CheckOf(file.Folder.KeyHeaderPath), file.Stretching);
            using (copy)
            {
                return copy is null ? new TrialResult(place.Id, place.Path) { Refusal = refusal } : await ReadAsync(place, newest, copy);
            }
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            return new TrialResult(place.Id, place.Path) { Refusal = fault == StorageFault.Damaged ? RestoreRefusal.Damaged : RestoreRefusal.Disk };
        }
        finally
        {
            Discard(scratch);
        }
    }

    private async Task<TrialResult> ReadAsync(CopyPlaceAnswer place, string newest, OpenedCopy copy)
    {
        (RestorePreview? preview, List<(Guid Id, string Note)> notes) = copy.Read(copy.Folder.DatabasePath, connection => (RestoreReading.Of(copy, connection, file), NotesOf(connection)));
        if (preview is not { IsAsWritten: true, IsManifestWrong: false })
        {
            return new TrialResult(place.Id, place.Path) { Refusal = RestoreRefusal.Damaged };
        }

        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<TriedNote> compared = [];
        foreach ((Guid id, string note) in notes)
        {
            var own = await journal.Visits.IgnoreQueryFilters().Where(visit => visit.Id == id).Select(visit => new { visit.PatientId, visit.HeldOn, visit.Note }).FirstOrDefaultAsync();
            compared.Add(new TriedNote(id, own?.PatientId, own?.HeldOn, note, own?.Note));
        }

        return new TrialResult(place.Id, place.Path)
        {
            Copy = preview with { Folder = newest },
            People = await journal.Patients.CountAsync(),
            Sessions = await journal.Visits.CountAsync(visit => visit.Status == Visits.VisitStatus.Held),
            Notes = compared,
        };
    }

    private static List<(Guid Id, string Note)> NotesOf(SqliteConnection connection)
    {
        List<byte[]> ids = [];
        using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = """SELECT "Id" FROM "Visits" WHERE "Note" IS NOT NULL AND "VoidedAtUtc" IS NULL""";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                ids.Add((byte[])reader[0]);
            }
        }

        byte[][] drawn = [.. ids];
        RandomNumberGenerator.Shuffle<byte[]>(drawn);
        return [.. drawn.Take(Notes).Select(id => (ChainedActReader.IdOf(id), NoteOf(connection, id)))];
    }

    private static string NoteOf(SqliteConnection connection, byte[] id)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """SELECT "Note" FROM "Visits" WHERE "Id" = $id""";
        command.Parameters.AddWithValue("$id", id);
        return (string)command.ExecuteScalar()!;
    }

    private static void Discard(JournalFolder scratch)
    {
        if (Directory.Exists(scratch.Path))
        {
            Directory.Delete(scratch.Path, recursive: true);
        }
    }
}

/// <summary>What became of the trial in one place.</summary>
/// <param name="PlaceId">The place.</param>
/// <param name="Place">Its folder.</param>
public sealed record TrialResult(Guid PlaceId, string Place)
{
    /// <summary>Why the newest copy could not be taken up; <c>null</c> when it could.</summary>
    public RestoreRefusal? Refusal { get; init; }

    /// <summary>What the copy holds.</summary>
    public RestorePreview? Copy { get; init; }

    /// <summary>The number of people in the journal now.</summary>
    public int People { get; init; }

    /// <summary>The number of held sessions in the journal now.</summary>
    public int Sessions { get; init; }

    /// <summary>Notes of the copy, drawn at random, beside the journal's own.</summary>
    public IReadOnlyList<TriedNote> Notes { get; init; } = [];
}

/// <summary>A note of a copy beside the journal's own.</summary>
/// <param name="VisitId">The session.</param>
/// <param name="PatientId">The person, as the journal has it.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="InCopy">The note in the copy.</param>
/// <param name="InJournal">The note in the journal now.</param>
public sealed record TriedNote(Guid VisitId, Guid? PatientId, DateOnly? HeldOn, string InCopy, string? InJournal);
