using System.Globalization;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>Finds words in one person's record: what was written of sessions, pauses, flare-ups, life events, periods, next steps and reviews.</summary>
public sealed class RecordSearchReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>The shortest text that is searched for.</summary>
    public const int ShortestText = 2;

    /// <summary>Every place where the words stand, the latest first; none for fewer than two letters. Accents and capitals do not matter.</summary>
    public async Task<IReadOnlyList<RecordHit>> FindAsync(Guid patientId, string? text)
    {
        string wanted = text?.Trim() ?? "";
        if (wanted.Length < ShortestText)
        {
            return [];
        }

        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        List<RecordHit> hits = [];
        foreach (var visit in await journal.Visits.Where(visit => visit.PatientId == patientId).Select(visit => new { visit.Id, visit.HeldOn, visit.Impression, visit.Agreed, visit.Note }).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.Visit, visit.Id, visit.HeldOn, visit.Impression, visit.Agreed, visit.Note);
        }

        foreach (var step in await journal.NextSteps.Where(step => step.PatientId == patientId && step.VisitId != null).Select(step => new { step.VisitId, step.SaidOn, step.Reason, step.SignsToComeBack, step.ToWhom }).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.Visit, step.VisitId!.Value, step.SaidOn, step.Reason, step.SignsToComeBack, step.ToWhom);
        }

        foreach (var review in await journal.Reviews.Where(review => review.PatientId == patientId && review.VisitId != null).Select(review => new { review.VisitId, review.TakenOn, review.JustifiesRhythm }).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.Visit, review.VisitId!.Value, review.TakenOn, review.JustifiesRhythm);
        }

        foreach (var flareUp in await journal.FlareUps.Where(flareUp => flareUp.PatientId == patientId).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.FlareUp, flareUp.Id, flareUp.Start.Middle, flareUp.WhatCameBefore, flareUp.WhatHelped);
        }

        foreach (var lifeEvent in await journal.LifeEvents.Where(lifeEvent => lifeEvent.PatientId == patientId).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.LifeEvent, lifeEvent.Id, lifeEvent.Start.Middle, lifeEvent.Words);
        }

        foreach (var note in await journal.AbsenceNotes.Where(note => note.PatientId == patientId).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.Absence, note.Id, note.From, note.Words);
        }

        foreach (var episode in await journal.Episodes.Where(episode => episode.PatientId == patientId).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.Period, episode.Id, DateOnly.MinValue, episode.Title, episode.Reason, episode.Aim);
        }

        return [.. hits.DistinctBy(hit => (hit.Place, hit.Id)).OrderByDescending(hit => hit.Day)];
    }

    /// <summary>The words around the first place where <paramref name="wanted"/> stands in a text; <c>null</c> where it does not.</summary>
    public static string? Excerpt(string? text, string wanted)
    {
        const int Around = 45;
        if (text is null)
        {
            return null;
        }

        int at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, wanted, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace, out int length);
        if (at < 0)
        {
            return null;
        }

        // Cut between words, so that no letter of two parts is torn.
        int from = at <= Around ? 0 : text.IndexOf(' ', at - Around) is var space && space >= 0 && space < at ? space + 1 : at;
        int end = at + length + Around >= text.Length ? text.Length : text.LastIndexOf(' ', at + length + Around) is var last && last >= at + length ? last : at + length;
        return $"{(from > 0 ? "…" : "")}{text[from..end].ReplaceLineEndings(" ")}{(end < text.Length ? "…" : "")}";
    }

    private static void Add(List<RecordHit> hits, string wanted, RecordPlace place, Guid id, DateOnly day, params string?[] texts)
    {
        if (texts.Select(text => Excerpt(text, wanted)).FirstOrDefault(excerpt => excerpt is not null) is { } found)
        {
            hits.Add(new RecordHit(place, id, day, found));
        }
    }
}

/// <summary>Where in a record words can stand.</summary>
public enum RecordPlace
{
    /// <summary>A session, with what was said in it about the next time.</summary>
    Visit,

    /// <summary>A flare-up.</summary>
    FlareUp,

    /// <summary>A life event.</summary>
    LifeEvent,

    /// <summary>What was told of a pause.</summary>
    Absence,

    /// <summary>A period of follow-up.</summary>
    Period,
}

/// <summary>A place where words were found.</summary>
/// <param name="Place">What kind of place.</param>
/// <param name="Id">The row.</param>
/// <param name="Day">Its day; for a period the beginning of time, since its first day is derived.</param>
/// <param name="Excerpt">The words around what was found.</param>
public sealed record RecordHit(RecordPlace Place, Guid Id, DateOnly Day, string Excerpt);
