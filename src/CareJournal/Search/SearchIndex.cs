using System.Data.Common;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Search;

/// <summary>
/// Writes the full-text index (SQLite FTS5) over the texts of the record. It lies inside the encrypted file and is written in the transaction of each save.
/// It contains folded words and no text, and nothing that could not be derived from the record again. <c>SearchEntries</c> tells whose text has which number,
/// <c>SearchTexts</c> has the words, and <c>SearchTerms</c> lists them, for the themes. A theme is a word that begins with #; an emoji is a word too.
/// </summary>
/// <remarks>Whoever changes <see cref="FoldedText"/> raises <see cref="JournalSchema.Version"/>: the upgrade writes the index anew.</remarks>
internal static class SearchIndex
{
    /// <summary>Writes the whole index anew, in the order in which the rows were entered. Slow on a large journal.</summary>
    /// <param name="journal">The journal; if it is in a transaction, the caller commits it.</param>
    public static void Rebuild(JournalContext journal)
    {
        IReadOnlyList<SearchedTable> tables = SearchedTable.Of(journal.Model);
        journal.Database.OpenConnection();

        // In one transaction: each row by itself would wait for the disk.
        using IDbContextTransaction? transaction = journal.Database.CurrentTransaction is null ? journal.Database.BeginTransaction() : null;
        try
        {
            Run(journal, "DELETE FROM \"SearchEntries\"; INSERT INTO \"SearchTexts\"(\"SearchTexts\") VALUES('delete-all');");
            string rows = string.Join(" UNION ALL ", tables.Select(table =>
                $"SELECT \"Id\", \"{table.Person}\", '{table.Table}' FROM \"{table.Table}\" WHERE {RecordedRowConfiguration.NotVoided} AND coalesce({Quoted(table.Columns)}, NULL) IS NOT NULL"));
            Run(journal, $"INSERT INTO \"SearchEntries\" (\"RowId\", \"PatientId\", \"TableName\") SELECT * FROM ({rows}) ORDER BY 1");
            foreach (SearchedTable table in tables)
            {
                Fill(journal, table);
            }

            Run(journal, "INSERT INTO \"SearchTexts\"(\"SearchTexts\") VALUES('optimize')");
            transaction?.Commit();
        }
        finally
        {
            journal.Database.CloseConnection();
        }
    }

    /// <summary>Writes a row that is new or changed into the index, or removes it.</summary>
    /// <param name="journal">The journal, with its connection open.</param>
    /// <param name="table">The table of the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="person">The person whose record it is in.</param>
    /// <param name="texts">Its texts, in the order of the table; <c>null</c> for a row that was declared entered in error.</param>
    public static void Write(JournalContext journal, SearchedTable table, Guid row, Guid person, IReadOnlyList<string?>? texts)
    {
        if (texts is null || texts.All(string.IsNullOrWhiteSpace))
        {
            Run(journal, "DELETE FROM \"SearchTexts\" WHERE rowid = (SELECT \"Number\" FROM \"SearchEntries\" WHERE \"RowId\" = $row)", ("$row", Bytes(row)));
            Run(journal, "DELETE FROM \"SearchEntries\" WHERE \"RowId\" = $row", ("$row", Bytes(row)));
            return;
        }

        Run(
            journal,
            """
            INSERT INTO "SearchEntries" ("RowId", "PatientId", "TableName") VALUES ($row, $person, $table)
            ON CONFLICT ("RowId") DO UPDATE SET "PatientId" = excluded."PatientId"
            """,
            ("$row", Bytes(row)),
            ("$person", Bytes(person)),
            ("$table", table.Table));
        Run(
            journal,
            "INSERT OR REPLACE INTO \"SearchTexts\" (rowid, A, B, C, D) VALUES ((SELECT \"Number\" FROM \"SearchEntries\" WHERE \"RowId\" = $row), $t0, $t1, $t2, $t3)",
            [("$row", Bytes(row)), .. Parameters(texts)]);
    }

    /// <summary>Returns a text as it is indexed: folded, and each theme also as the word that it is.</summary>
    public static string Indexed(string? text)
    {
        string[] parts = FoldedText.Fold(text).Split(TextThemes.Sign);
        return string.Concat(parts.Select((part, place) => place == 0 ? part : $"{TextThemes.Sign}{TextThemes.BeginningOf(part)} {part}"));
    }

    private static void Fill(JournalContext journal, SearchedTable table)
    {
        using DbCommand read = Command(journal, $"""
            SELECT "SearchEntries"."Number", {Quoted(table.Columns)} FROM "SearchEntries" JOIN "{table.Table}" ON "{table.Table}"."Id" = "SearchEntries"."RowId"
            WHERE "TableName" = '{table.Table}' ORDER BY 1
            """);
        using DbCommand write = Command(journal, "INSERT INTO \"SearchTexts\" (rowid, A, B, C, D) VALUES ($number, $t0, $t1, $t2, $t3)");
        using DbDataReader reader = read.ExecuteReader();
        while (reader.Read())
        {
            write.Parameters.Clear();
            Add(write, ("$number", reader.GetInt64(0)));
            foreach ((string, object) parameter in Parameters([.. Enumerable.Range(1, table.Columns.Count).Select(column => reader.IsDBNull(column) ? null : reader.GetString(column))]))
            {
                Add(write, parameter);
            }

            write.ExecuteNonQuery();
        }
    }

    private static IEnumerable<(string Name, object Value)> Parameters(IReadOnlyList<string?> texts) =>
        Enumerable.Range(0, SearchedTable.MostTexts).Select(place => ($"$t{place}", (object)Indexed(place < texts.Count ? texts[place] : null)));

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    // As the file has it: EF stores ids big-endian, so that they are in the order of entry.
    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static void Run(JournalContext journal, string sql, params (string Name, object Value)[] parameters)
    {
        using DbCommand command = Command(journal, sql);
        foreach ((string, object) parameter in parameters)
        {
            Add(command, parameter);
        }

        command.ExecuteNonQuery();
    }

    private static DbCommand Command(JournalContext journal, string sql)
    {
        DbCommand command = journal.Database.GetDbConnection().CreateCommand();
        command.Transaction = journal.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names from the model, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }

    private static void Add(DbCommand command, (string Name, object Value) parameter)
    {
        DbParameter added = command.CreateParameter();
        (added.ParameterName, added.Value) = parameter;
        command.Parameters.Add(added);
    }
}
