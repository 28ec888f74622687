using CareJournal.Acts;
using CareJournal.Goals;
using CareJournal.Storage;
using CareJournal.Tools;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>Finds words in one person's record: what was written of sessions, pauses, flare-ups, life events, periods, next steps, reviews, goals, tools, news and words to oneself.</summary>
public sealed class RecordSearchReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>
    /// Every place where the words stand, the latest first; none for fewer than two letters or signs, unless the one is a word by itself. Accents, capitals and the
    /// forms of apostrophes, quotes, dashes and spaces do not matter.
    /// </summary>
    public async Task<IReadOnlyList<RecordHit>> FindAsync(Guid patientId, string? text)
    {
        string wanted = FoldedText.Fold(text);
        if (!IsEnough(text))
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

        // What justifies the rhythm is typed with a session; a review that says more is read where stock is taken.
        foreach (var review in await journal.Reviews.Where(review => review.PatientId == patientId).ToListAsync())
        {
            (RecordPlace place, Guid id) = review is { VisitId: { } visitId, SaysMore: false } ? (RecordPlace.Visit, visitId) : (RecordPlace.Review, review.Id);
            Add(hits, wanted, place, id, review.TakenOn, review.Situation, review.Needs, review.JustifiesRhythm);
        }

        foreach (GoalStanding goal in await GoalReader.ReadAsync(journal, patientId))
        {
            Add(hits, wanted, RecordPlace.Goal, goal.Goal.Id, goal.Since, [goal.Goal.Words, goal.Goal.Target, .. goal.Steps.Reverse().SelectMany(step => new[] { step.Line, step.WordsBefore })]);
        }

        foreach (ToolStanding tool in await ToolReader.ReadAsync(journal, patientId))
        {
            Add(hits, wanted, RecordPlace.Tool, tool.Tool.Id, tool.Since, [tool.Tool.Label, .. tool.Steps.Reverse().Select(step => step.Line)]);
        }

        foreach (var contact in await journal.Contacts.Where(contact => contact.PatientId == patientId).Select(contact => new { contact.Id, contact.On, contact.Words }).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.Contact, contact.Id, contact.On, contact.Words);
        }

        foreach (var word in await journal.WordsToSelf.Where(word => word.PatientId == patientId).Select(word => new { word.Id, word.On, word.Words }).ToListAsync())
        {
            Add(hits, wanted, RecordPlace.WordToSelf, word.Id, word.On, word.Words);
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

    /// <summary>Whether a text is enough to search for: two signs, or one that is a word by itself.</summary>
    public static bool IsEnough(string? text) => FoldedText.Fold(text) is var wanted && (wanted.Length >= FoldedText.FewestLetters || FoldedText.IsEnough([wanted]));

    /// <summary>The words around the first place where <paramref name="wanted"/>, folded, stands in a text; <c>null</c> where it does not.</summary>
    public static string? Excerpt(string? text, string wanted)
    {
        const int Around = 45;
        if (text is null || FoldedText.Find(text, wanted) is not (var at, var length))
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

    /// <summary>A review, where stock was taken.</summary>
    Review,

    /// <summary>A goal, with what was said of it.</summary>
    Goal,

    /// <summary>A tool, with what was said of it.</summary>
    Tool,

    /// <summary>News that were exchanged.</summary>
    Contact,

    /// <summary>A word for when it overflows.</summary>
    WordToSelf,
}

/// <summary>A place where words were found.</summary>
/// <param name="Place">What kind of place.</param>
/// <param name="Id">The row.</param>
/// <param name="Day">Its day; for a period the beginning of time, since its first day is derived.</param>
/// <param name="Excerpt">The words around what was found.</param>
public sealed record RecordHit(RecordPlace Place, Guid Id, DateOnly Day, string Excerpt);
