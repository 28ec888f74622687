using CareJournal.Acts;
using CareJournal.Demo;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>The record chain covers every row, version and act; whatever is changed without the program is found.</summary>
public sealed class ChainTests
{
    private const string Today = "2026-11-22";

    [Fact]
    public async Task Every_save_ends_with_a_link_and_the_chain_of_a_whole_practice_verifies()
    {
        using TestJournal journal = TestJournal.Open(Today);
        await DemoJournal.FillAsync(journal.File, DemoSize.Demo, Day(Today));
        long before = journal.Ask<long>("SELECT MAX(Number) FROM ChainLinks");
        Assert.Equal(journal.Ask<long>("SELECT COUNT(*) FROM Acts"), before);

        Guid person = await PatientAsync(journal);
        SaveOutcome.Saved saved = IsSaved(await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-20"), Note = "une note" }));
        SaveOutcome.Saved undone = IsSaved(await journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(undone.ActId));

        ChainAnswer answer = Check(journal);
        Assert.Empty(answer.Faults);
        Assert.Equal(before + 4, answer.Links);
        Assert.Equal(ChainLink.DigestSize, answer.Digest.Length);
    }

    [Fact]
    public async Task A_row_has_one_digest_whether_it_is_read_from_its_table_or_written_as_a_version()
    {
        using TestJournal journal = TestJournal.Open(Today);
        await DemoJournal.FillAsync(journal.File, DemoSize.Demo, Day(Today));
        await using JournalContext context = journal.Context();
        using SqliteConnection connection = journal.Connection();
        HashSet<string> compared = [];
        foreach (StoredTable table in StoredTable.AllOf(context.Model))
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT Id, {table.Selection} FROM {table.Name} LIMIT 200";
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                var entry = await RowRegister.FindAsync(context, table.Name, new Guid((byte[])row[0], true));
                Assert.Equal(RowDigest.OfRead(RowDigest.Read(row, table, first: 1)), RowDigest.OfJson(RowJson.Write(entry.CurrentValues)));
                compared.Add(table.Name);
            }
        }

