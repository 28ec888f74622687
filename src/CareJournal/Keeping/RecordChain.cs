using CareJournal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Keeping;

/// <summary>Appends links to the record chain, in the transaction of the acts they are about.</summary>
internal static class RecordChain
{
    /// <summary>Appends the link of an act whose rows were saved by this context and are still tracked in it, and saves it.</summary>
    /// <param name="journal">The context of the act, in its transaction.</param>
    /// <param name="key">The key of the chain.</param>
    /// <param name="act">The act, saved.</param>
    /// <returns>The link, which is the head of the journal once the transaction is committed.</returns>
    public static async Task<ChainLink> AppendAsync(JournalContext journal, byte[] key, Act act)
    {
        long number = (await journal.ChainLinks.MaxAsync(link => (long?)link.Number) ?? 0) + 1;
        byte[]? before = await journal.ChainLinks.Where(link => link.Number == number - 1).Select(link => link.Digest).FirstOrDefaultAsync();
        using ChainDigest digest = new(key);
        ChainLink link = new()
        {
            Number = number,
            AtUtc = act.AtUtc,
            ActId = act.Id,
            Digest = digest.Of(number, before ?? ChainDigest.Beginning, StoredInstant.TextOf(act.AtUtc), ChainedAct.Of(act), RowsOf(journal, act)),
        };
        journal.ChainLinks.Add(link);
        await journal.SaveChangesAsync();
        return link;
    }

    /// <summary>Appends links for all acts that have none, in their order: those of a journal from before there was a chain, or of one that was filled at once.</summary>
    /// <param name="journal">The context; it is put into a transaction of its own unless it is in one.</param>
    /// <param name="key">The key of the chain.</param>
    /// <param name="nowUtc">The time of the links.</param>
    /// <param name="only">The one act that may get a link, where another one without a link is a fault.</param>
    public static void AppendMissing(JournalContext journal, byte[] key, DateTime nowUtc, Guid? only = null)
    {
        journal.Database.OpenConnection();
        using IDbContextTransaction? transaction = journal.Database.CurrentTransaction is null ? journal.Database.BeginTransaction() : null;
        SqliteConnection connection = (SqliteConnection)journal.Database.GetDbConnection();
        using ChainedActReader acts = new(connection, journal.Model);
        using ChainDigest digest = new(key);
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = """INSERT INTO "ChainLinks" ("Number", "AtUtc", "ActId", "Digest") VALUES ($number, $at, $act, $digest)""";
        SqliteParameter numberOf = insert.Parameters.Add("$number", SqliteType.Integer);
        insert.Parameters.AddWithValue("$at", StoredInstant.TextOf(nowUtc));
        SqliteParameter actOf = insert.Parameters.Add("$act", SqliteType.Blob);
        SqliteParameter digestOf = insert.Parameters.Add("$digest", SqliteType.Blob);

        (long number, byte[] before) = LastOf(connection);
        foreach (Guid[] part in WithoutLink(connection).Where(id => only is null || id == only).Chunk(ChainedActReader.AtOnce))
        {
            var read = acts.Read(part);
            foreach (Guid actId in part)
            {
                number++;
                before = digest.Of(number, before, StoredInstant.TextOf(nowUtc), read[actId].Act, [.. read[actId].Rows.Select(row => row.Digested())]);
                (numberOf.Value, actOf.Value, digestOf.Value) = (number, actId.ToByteArray(true), before);
                insert.ExecuteNonQuery();
            }
        }

        transaction?.Commit();
        journal.Database.CloseConnection();
    }

    private static (long Number, byte[] Digest) LastOf(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """SELECT "Number", "Digest" FROM "ChainLinks" ORDER BY "Number" DESC LIMIT 1""";
        using SqliteDataReader last = command.ExecuteReader();
        return last.Read() ? (last.GetInt64(0), (byte[])last[1]) : (0, ChainDigest.Beginning);
    }

    private static List<Guid> WithoutLink(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """SELECT "Id" FROM "Acts" WHERE "Id" NOT IN (SELECT "ActId" FROM "ChainLinks") ORDER BY "AtUtc", "Id" """;
        using SqliteDataReader act = command.ExecuteReader();
        List<Guid> ids = [];
        while (act.Read())
        {
            ids.Add(ChainedActReader.IdOf(act[0]));
        }

        return ids;
    }

    private static List<ChainedRow> RowsOf(JournalContext journal, Act act)
    {
        RowVersion[] versions = [.. journal.ChangeTracker.Entries<RowVersion>().Select(entry => entry.Entity).Where(version => version.ActId == act.Id)];
        Dictionary<(Guid, int), string?> found = versions.ToDictionary(version => (version.RowId, version.RevisionAfter - 1), version => version.Before);
        Dictionary<Guid, EntityEntry<RecordedRow>> rows = journal.ChangeTracker.Entries<RecordedRow>().ToDictionary(entry => entry.Entity.Id);
        return
        [
            .. from version in versions
               // A row may be saved twice in one act: the first time left what the second time found.
               let after = found.GetValueOrDefault((version.RowId, version.RevisionAfter)) ?? RowJson.Write(rows[version.RowId].CurrentValues)
               select new ChainedRow(version.Table, version.RowId, version.RevisionAfter, RowDigest.OfJson(after)),
        ];
    }
}
