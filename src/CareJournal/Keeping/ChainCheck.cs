using System.Security.Cryptography;
using CareJournal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Keeping;

/// <summary>
/// Verifies the record chain of a file from its first link to its last, and that nothing recorded stands outside of it. It reads in short transactions of
/// <see cref="ChainedActReader.AtOnce"/> links, so that whoever saves meanwhile does not wait for it.
/// </summary>
internal sealed class ChainCheck : IDisposable
{
    // Rows whose revisions are compared in one transaction.
    private const int Step = 5_000;

    private readonly SqliteConnection _connection;
    private readonly JournalFile? _open;
    private readonly IReadOnlyList<StoredTable> _tables;
    private readonly ChainedActReader _acts;
    private readonly ChainDigest _digest;
    private readonly JournalHead? _head;
    private readonly List<ChainFault> _faults = [];
    private long _number;
    private byte[] _before = ChainDigest.Beginning;

    /// <param name="connection">Open on the file, and used by nobody else meanwhile.</param>
    /// <param name="model">The model, for the tables of recorded rows.</param>
    /// <param name="key">The key of the chain; not kept.</param>
    /// <param name="open">The journal that the file is, where it is the open one.</param>
    /// <param name="head">The last link that is known of; <c>null</c> where nothing is known.</param>
    public ChainCheck(SqliteConnection connection, IModel model, byte[] key, JournalFile? open = null, JournalHead? head = null)
    {
        (_connection, _open, _head) = (connection, open, head);
        _tables = StoredTable.AllOf(model);
        _acts = new ChainedActReader(connection, model);
        _digest = new ChainDigest(key);
    }

    /// <summary>Verifies everything that is in the file when it is read. Slow on a large journal.</summary>
    /// <param name="progress">Receives the share that is verified, 0 to 1.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="SqliteException">A page cannot be read.</exception>
    public ChainAnswer Run(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        (long last, long rows) = (Number("""SELECT MAX("Number") FROM "ChainLinks" """), _tables.Sum(table => Number($"""SELECT MAX(rowid) FROM "{table.Name}" """)));
        double all = Math.Max(1, last + rows);
        VerifyLinks(last, all, progress, cancellation);
        if (_number < _head?.Number)
        {
            _faults.Add(new ChainFault(ChainFaultKind.EndMissing, _number, null, null));
        }

        Part(FindActsOutside);
        long read = 0;
        foreach (StoredTable table in _tables)
        {
            for (long from = 0, end = Number($"""SELECT MAX(rowid) FROM "{table.Name}" """); from <= end; from += Step)
            {
                long first = from;
                Part(() => FindRowsOutside(table.Name, first));
                progress?.Report(Math.Min(1, (_number + (read += Step)) / all));
                cancellation.ThrowIfCancellationRequested();
            }
        }

        progress?.Report(1);
        return new ChainAnswer(_number, _before, _faults) { Missing = Math.Max(0, (_head?.Number ?? 0) - _number) };
    }

    public void Dispose()
    {
        _acts.Dispose();
        _digest.Dispose();
    }