        Assert.Superset(new HashSet<string> { "Patients", "Visits", "Measures", "FlareUps", "Goals", "Closures", "Settings" }, compared);
    }

    [Theory]
    [InlineData("a text of a session", "UPDATE Visits SET Impression = 'un autre mot' WHERE rowid = 2")]
    [InlineData("a day of a session", "UPDATE Visits SET HeldOn = '2026-01-02' WHERE rowid = 1")]
    [InlineData("a number taken away", "UPDATE NextSteps SET Days = NULL WHERE rowid = 1")]
    [InlineData("a row put back to what it was", "UPDATE Visits SET Note = 'première', Revision = 1 WHERE rowid = 1")]
    [InlineData("a withdrawn row", "UPDATE Visits SET VoidedAtUtc = NULL WHERE VoidedAtUtc IS NOT NULL")]
    [InlineData("a name", "UPDATE Patients SET GivenName = 'Autre'")]
    [InlineData("an earlier text", "UPDATE RowVersions SET Before = replace(Before, 'premi', 'derni') WHERE Before LIKE '%premi%'")]
    [InlineData("an earlier text that is none", "UPDATE RowVersions SET Before = '{' WHERE Before IS NOT NULL")]
    [InlineData("the number of a version", "UPDATE RowVersions SET RevisionAfter = RevisionAfter + 1 WHERE _rowid_ = 3")]
    [InlineData("the act of a version", "UPDATE RowVersions SET ActId = (SELECT Id FROM Acts ORDER BY Id LIMIT 1) WHERE _rowid_ = 3")]
    [InlineData("a version taken away", "DELETE FROM RowVersions WHERE Before IS NOT NULL")]
    [InlineData("the reason of an act", "UPDATE Acts SET Reason = 'autre' WHERE Reason IS NOT NULL")]
    [InlineData("the time of an act", "UPDATE Acts SET AtUtc = '2026-11-21 08:00:00' WHERE rowid = 3")]
    [InlineData("the kind of an act that is none", "UPDATE Acts SET Kind = 'Nothing' WHERE rowid = 3")]
    [InlineData("an act taken away", "DELETE FROM Acts WHERE rowid = 3")]
    [InlineData("an act put in", "INSERT INTO Acts (Id, AtUtc, Kind) VALUES (randomblob(16), '2026-11-21 08:00:00', 'VisitLogged')")]
    [InlineData("a row put in", "INSERT INTO Closures (Id, \"From\", \"To\", Revision) VALUES (randomblob(16), '2026-01-01', '2026-01-02', 1)")]
    [InlineData("a row taken away", "DELETE FROM NextSteps WHERE rowid = 1")]
    [InlineData("the time of a link", "UPDATE ChainLinks SET AtUtc = '2026-11-21 08:00:00' WHERE Number = 2")]
    [InlineData("a link taken away", "DELETE FROM ChainLinks WHERE Number = 2")]
    [InlineData("the first link taken away", "DELETE FROM ChainLinks WHERE Number = 1")]
    [InlineData("the last link taken away", "DELETE FROM ChainLinks WHERE Number = (SELECT MAX(Number) FROM ChainLinks)")]
    [InlineData("two links for each other", "UPDATE ChainLinks SET ActId = (SELECT ActId FROM ChainLinks AS o WHERE o.Number = 5 - ChainLinks.Number) WHERE Number IN (2, 3)")]
    [InlineData("all links taken away", "DELETE FROM ChainLinks")]
    public async Task What_is_changed_without_the_program_is_found(string what, string sql)
    {
        using TestJournal journal = await WrittenAsync();
        Assert.Empty(Check(journal).Faults);

        using (SqliteConnection connection = journal.Connection())
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys = 0";
            command.ExecuteNonQuery();
            command.CommandText = sql;
            Assert.True(command.ExecuteNonQuery() > 0, $"Nothing was changed: {what}.");
        }

        Assert.NotEmpty(Check(journal).Faults);
    }

    [Fact]
    public async Task One_changed_note_is_one_fault_and_names_the_act_that_wrote_it_last()
    {
        using TestJournal journal = await WrittenAsync();
        journal.Run("UPDATE Visits SET Note = 'jamais écrite' WHERE rowid = 2");

        ChainFault fault = Assert.Single(Check(journal).Faults);
        Assert.Equal(ChainFaultKind.Changed, fault.Kind);
        Assert.Equal(journal.Ask<byte[]>("SELECT v.ActId FROM RowVersions v JOIN Visits s ON s.Id = v.RowId AND s.Revision = v.RevisionAfter WHERE s.rowid = 2"), fault.ActId!.Value.ToByteArray(true));
    }

    [Fact]
    public async Task A_link_that_was_computed_without_the_key_is_found()
    {
        using TestJournal journal = await WrittenAsync();
        await using (JournalContext context = journal.Context())
        {
            context.Database.OpenConnection();
            await context.Database.ExecuteSqlRawAsync("UPDATE Visits SET Note = 'jamais écrite' WHERE rowid = 2; DELETE FROM ChainLinks");
            RecordChain.AppendMissing(context, new byte[32], DateTime.UnixEpoch);
        }

        Assert.NotEmpty(Check(journal).Faults);
    }

    [Fact]
    public async Task A_draft_is_no_part_of_the_chain_and_a_refused_save_leaves_no_link()
    {
        using TestJournal journal = await WrittenAsync();
        long before = Check(journal).Links;
        Assert.IsType<SaveOutcome.Invalid>(await journal.Get<PatientRecorder>().RecordAsync(new PatientForm { GivenName = "", FamilyName = "" }));
        Assert.Equal(before, Check(journal).Links);
    }

    internal static ChainAnswer Check(TestJournal journal)
    {
        using JournalContext context = journal.Context();
        using SqliteConnection connection = journal.Connection();
        using ChainCheck check = new(connection, context.Model, journal.File.CopyChainKey());
        return check.Run();
    }

    // Two people, sessions that were changed and withdrawn, a pause of acts with a reason.
    private static async Task<TestJournal> WrittenAsync()
    {
        TestJournal journal = TestJournal.Open(Today);
        Guid person = await PatientAsync(journal);
        Guid first = await VisitAsync(journal, person, "2026-09-01", note: "première");
        await VisitAsync(journal, person, "2026-10-01", new NextStepForm { Kind = NextStepKind.Every, Days = 14 }, note: "deuxième");
        VisitForm form = await FormAsync(journal, first, "changée");
        form.ReasonForChange = "relue";
        IsSaved(await journal.Get<VisitRecorder>().RecordAsync(form));
        Guid third = await VisitAsync(journal, person, "2026-10-20");
        IsSaved(await journal.Get<VisitRecorder>().VoidAsync(third, (await FormAsync(journal, third)).Revision));
        return journal;
    }
}
