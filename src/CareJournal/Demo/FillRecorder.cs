using System.Data.Common;
using CareJournal.Keeping;
using CareJournal.Search;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Demo;

/// <summary>Writes a whole invented practice in one transaction: all or nothing.</summary>
internal static class FillRecorder
{
    // The random stream of the ids, above those of all people.
    private const int IdStream = -1;
    private const int MatterIdStream = -2;

    // In KiB, as SQLite takes negative sizes: large enough that the indexes of the largest journal are not rewritten again and again.
    private const int CacheWhileFilling = -192_000;
    private const int UsualCache = -JournalPragmas.CacheKibibytes;

    public static DemoCounts Fill(JournalContext journal, byte[] chainKey, SyntheticCareer career, int seed)
    {
        if (journal.Patients.IgnoreQueryFilters().Any())
        {
            throw new InvalidOperationException("There is already somebody in this journal; only an empty one is filled with invented people.");
        }

        IReadOnlyList<DemoAct> acts = DemoAct.AllOf(career);
        journal.ChangeTracker.AutoDetectChangesEnabled = false;
        journal.Database.OpenConnection();
        try
        {
            SetCache(journal, CacheWhileFilling);
            using IDbContextTransaction transaction = journal.Database.BeginTransaction();
            DbTransaction inner = transaction.GetDbTransaction();
            using BulkRecorder rows = new(journal, inner);
            DemoRecorder recorder = new(journal, rows, career, new TimeOrderedIds(SeededStream.For(seed, IdStream)), new TimeOrderedIds(SeededStream.For(seed, MatterIdStream)));
            foreach (DemoAct act in acts)
            {
                recorder.Record(act);
            }

            SearchIndex.Rebuild(journal);
            RecordChain.AppendMissing(journal, chainKey, acts[^1].AtUtc);
            transaction.Commit();
            return new DemoCounts(
                career.People.Count,
                career.People.Sum(person => person.Visits.Count),
                career.People.Sum(person => person.Visits.Where(visit => visit.Status == VisitStatus.Held).Sum(visit => visit.Scores.Count)),
                acts.Count,
                recorder.RowCount);
        }
        finally
        {
            SetCache(journal, UsualCache);
            journal.Database.CloseConnection();
        }
    }

    private static void SetCache(JournalContext journal, int pages)
    {
        using DbCommand command = journal.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // A constant number, no input.
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA cache_size = {pages}; PRAGMA shrink_memory;");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
