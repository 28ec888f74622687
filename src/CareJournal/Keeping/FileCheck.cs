using System.Text.RegularExpressions;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>
/// Checks one file from end to end: every page, SQLite's own structure and references, the indexes and triggers against those of this version, and the record
/// chain. Used for the open journal and for a copy. It reads in short parts, so that whoever saves meanwhile waits for one part only.
/// </summary>
internal static class FileCheck
{
    // How the time divides between pages, structure and chain in a large journal; only the progress depends on it.
    private const double PagesShare = 0.2;
    private const double StructureShare = 0.2;

    private const int Interruptions = 10;

    private static readonly Regex CreateIndex = new("(?<sql>CREATE (UNIQUE )?INDEX \"(?<name>[^\"]+)\"[^;]*);", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Checks a file. Slow on a large one; not for the thread of a page.</summary>
    /// <param name="connection">Open on the file, and used by nobody else meanwhile.</param>
    /// <param name="journal">A context, for the model only.</param>
    /// <param name="chainKey">The key of the record chain; not kept.</param>
    /// <param name="head">The last link that is known of; <c>null</c> where nothing is known.</param>
    /// <param name="open">The journal that the file is, where it is the open one: what takes long makes room for its saves.</param>
    /// <param name="progress">Receives the share that was checked, 0 to 1.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="SqliteException">The file cannot be read at all.</exception>
    public static FileFindings Run(SqliteConnection connection, JournalContext journal, byte[] chainKey, JournalHead? head, JournalFile? open, IProgress<double>? progress, CancellationToken cancellation)
    {
        (long pages, long damaged) = PageCheck.CountInParts(connection, read => open is null ? read() : open.ReadPart(read), share => progress?.Report(share * PagesShare), cancellation);
        if (damaged > 0)
        {
            // What lies on such a page cannot be read, so neither structure nor chain can be judged.
            return new FileFindings(pages, damaged, StructureIsSound: true, [], null);
        }

        bool isSound = IsSound(connection, journal, open, cancellation);
        IReadOnlyList<string> foreign = Foreign(connection, journal);
        progress?.Report(PagesShare + StructureShare);
        using ChainCheck check = new(connection, journal.Model, chainKey, open, head);
        Progress part = new(share => progress?.Report(PagesShare + StructureShare + (share * (1 - PagesShare - StructureShare))));
        return new FileFindings(pages, 0, isSound, foreign, check.Run(part, cancellation));
    }

    private static bool IsSound(SqliteConnection connection, JournalContext journal, JournalFile? open, CancellationToken cancellation)
    {
        foreach (string table in journal.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            if (Texts(connection, $"PRAGMA integrity_check(\"{table}\")", open, cancellation) is not ["ok"] || Texts(connection, $"PRAGMA foreign_key_check(\"{table}\")", open, cancellation).Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    // SQLite checks a table in one go, and the largest takes seconds: it is interrupted when somebody saves, and begun anew. Whoever saves again and again waits in the end.
    private static List<string> Texts(SqliteConnection connection, string sql, JournalFile? open, CancellationToken cancellation)
    {
        for (int turn = 0; open is not null && turn < Interruptions; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            open.WriteGate.Wait(cancellation);
            open.WriteGate.Release();
            void Interrupt() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle);
            open.Writing += Interrupt;
            using CancellationTokenRegistration stopped = cancellation.Register(Interrupt);
            try
            {
                return Texts(connection, sql);
            }
            catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
            {
                continue;
            }
            finally
            {
                open.Writing -= Interrupt;
            }
        }

        return Texts(connection, sql);
    }

    /// <summary>
    /// Returns the names of triggers and views, of which a journal has none, and of indexes that are missing or other than those of this version. The
    /// search index is derived and has its own tables.
    /// </summary>
    private static IReadOnlyList<string> Foreign(SqliteConnection connection, JournalContext journal)
    {
        Dictionary<string, string> expected = CreateIndex.Matches(journal.Database.GenerateCreateScript()).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["sql"].Value, StringComparer.Ordinal);
        Dictionary<string, string> found = Texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
            .Zip(Texts(connection, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"))
            .ToDictionary(index => index.First, index => index.Second, StringComparer.Ordinal);
        return
        [
            .. Texts(connection, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"),
            .. expected.Keys.Union(found.Keys).Where(name => expected.GetValueOrDefault(name) != found.GetValueOrDefault(name)),
        ];
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the model, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.GetValue(0) as string ?? "");
        }

        return texts;
    }

    // Called at once, on the thread of the check; System.Progress would queue the calls.
    private sealed class Progress(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}

/// <summary>What a check found in a file.</summary>
/// <param name="Pages">The number of pages, 4,096 bytes each.</param>
/// <param name="DamagedPages">How many of them are not what was written; with any, nothing else was checked.</param>
/// <param name="StructureIsSound">Whether SQLite finds tables, indexes and references consistent.</param>
/// <param name="Foreign">The names of triggers, views and indexes that do not belong to a journal of this version, or are missing.</param>
/// <param name="Chain">The record chain; <c>null</c> where pages are damaged.</param>
internal sealed record FileFindings(long Pages, long DamagedPages, bool StructureIsSound, IReadOnlyList<string> Foreign, ChainAnswer? Chain)
{
    /// <summary>Returns what was changed, where pages and structure are whole.</summary>
    /// <param name="journal">The journal, to name the records.</param>
    public async Task<CheckAnswer.Changed> ChangedAsync(JournalContext journal) =>
        new(await ChangedRecords.OfAsync(journal, Chain!.Faults, JournalCheck.Named), Chain.Faults.Count, Foreign) { Missing = Chain.Missing };

    /// <summary>Whether everything is as it was written.</summary>
    public bool IsWhole => DamagedPages == 0 && StructureIsSound && Foreign.Count == 0 && Chain is { Faults.Count: 0 };
}
