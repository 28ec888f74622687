using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Today;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>With many writers and readers at once each save is whole, each count exact, and nobody ever gets "locked".</summary>
public sealed class WriterGateTests
{
    private const int Writers = 8;
    private const int VisitsEach = 12;

    [Fact]
    public async Task Eight_writers_readers_and_a_copy_at_once_see_every_save_and_never_a_lock()
    {
        using TestJournal journal = TestJournal.Open();
        string stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;
        Guid[] people = [.. await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => PatientAsync(journal, $"Exemple{number}")))];
        using CancellationTokenSource written = new();
        Task[] readers = [.. Enumerable.Range(0, 3).Select(number => Task.Run(() => ReadAsync(journal, people[number], written.Token)))];
        Task<CopyOutcome> copying = Task.Run(() => journal.Get<JournalCopier>().CopyAsync(stick));
        await Task.WhenAll(people.Select(person => Task.Run(() => WriteAsync(journal, person))));
        Assert.IsType<CopyOutcome.Verified>(await copying);
        await written.CancelAsync();
        await Task.WhenAll(readers);

        foreach (Guid person in people)
        {
            Assert.Equal(VisitsEach, (await journal.Get<TimelineReader>().ReadAsync(person))!.Held.Count);
            Assert.Equal(VisitsEach, journal.FactsOf(person)!.HeldOn.Count);
        }

        Assert.Equal(Writers * VisitsEach, journal.Ask<long>("SELECT COUNT(*) FROM \"Visits\""));
        Assert.Equal(Writers, journal.Get<PatientNames>().All().Count);
        Assert.Equal("ok", journal.Ask<string>("PRAGMA integrity_check"));
        Directory.Delete(stick, recursive: true);
    }

    private static async Task WriteAsync(TestJournal journal, Guid person)
    {
        for (int number = 0; number < VisitsEach; number++)
        {
            VisitForm form = new() { PatientId = person, HeldOn = Day("2026-01-05").AddDays(7 * number), Note = $"séance {number}" };
            Assert.IsType<SaveOutcome.Saved>(await journal.Get<VisitRecorder>().RecordAsync(form));
        }
    }

    private static async Task ReadAsync(TestJournal journal, Guid person, CancellationToken written)
    {
        int seen = 0;
        while (!written.IsCancellationRequested)
        {
            int held = (await journal.Get<TimelineReader>().ReadAsync(person))!.Held.Count;
            Assert.InRange(held, seen, VisitsEach);
            seen = held;
            await journal.Get<TodayReader>().ReadAsync();
        }
    }
}
