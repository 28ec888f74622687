using CareJournal.Episodes;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Visits;

/// <summary>Adds a held visit to a period of follow-up, and removes it again.</summary>
internal static class VisitEpisode
{
    /// <summary>Joins the neighbour's period by the rule, continues the last one, or opens a new one.</summary>
    /// <param name="journal">The context of the act.</param>
    /// <param name="visit">The held visit.</param>
    /// <param name="choice">What the practitioner chose.</param>
    /// <param name="title">The title of a period that has none yet.</param>
    public static async Task JoinAsync(JournalContext journal, Visit visit, EpisodeChoice choice, string? title = null)
    {
        var others = await journal.Visits
            .Where(other => other.PatientId == visit.PatientId && other.Status == VisitStatus.Held && other.Id != visit.Id)
            .Select(other => new { other.HeldOn, other.EpisodeId })
            .ToListAsync();
        List<Agreement> agreements = await CourseReader.AgreementsAsync(journal, visit.PatientId);
        int threshold = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync();
        VisitCourse course = VisitCourse.Create([visit.HeldOn, .. others.Select(other => other.HeldOn)], agreements, threshold);

        Guid? joined = EpisodeJoining.Choose(choice, visit.HeldOn, course, others.Select(other => (other.HeldOn, other.EpisodeId)));
        EpisodeOfCare? episode = joined is { } id ? await journal.FindRecordedAsync<EpisodeOfCare>(id) : null;
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
            episode = Open(visit.PatientId, Guid.CreateVersion7(), isFirstOfAll: !others.Exists(other => other.HeldOn <= visit.HeldOn));
            journal.Add(episode);
        }

        episode.NameIfUntitled(title);
        visit.EpisodeId = episode.Id;
    }

    /// <summary>Creates the period that a visit opens.</summary>
    /// <param name="patientId">The person.</param>
    /// <param name="id">The period's id.</param>
    /// <param name="isFirstOfAll">Whether no visit was held before: it is the first contact.</param>
    /// <param name="title">Its title, of at most a line, if it has one.</param>
    public static EpisodeOfCare Open(Guid patientId, Guid id, bool isFirstOfAll, string? title = null)
    {
        EpisodeOfCare episode = new() { Id = id, PatientId = patientId };
        episode.Describe(new EpisodeForm { Id = id, PatientId = patientId, Revision = 0, Title = title, OpenedBecause = isFirstOfAll ? OpenedBecause.FirstContact : OpenedBecause.NotSaid });
        return episode;
    }

    /// <summary>Whether the visit's day is after its period was closed: a closed period is never extended.</summary>
    public static async Task<bool> HasOutlivedAsync(JournalContext journal, Visit visit) =>
        visit.EpisodeId is { } id && (await journal.FindRecordedAsync<EpisodeOfCare>(id))?.ClosedOn < visit.HeldOn;

    /// <summary>Declares periods entered in error whose last visit the current changes remove.</summary>
    public static async Task VoidEmptiedAsync(JournalContext journal)
    {
        EntityEntry<Visit>[] changed = [.. journal.ChangeTracker.Entries<Visit>().Where(entry => entry.State == EntityState.Modified)];
        Guid[] ids = [.. changed.Select(entry => entry.Entity.Id)];
        foreach (Guid left in changed.Select(entry => entry.OriginalValues.GetValue<Guid?>(nameof(Visit.EpisodeId))).OfType<Guid>().Distinct())
        {
            bool kept = Array.Exists(changed, entry => entry.Entity.EpisodeId == left && entry.Entity.VoidedAtUtc is null)
                || await journal.Visits.AnyAsync(other => other.EpisodeId == left && !ids.Contains(other.Id));
            if (!kept && await journal.FindRecordedAsync<EpisodeOfCare>(left) is { } episode)
            {
                episode.Void(journal.CurrentAct!.AtUtc);
            }
        }
    }

    /// <summary>Removes a visit from its period; a period that loses its last visit is declared entered in error.</summary>
    public static async Task LeaveAsync(JournalContext journal, Visit visit)
    {
        Guid? left = visit.EpisodeId;
        visit.EpisodeId = null;
        bool empty = left is not null && !await journal.Visits.AnyAsync(other => other.EpisodeId == left && other.Id != visit.Id);
        if (empty && await journal.FindRecordedAsync<EpisodeOfCare>(left!.Value) is { } episode)
        {
            episode.Void(journal.CurrentAct!.AtUtc);
        }
    }
}
