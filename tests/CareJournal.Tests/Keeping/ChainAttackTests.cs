using System.Globalization;
using CareJournal.NextSteps;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>
/// Attacks on the record by somebody who has the key of the file: each random edit, deletion, insertion, swap, cut end and older file is found. <c>CAREJOURNAL_ATTACKS</c> asks for
/// more than <see cref="Usual"/> of each kind; <c>CAREJOURNAL_SEED</c> draws others.
/// </summary>
public sealed class ChainAttackTests : IAsyncLifetime
{
    private const int Usual = 20;

    private static readonly string[] Recorded = ["Patients", "Visits", "NextSteps", "Settings"];
    private static readonly string[] Covered = [.. Recorded, "RowVersions", "Acts", "ChainLinks"];

    private readonly TestJournal _journal = TestJournal.Open();
    private readonly List<byte[]> _states = [];
    private byte[] _head = [];

    private static int Attacks => Environment.GetEnvironmentVariable("CAREJOURNAL_ATTACKS") is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : Usual;

    private static int Seed => Environment.GetEnvironmentVariable("CAREJOURNAL_SEED") is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 20261201;

    // A record with changes and withdrawals, and the file as it was after each few acts.
    public async Task InitializeAsync()
    {
        Random chance = new(1);
        for (int person = 0; person < 3; person++)
        {
            Guid id = await PatientAsync(_journal, $"Personne{person}");
            for (int month = 1; month <= 4; month++)
            {
                Guid visit = await VisitAsync(_journal, id, $"2026-{month:00}-{1 + chance.Next(28):00}", new NextStepForm { Kind = NextStepKind.Every, Days = 14 + month }, note: $"note {person} {month}");
                if (month % 2 == 0)
                {
                    VisitForm form = await FormAsync(_journal, visit, $"relue {person} {month}");
                    form.ReasonForChange = "relue";
                    IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form));
                }
            }

            Keep();
        }

        _head = await File.ReadAllBytesAsync(_journal.File.Folder.HeadPath);
    }

    public Task DisposeAsync()
    {
        _journal.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("delete")]
    [InlineData("insert")]
    [InlineData("swap")]
    [InlineData("cut")]
    [InlineData("roll back")]
    public async Task Every_attack_is_found(string kind)
    {
        Random chance = new(Seed + kind.Length);
        List<string> unseen = [];
        for (int turn = 0; turn < Attacks; turn++)
        {
            await PutBackAsync(kind == "roll back" ? _states[chance.Next(_states.Count - 1)] : _states[^1]);
            string done = kind == "roll back" ? "older file" : Attack(kind, chance);
            if (!await IsFoundAsync())
            {
                unseen.Add(done);
            }
        }

        Assert.Empty(unseen);
    }

    [Fact]
    public async Task Nothing_is_found_where_nobody_attacked()
    {
        await PutBackAsync(_states[^1]);
        Assert.False(await IsFoundAsync());
    }

    // At the unlock, or else by the check. References that lead nowhere are damage for it.
    private async Task<bool> IsFoundAsync()
    {
        _journal.File.Lock();
        if (_journal.File.Unlock(TestJournal.Passphrase) is UnlockOutcome.Doubtful)
        {
            return true;
        }

        Assert.Equal(JournalState.Open, _journal.File.State);
        return await _journal.Get<JournalCheck>().RunAsync() is CheckAnswer.Changed or CheckAnswer.Damaged;
    }

    private string Attack(string kind, Random chance)
    {
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        if (kind == "cut")
        {
            int acts = 1 + chance.Next(8);
            HeadTests.Cut(_journal, acts);
            return $"the last {acts} acts";
        }

        using SqliteConnection connection = _journal.Connection();
        Run(connection, "PRAGMA foreign_keys = 0");
        IReadOnlyDictionary<string, IReadOnlyList<string>> tables = JournalDigest.TablesOf(connection);
        while (true)
        {
            string table = kind == "insert" ? Recorded[chance.Next(Recorded.Length)] : Covered[chance.Next(Covered.Length)];
            string[] columns = [.. tables[table]];
            string column = columns[chance.Next(columns.Length)];
            if (table == "RowVersions" && column == "Id")
            {
                continue; // Nothing leads to this id, and nobody is shown it.
            }

            string sql = kind switch
            {
                "edit" => $"UPDATE \"{table}\" SET \"{column}\" = {Another(column, chance)} WHERE rowid = (SELECT rowid FROM \"{table}\" ORDER BY rowid LIMIT 1 OFFSET {chance.Next(40)} % (SELECT COUNT(*) FROM \"{table}\"))",
                "delete" => $"DELETE FROM \"{table}\" WHERE rowid = (SELECT rowid FROM \"{table}\" ORDER BY rowid LIMIT 1 OFFSET {chance.Next(40)} % (SELECT COUNT(*) FROM \"{table}\"))",
                "insert" => $"INSERT INTO \"{table}\" ({List(columns)}) SELECT {List(columns, "randomblob(16)")} FROM \"{table}\" LIMIT 1 OFFSET {chance.Next(40)} % (SELECT COUNT(*) FROM \"{table}\")",
                _ => Swap(connection, table, column, chance),
            };
            string before = State(connection);
            try
            {
                Run(connection, sql);
            }
            catch (SqliteException refused) when (refused.SqliteErrorCode is 19 or 20)
            {
                continue; // Two rows of one number, or a number that is none: SQLite refuses them.
            }

            if (State(connection) != before)
            {
                return sql;
            }
        }
    }

    // The values of one column of two rows change places. "rowid" would be the column RowId where a table has one.
    private static string Swap(SqliteConnection connection, string table, string column, Random chance)
    {
        long rows = Number(connection, $"SELECT COUNT(*) FROM \"{table}\"");
        (long one, long other) = (Number(connection, $"SELECT _rowid_ FROM \"{table}\" LIMIT 1 OFFSET {chance.NextInt64(rows)}"), Number(connection, $"SELECT _rowid_ FROM \"{table}\" LIMIT 1 OFFSET {chance.NextInt64(rows)}"));
        return $"UPDATE \"{table}\" SET \"{column}\" = (SELECT o.\"{column}\" FROM \"{table}\" AS o WHERE o._rowid_ = {one} + {other} - \"{table}\"._rowid_) WHERE _rowid_ IN ({one}, {other})";
    }

    private static string Another(string column, Random chance) => chance.Next(4) switch
    {
        0 => "NULL",
        1 => $"'{column} {chance.Next()}'",
        2 => $"\"{column}\" || 'x'",
        _ => chance.Next(1000).ToString(CultureInfo.InvariantCulture),
    };

    private static string List(string[] columns, string? id = null) => string.Join(", ", columns.Select(column => id is not null && column == "Id" ? id : $"\"{column}\""));

    // Everything that the chain covers, so that an attack that changed nothing is none.
    private static string State(SqliteConnection connection) => JournalDigest.Of(connection).ToString();

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Keep()
    {
        _journal.File.Lock();
        _states.Add(File.ReadAllBytes(_journal.File.Folder.DatabasePath));
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
    }

    private async Task PutBackAsync(byte[] state)
    {
        _journal.File.Lock();
        await File.WriteAllBytesAsync(_journal.File.Folder.DatabasePath, state);
        await File.WriteAllBytesAsync(_journal.File.Folder.HeadPath, _head);
    }
}
