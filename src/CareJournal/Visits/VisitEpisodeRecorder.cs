using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Visits;

/// <summary>Puts a held visit into a period of follow-up, and takes it out again.</summary>
internal static class VisitEpisode
{
    /// <summary>Joins the neighbour's period by the rule, continues the last one, or opens a new one.</summary>
    public static async Task JoinAsync(JournalContext journal, Visit visit, EpisodeChoice choice)
    {
        var others = await journal.Visits
            .Where(other => other.PatientId == visit.PatientId && other.Status == VisitStatus.Held && other.Id != visit.Id)
            .Select(other => new { other.HeldOn, other.EpisodeId })
            .ToListAsync();
        List<Agreement> agreements = await CourseReader.AgreementsAsync(journal, visit.PatientId);
        int threshold = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync();
        VisitCourse course = VisitCourse.Create([visit.HeldOn, .. others.Select(other => other.HeldOn)], agreements, threshold);

        Guid? joined = choice switch
        {
            EpisodeChoice.OpenNew => null,
            EpisodeChoice.ContinueLast => others.Where(other => other.HeldOn <= visit.HeldOn).MaxBy(other => other.HeldOn)?.EpisodeId,
            _ => EpisodeJoining.Find(visit.HeldOn, course, others.Select(other => (other.HeldOn, other.EpisodeId))),
        };

        EpisodeOfCare? episode = joined is { } id ? await journal.KnownAsync<EpisodeOfCare>(id) : null;
        if (episode?.ClosedOn < visit.HeldOn)
        {
            if (choice == EpisodeChoice.ContinueLast)
            {
                episode.Reopen();
            }
            else
            {
                episode = null;
            }
        }

        if (episode is null)
        {
            episode = new EpisodeOfCare { PatientId = visit.PatientId };
            episode.Describe(new EpisodeForm
            {
                Id = episode.Id,
                PatientId = visit.PatientId,
                Revision = 0,
                OpenedBecause = others.Exists(other => other.HeldOn <= visit.HeldOn) ? OpenedBecause.NotSaid : OpenedBecause.FirstContact,
            });
            journal.Add(episode);
        }

        visit.EpisodeId = episode.Id;
    }

    /// <summary>Whether the visit's day lies after its period was closed: a closed period is never extended.</summary>
    public static async Task<bool> HasOutlivedAsync(JournalContext journal, Visit visit) =>
        visit.EpisodeId is { } id && (await journal.KnownAsync<EpisodeOfCare>(id))?.ClosedOn < visit.HeldOn;

    /// <summary>Declares periods entered in error whose last visit leaves them by the changes under way.</summary>
    public static async Task VoidEmptiedAsync(JournalContext journal)
    {
        EntityEntry<Visit>[] changed = [.. journal.ChangeTracker.Entries<Visit>().Where(entry => entry.State == EntityState.Modified)];
        Guid[] ids = [.. changed.Select(entry => entry.Entity.Id)];
        foreach (Guid left in changed.Select(entry => entry.OriginalValues.GetValue<Guid?>(nameof(Visit.EpisodeId))).OfType<Guid>().Distinct())
        {
            bool kept = Array.Exists(changed, entry => entry.Entity.EpisodeId == left && entry.Entity.VoidedAtUtc is null)
                || await journal.Visits.AnyAsync(other => other.EpisodeId == left && !ids.Contains(other.Id));
            if (!kept && await journal.KnownAsync<EpisodeOfCare>(left) is { } episode)
            {
                episode.Void(journal.CurrentAct!.AtUtc);
            }
        }
    }

    /// <summary>Takes a visit out of its period; a period that loses its last visit is declared entered in error.</summary>
    public static async Task LeaveAsync(JournalContext journal, Visit visit)
    {
        Guid? left = visit.EpisodeId;
        visit.EpisodeId = null;
        bool empty = left is not null && !await journal.Visits.AnyAsync(other => other.EpisodeId == left && other.Id != visit.Id);
        if (empty && await journal.KnownAsync<EpisodeOfCare>(left!.Value) is { } episode)
        {
            episode.Void(journal.CurrentAct!.AtUtc);
        }
    }
}
