using System.Text.Json;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Keeping;

/// <summary>Records that a journal was put in the place of another one.</summary>
internal static class RestoreNote
{
    /// <summary>Writes the act and its link, and removes the note. Where the disk does not allow it, the note stays for the next unlock.</summary>
    public static void Record(JournalFolder folder, DbContextOptions<JournalContext> options, byte[] chainKey, DateTime nowUtc)
    {
        try
        {
            RestoreOrder order = JsonSerializer.Deserialize<RestoreOrder>(File.ReadAllBytes(folder.RestoredPath))!;
            using JournalContext journal = new(options);
            using (IDbContextTransaction transaction = journal.Database.BeginTransaction())
            {
                Act act = new() { AtUtc = nowUtc, Kind = ActKind.CopyRestored, Detail = order.Detail };
                journal.Acts.Add(act);
                journal.SaveChanges();
                RecordChain.AppendMissing(journal, chainKey, nowUtc, act.Id);
                transaction.Commit();
            }

            File.Delete(folder.RestoredPath);
        }
        catch (Exception exception) when (exception is JsonException || StorageFaults.Of(exception) is not null)
        {
            // The journal opens all the same; the note is read again then.
        }
    }
}
