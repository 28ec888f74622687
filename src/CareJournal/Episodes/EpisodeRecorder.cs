using CareJournal.Drafts;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Episodes;

/// <summary>Records periods of follow-up: open, continue, name, close, reopen. Nothing changes by itself.</summary>
public sealed class EpisodeRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Names and describes a period.</summary>
    public Task<SaveOutcome> DescribeAsync(EpisodeForm form) =>
        ChangeAsync(ActKind.EpisodeDescribed, form.Id, form.Revision, (_, episode) => Task.FromResult(episode.Describe(form)), form.DraftId);

    /// <summary>Closes a period; never before its last held visit, never after today.</summary>
    public Task<SaveOutcome> CloseAsync(Guid episodeId, int revision, DateOnly on) =>
        ChangeAsync(ActKind.EpisodeClosed, episodeId, revision, async (journal, episode) =>
            episode.Close(on, await VisitsOf(journal, episodeId).MaxAsync(visit => visit.HeldOn), clock.Today));

    /// <summary>Reopens a closed period.</summary>
    public Task<SaveOutcome> ReopenAsync(Guid episodeId, int revision) =>
        ChangeAsync(ActKind.EpisodeReopened, episodeId, revision, (_, episode) =>
        {
            episode.Reopen();
            return Task.FromResult<IReadOnlyList<Problem>>([]);
        });

    /// <summary>Opens a new period at a visit, which moves into it with the later visits of its period.</summary>
    public Task<SaveOutcome> OpenAtAsync(Guid visitId) =>
        writer.WriteAsync(ActKind.EpisodeOpened, null, async journal =>
        {
            if (await journal.FindRecordedAsync<Visit>(visitId) is not { EpisodeId: { } from } visit)
            {
                return new SaveOutcome.NotFound();
            }

            List<Visit> all = await VisitsOf(journal, from).ToListAsync();
            List<Visit> moved = [.. all.Where(other => other.HeldOn >= visit.HeldOn)];
            if (moved.Count == all.Count)
            {
                return new SaveOutcome.Saved(from, Guid.Empty);
            }

            EpisodeOfCare opened = new() { PatientId = visit.PatientId };
            journal.Add(opened);
            moved.ForEach(other => other.EpisodeId = opened.Id);
            return new SaveOutcome.Saved(opened.Id, Guid.Empty);
        });

    /// <summary>Continues the period before: all visits of this visit's period join it, and the emptied one is removed.</summary>
    public Task<SaveOutcome> ContinueAsync(Guid visitId) =>
        writer.WriteAsync(ActKind.EpisodeContinued, null, async journal =>
        {
            if (await journal.FindRecordedAsync<Visit>(visitId) is not { EpisodeId: { } from } visit)
            {
                return new SaveOutcome.NotFound();
            }

            List<Visit> moved = await VisitsOf(journal, from).ToListAsync();
            DateOnly first = moved.Min(other => other.HeldOn);
            Guid? before = await journal.Visits
                .Where(other => other.PatientId == visit.PatientId && other.Status == VisitStatus.Held && other.EpisodeId != from && other.HeldOn <= first)
                .OrderByDescending(other => other.HeldOn)
                .Select(other => other.EpisodeId)
                .FirstOrDefaultAsync();
            if (before is not { } into || await journal.FindRecordedAsync<EpisodeOfCare>(into) is not { } continued)
            {
                return new SaveOutcome.NotFound();
            }

            moved.ForEach(other => other.EpisodeId = into);
            continued.Reopen();
            (await journal.FindRecordedAsync<EpisodeOfCare>(from))?.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(into, Guid.Empty);
        });

    /// <summary>Moves one held visit to another period of the same person; a closed one is reopened where the visit is after its end, an emptied one is removed.</summary>
    public Task<SaveOutcome> MoveVisitAsync(Guid visitId, Guid toEpisodeId) =>
        writer.WriteAsync(ActKind.EpisodeVisitMoved, null, async journal =>
        {
            if (await journal.FindRecordedAsync<Visit>(visitId) is not { EpisodeId: not null } visit
                || await journal.FindRecordedAsync<EpisodeOfCare>(toEpisodeId) is not { } into
                || into.PatientId != visit.PatientId)
            {
                return new SaveOutcome.NotFound();
            }

            if (visit.EpisodeId != toEpisodeId)
            {
                await VisitEpisode.LeaveAsync(journal, visit);
                visit.EpisodeId = toEpisodeId;
                if (into.ClosedOn < visit.HeldOn)
                {
                    into.Reopen();
                }
            }

            return new SaveOutcome.Saved(toEpisodeId, Guid.Empty);
        });

    private static IQueryable<Visit> VisitsOf(JournalContext journal, Guid episodeId) =>
        journal.Visits.Where(visit => visit.EpisodeId == episodeId && visit.Status == VisitStatus.Held);

    private Task<SaveOutcome> ChangeAsync(
        ActKind kind, Guid episodeId, int revision, Func<JournalContext, EpisodeOfCare, Task<IReadOnlyList<Problem>>> change, Guid? draftId = null) =>
        writer.WriteAsync(kind, null, async journal =>
        {
            if (await journal.SavedBeforeAsync<EpisodeOfCare>(draftId) is { } before)
            {
                return before;
            }

            if (await journal.FindRecordedAsync<EpisodeOfCare>(episodeId) is not { } episode)
            {
                return new SaveOutcome.NotFound();
            }

            if (episode.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            IReadOnlyList<Problem> problems = await change(journal, episode);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            await journal.EndDraftAsync(draftId);
            return new SaveOutcome.Saved(episodeId, Guid.Empty);
        });
}