    // Digests are computed on another thread while the next links are read: each takes about as long as the other.
    private void VerifyLinks(long last, double all, IProgress<double>? progress, CancellationToken cancellation)
    {
        Task digesting = Task.CompletedTask;
        try
        {
            // What is saved meanwhile is for the next check: somebody who saves without a pause would never let this one end.
            for (long read = 0; read < last;)
            {
                long after = read;
                List<ReadLink> links = Part(() => ReadLinks(after));
                if (links.Count == 0)
                {
                    break;
                }

                read = links[^1].Number;
                digesting.GetAwaiter().GetResult();
                digesting = Task.Run(() => links.ForEach(Compare), CancellationToken.None);
                progress?.Report(Math.Min(1, read / all));
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            digesting.GetAwaiter().GetResult();
        }
    }

    // One transaction, so that no save comes between a version and its row; by SQL, since the driver would ask for it at each command.
    private List<ReadLink> ReadLinks(long after)
    {
        Execute("BEGIN");
        try
        {
            using SqliteCommand command = Command("""SELECT "Number", "AtUtc", "ActId", "Digest" FROM "ChainLinks" WHERE "Number" > $after ORDER BY "Number" LIMIT $step""");
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$step", ChainedActReader.AtOnce);
            List<(long Number, string? AtUtc, Guid ActId, byte[] Digest)> links = [];
            using (SqliteDataReader link = command.ExecuteReader())
            {
                while (link.Read())
                {
                    links.Add((link.GetInt64(0), link[1] as string, ChainedActReader.IdOf(link[2]), link[3] as byte[] ?? []));
                }
            }

            var acts = _acts.Read([.. links.Select(link => link.ActId).Distinct()]);
            return [.. links.Select(link => acts.TryGetValue(link.ActId, out var read) ? new ReadLink(link.Number, link.AtUtc, link.ActId, link.Digest, read.Act, read.Rows) : new ReadLink(link.Number, link.AtUtc, link.ActId, link.Digest, null, []))];
        }
        finally
        {
            Execute("COMMIT");
        }
    }

    private T Part<T>(Func<T> read) => _open is null ? read() : _open.ReadPart(read);

    private void Compare(ReadLink link)
    {
        (long number, string? atUtc, Guid actId, byte[] stored, ChainedAct? act, IReadOnlyList<ReadRow> rows) = link;
        byte[] digest = act is null ? [] : _digest.Of(number, _before, atUtc, act, [.. rows.Select(row => row.Digested())]);
        if (number != _number + 1)
        {
            _faults.Add(new ChainFault(ChainFaultKind.LinkMissing, _number + 1, null, null));
        }

        if (!CryptographicOperations.FixedTimeEquals(digest, stored))
        {
            _faults.Add(new ChainFault(ChainFaultKind.Changed, number, actId, null));
        }

        if (number == _head?.Number && _faults.Count == 0 && !stored.AsSpan().SequenceEqual(_head.Digest))
        {
            _faults.Add(new ChainFault(ChainFaultKind.OtherHistory, number, actId, null));
        }

        // The link after it is judged by what is written here: one fault is one, not all that follow.
        (_number, _before) = (number, stored);
    }

    private int FindActsOutside() =>
        Find("""SELECT "Id" FROM "Acts" WHERE "Id" NOT IN (SELECT "ActId" FROM "ChainLinks")""", id => new ChainFault(ChainFaultKind.ActOutside, _number, id, null));

    // Every row has a version at its own revision, which the link of an act covers.
    private int FindRowsOutside(string table, long from) =>
        Find(
            $"""
            SELECT "Id" FROM "{table}" AS stored WHERE rowid >= {from} AND rowid < {from + Step}
              AND NOT EXISTS (SELECT 1 FROM "RowVersions" WHERE "RowId" = stored."Id" AND "RevisionAfter" = stored."Revision" AND "Table" = '{table}')
            """,
            id => new ChainFault(ChainFaultKind.RowOutside, _number, null, (table, id)));

    private int Find(string sql, Func<Guid, ChainFault> fault)
    {
        using SqliteCommand command = Command(sql);
        using SqliteDataReader found = command.ExecuteReader();
        while (found.Read())
        {
            _faults.Add(fault(ChainedActReader.IdOf(found[0])));
        }

        return _faults.Count;
    }

    private sealed record ReadLink(long Number, string? AtUtc, Guid ActId, byte[] Digest, ChainedAct? Act, IReadOnlyList<ReadRow> Rows);

    private long Number(string sql)
    {
        using SqliteCommand command = Command(sql);
        return command.ExecuteScalar() as long? ?? 0;
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names from the model and numbers, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>The result of verifying a chain.</summary>
/// <param name="Links">The number of the last link; 0 when there is none.</param>
/// <param name="Digest">The digest of the last link.</param>
/// <param name="Faults">What is not as it was written; empty when everything is.</param>
internal sealed record ChainAnswer(long Links, byte[] Digest, IReadOnlyList<ChainFault> Faults)
{
    /// <summary>The number of acts at the end that are known of and not there.</summary>
    public long Missing { get; init; }
}

/// <summary>Something that is not as it was written.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the link at which it was found.</param>
/// <param name="ActId">The act, where it is known.</param>
/// <param name="Row">The table and the row, where it is one that no link covers.</param>
internal sealed record ChainFault(ChainFaultKind Kind, long Number, Guid? ActId, (string Table, Guid Id)? Row);

/// <summary>What can be wrong with a chain.</summary>
internal enum ChainFaultKind
{
    /// <summary>A link is not there.</summary>
    LinkMissing,

    /// <summary>The chain ends before the last link that is known of (<see cref="JournalHead"/>).</summary>
    EndMissing,

    /// <summary>The chain holds together, and the link that is known of is another one.</summary>
    OtherHistory,

    /// <summary>The link, its act, a version of the act or a row that the act was the last to change is not as it was written.</summary>
    Changed,

    /// <summary>An act has no link.</summary>
    ActOutside,

    /// <summary>A row stands at a revision that no act gave it.</summary>
    RowOutside,
}
