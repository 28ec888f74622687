using CareJournal.Decisions;
using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads what was decided about follow-ups today: the acts of the review, each with what it decided and about whom.</summary>
public sealed class AwayDayReader(IDbContextFactory<JournalContext> journals, ActReader acts, PatientNames names)
{
    private static readonly ActKind[] Kinds = [ActKind.AwayDecided, ActKind.NextStepSaid, ActKind.PatientClosed, ActKind.ReviewRecorded];

    /// <summary>Reads the acts of today that still stand, newest first.</summary>
    /// <param name="most">The largest number of acts to read.</param>
    public async Task<IReadOnlyList<AwayDayAct>> ReadAsync(int most)
    {
        ActAnswer[] done = [.. (await acts.ReadTodayAsync(Kinds, most)).Where(act => !act.Undone)];
        Guid[] ids = [.. done.Select(act => act.Id)];
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var decisions = await journal.RowVersions
            .Where(version => ids.Contains(version.ActId))
            .Join(journal.AwayDecisions, version => version.RowId, decision => decision.Id, (version, decision) => new { version.ActId, Decision = decision })
            .AsNoTracking()
            .ToListAsync();
        ILookup<Guid, AwayDecision> decided = decisions.ToLookup(row => row.ActId, row => row.Decision);
        return [.. done.Select(act => new AwayDayAct(act, decided[act.Id].FirstOrDefault(), [.. People(act, decided[act.Id])]))];
    }

    private IEnumerable<PatientName> People(ActAnswer act, IEnumerable<AwayDecision> decided) =>
        (act.PatientId is { } one ? [one] : decided.Select(decision => decision.PatientId)).Distinct().Select(names.Of).OfType<PatientName>();
}

/// <summary>An act of the review.</summary>
/// <param name="Act">The act.</param>
/// <param name="Decision">What was decided, for an act that is a decision; of several people the first one's, which is like the others.</param>
/// <param name="People">The people whom it was about.</param>
public sealed record AwayDayAct(ActAnswer Act, AwayDecision? Decision, IReadOnlyList<PatientName> People);
