using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>Searches one person's record: the texts of sessions, pauses, flare-ups, life events, periods, next steps, reviews, goals, tools, news and words to oneself.</summary>
public sealed class RecordSearchReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>
    /// Finds every place where the words occur, the latest first; none for fewer than two letters or characters, unless the one is a word by itself. Accents, capitals
    /// and the forms of apostrophes, quotes, dashes and spaces do not matter.
    /// </summary>
    public async Task<IReadOnlyList<RecordHit>> FindAsync(Guid patientId, string? text) =>
        IsEnough(text) ? await FindAsync(patientId, FoldedText.Fold(text), static _ => true) : [];

    /// <summary>Finds every place where a theme is written, the latest first.</summary>
    /// <param name="patientId">The person.</param>
    /// <param name="theme">The folded word, without the #; a longer word that begins with it is another theme.</param>
    public Task<IReadOnlyList<RecordHit>> FindThemeAsync(Guid patientId, string theme) =>
        FindAsync(patientId, $"{TextThemes.Sign}{theme}", text => TextThemes.Of(text).Contains(theme));

    /// <summary>Returns the themes of one person's record by their word, each with the number of places where it is written.</summary>
    public async Task<IReadOnlyList<RecordTheme>> ReadThemesAsync(Guid patientId) =>
    [
        .. (await PlacesAsync(patientId))
            .SelectMany(place => place.Texts.SelectMany(TextThemes.Of).Select(theme => (Theme: theme, place.Place, place.Id)))
            .Distinct()
            .GroupBy(theme => theme.Theme)
            .Select(theme => new RecordTheme(theme.Key, theme.Count()))
            .OrderBy(theme => theme.Word, StringComparer.CurrentCulture),
    ];

    /// <summary>Whether a text is enough to search for: two characters, or one that is a word by itself.</summary>
    public static bool IsEnough(string? text) => FoldedText.Fold(text) is var wanted && (wanted.Length >= FoldedText.FewestLetters || FoldedText.IsEnough([wanted]));

    /// <summary>Returns the words around the first occurrence of <paramref name="wanted"/>, folded, in a text; <c>null</c> where it does not occur.</summary>
    public static string? Excerpt(string? text, string wanted)
    {
        const int Around = 45;
        if (text is null || FoldedText.Find(text, wanted) is not (var at, var length))
        {
            return null;
        }

        // Cut between words, so that no letter of two parts is split.
        int from = at <= Around ? 0 : text.IndexOf(' ', at - Around) is var space && space >= 0 && space < at ? space + 1 : at;
        int end = at + length + Around >= text.Length ? text.Length : text.LastIndexOf(' ', at + length + Around) is var last && last >= at + length ? last : at + length;
        return $"{(from > 0 ? "…" : "")}{text[from..end].ReplaceLineEndings(" ")}{(end < text.Length ? "…" : "")}";
    }

    // Some texts of a place may hold what was looked for, and others not.
    private async Task<IReadOnlyList<RecordHit>> FindAsync(Guid patientId, string wanted, Func<string, bool> holds) =>
    [
        .. (await PlacesAsync(patientId))
            .Select(place => (Place: place, Found: place.Texts.OfType<string>().Where(text => holds(text)).Select(text => Excerpt(text, wanted)).FirstOrDefault(excerpt => excerpt is not null)))
            .Where(place => place.Found is not null)
            .Select(place => new RecordHit(place.Place.Place, place.Place.Id, place.Place.When, place.Found!))
            .DistinctBy(hit => (hit.Place, hit.Id))
            .OrderByDescending(hit => hit.Day),
    ];

    private async Task<IReadOnlyList<RecordText>> PlacesAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        List<RecordText> places = [];
        foreach (var visit in await journal.Visits.Where(visit => visit.PatientId == patientId).Select(visit => new { visit.Id, visit.HeldOn, visit.Impression, visit.Agreed, visit.Note }).ToListAsync())
        {
            places.Add(new(RecordPlace.Visit, visit.Id, visit.HeldOn, [visit.Impression, visit.Agreed, visit.Note]));
        }

        foreach (var step in await journal.NextSteps.Where(step => step.PatientId == patientId && step.VisitId != null).Select(step => new { step.VisitId, step.SaidOn, step.Reason, step.SignsToComeBack, step.ToWhom }).ToListAsync())
        {
            places.Add(new(RecordPlace.Visit, step.VisitId!.Value, step.SaidOn, [step.Reason, step.SignsToComeBack, step.ToWhom]));
        }

        // What justifies the rhythm is typed with a session; a review with more in it is shown among the reviews.
        foreach (TimelineReview review in await TimelineQueries.Reviews(journal, patientId).ToListAsync())
        {
            (RecordPlace place, Guid id) = review is { VisitId: { } visitId, Kind: null, Situation: null, Needs: null } ? (RecordPlace.Visit, visitId) : (RecordPlace.Review, review.Id);
            places.Add(new(place, id, review.TakenOn, [review.Situation, review.Needs, review.JustifiesRhythm]));
        }

        foreach (TimelineGoal goal in await TimelineQueries.GoalsAsync(journal, patientId))
        {
            places.Add(new(RecordPlace.Goal, goal.Id, goal.Since, [goal.Words, goal.Target, .. goal.Steps.Reverse().SelectMany(step => new[] { step.Line, step.WordsBefore })]));
        }

        foreach (TimelineTool tool in await TimelineQueries.ToolsAsync(journal, patientId))
        {
            places.Add(new(RecordPlace.Tool, tool.Id, tool.Since, [tool.Label, .. tool.Steps.Reverse().Select(step => step.Line)]));
        }

        foreach (TimelineContact contact in await TimelineQueries.Contacts(journal, patientId).ToListAsync())
        {
            places.Add(new(RecordPlace.Contact, contact.Id, contact.On, [contact.Words]));
        }

        foreach (TimelineWord word in await TimelineQueries.WordsToSelf(journal, patientId).ToListAsync())
        {
            places.Add(new(RecordPlace.WordToSelf, word.Id, word.On, [word.Words]));
        }

        foreach (TimelineFlareUp flareUp in await TimelineQueries.FlareUps(journal, patientId).ToListAsync())
        {
            places.Add(new(RecordPlace.FlareUp, flareUp.Id, flareUp.Start, [flareUp.WhatCameBefore, flareUp.WhatHelped]));
        }

        foreach (TimelineLifeEvent lifeEvent in await TimelineQueries.LifeEvents(journal, patientId).ToListAsync())
        {
            places.Add(new(RecordPlace.LifeEvent, lifeEvent.Id, lifeEvent.Start, [lifeEvent.Words]));
        }

        foreach (TimelineAbsenceNote note in await TimelineQueries.AbsenceNotes(journal, patientId).ToListAsync())
        {
            places.Add(new(RecordPlace.Absence, note.Id, note.From, [note.Words]));
        }

        foreach (RecordedEpisode episode in await TimelineQueries.Episodes(journal, patientId).ToListAsync())
        {
            places.Add(new(RecordPlace.Period, episode.Id, DateOnly.MinValue, [episode.Title, episode.Reason, episode.Aim]));
        }

        return places;
    }

    private sealed record RecordText(RecordPlace Place, Guid Id, FuzzyDate When, IReadOnlyList<string?> Texts)
    {
        public RecordText(RecordPlace place, Guid id, DateOnly day, IReadOnlyList<string?> texts)
            : this(place, id, FuzzyDate.OnDay(day), texts)
        {
        }
    }
}
