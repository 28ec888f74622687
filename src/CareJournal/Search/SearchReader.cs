using System.Data.Common;
using CareJournal.Absences;
using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Search;

/// <summary>Searches every text of every person.</summary>
public sealed class SearchReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>The largest number of places that are shown; the latest entered come first.</summary>
    public const int Most = 200;

    /// <summary>Finds the places where everything that was typed occurs; accents, capitals and the forms of apostrophes, quotes and dashes do not matter.</summary>
    /// <param name="typed">What was typed (<see cref="SearchQuery"/>).</param>
    public async Task<SearchAnswer> FindAsync(string? typed)
    {
        SearchQuery query = SearchQuery.Of(typed);
        if (query.Expression is not { } expression)
        {
            return new SearchAnswer([], 0);
        }

        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await journal.Database.OpenConnectionAsync();
        List<(string Table, Guid Row, Guid Person)> found = await EntriesAsync(journal, expression);
        List<SearchHit> hits = [];
        foreach (IGrouping<string, (string Table, Guid Row, Guid Person)> group in found.GroupBy(entry => entry.Table))
        {
            hits.AddRange(await HitsAsync(journal, group.Key, [.. group.Select(entry => entry.Row)], query));
        }

        return new SearchAnswer(
            [.. hits.DistinctBy(hit => (hit.Place, hit.Id)).OrderByDescending(hit => hit.Day)],
            found.Count < Most ? hits.Count : await CountAsync(journal, expression));
    }

    /// <summary>Returns the themes of the journal, as folded words without the #, the most frequent first.</summary>
    public async Task<IReadOnlyList<SearchTheme>> ReadThemesAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        await journal.Database.OpenConnectionAsync();
        await using DbCommand command = journal.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT term, doc FROM \"SearchTerms\" WHERE term > '#' AND term < '$' ORDER BY doc DESC, term LIMIT 50";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<SearchTheme> themes = [];
        while (await reader.ReadAsync())
        {
            themes.Add(new SearchTheme(reader.GetString(0)[1..], reader.GetInt32(1)));
        }

        return themes;
    }

    private static async Task<List<(string Table, Guid Row, Guid Person)>> EntriesAsync(JournalContext journal, string expression)
    {
        await using DbCommand command = Command(
            journal,
            $"SELECT \"TableName\", \"RowId\", \"PatientId\" FROM \"SearchTexts\" JOIN \"SearchEntries\" ON \"Number\" = \"SearchTexts\".rowid WHERE \"SearchTexts\" MATCH $query ORDER BY \"SearchTexts\".rowid DESC LIMIT {Most}",
            expression);
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<(string, Guid, Guid)> entries = [];
        while (await reader.ReadAsync())
        {
            entries.Add((reader.GetString(0), new Guid((byte[])reader[1], bigEndian: true), new Guid((byte[])reader[2], bigEndian: true)));
        }

        return entries;
    }

    private static async Task<int> CountAsync(JournalContext journal, string expression)
    {
        await using DbCommand command = Command(journal, "SELECT count(*) FROM \"SearchTexts\" WHERE \"SearchTexts\" MATCH $query", expression);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static DbCommand Command(JournalContext journal, string sql, string expression)
    {
        DbCommand command = journal.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // What was typed is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        DbParameter query = command.CreateParameter();
        (query.ParameterName, query.Value) = ("$query", expression);
        command.Parameters.Add(query);
        return command;
    }

    private static Task<List<SearchHit>> HitsAsync(JournalContext journal, string table, Guid[] rows, SearchQuery query) => table switch
    {
        "Patients" => HitsAsync(journal.Patients, rows, query, row => new(row.Id, RecordPlace.Person, row.Id, null, [row.StandingNote, row.OwnActivity, row.ClosingWords])),
        "Conditions" => HitsAsync(journal.Conditions, rows, query, row => new(row.PatientId, RecordPlace.Condition, row.Id, row.Onset, [row.Label, row.BodySites])),
        "Episodes" => HitsAsync(journal.Episodes, rows, query, row => new(row.PatientId, RecordPlace.Period, row.Id, null, [row.Title, row.Reason, row.Aim])),
        "Visits" => HitsAsync(journal.Visits, rows, query, row => new(row.PatientId, RecordPlace.Visit, row.Id, row.HeldOn, [row.Impression, row.Agreed, row.Note])),
        "NextSteps" => HitsAsync(journal.NextSteps, rows, query, row => new(row.PatientId, row.VisitId is null ? RecordPlace.NextStep : RecordPlace.Visit, row.VisitId ?? row.Id, row.SaidOn, [row.Reason, row.SignsToComeBack, row.ToWhom, row.Alongside])),
        "Reviews" => HitsAsync(journal.Reviews, rows, query, ReviewPlace),
        "FlareUps" => HitsAsync(journal.FlareUps, rows, query, row => new(row.PatientId, RecordPlace.FlareUp, row.Id, row.Start, [row.WhatCameBefore, row.WhatHelped])),
        "LifeEvents" => HitsAsync(journal.LifeEvents, rows, query, row => new(row.PatientId, RecordPlace.LifeEvent, row.Id, row.Start, [row.Words])),
        "AbsenceNotes" => HitsAsync(journal.AbsenceNotes, rows, query, row => new(row.PatientId, RecordPlace.Absence, row.Id, row.From, [row.Words])),
        "Goals" => HitsAsync(journal.Goals, rows, query, row => new(row.PatientId, RecordPlace.Goal, row.Id, row.SetOn, [row.Words, row.Target])),
        "GoalSteps" => HitsAsync(journal.GoalSteps, rows, query, row => new(row.PatientId, RecordPlace.Goal, row.GoalId, row.On, [row.Line, row.WordsBefore])),
        "Tools" => HitsAsync(journal.Tools, rows, query, row => new(row.PatientId, RecordPlace.Tool, row.Id, row.MetOn, [row.Label])),
        "ToolSteps" => HitsAsync(journal.ToolSteps, rows, query, row => new(row.PatientId, RecordPlace.Tool, row.ToolId, row.On, [row.Line])),
        "Contacts" => HitsAsync(journal.Contacts, rows, query, row => new(row.PatientId, RecordPlace.Contact, row.Id, row.On, [row.Words])),
        "WordsToSelf" => HitsAsync(journal.WordsToSelf, rows, query, row => new(row.PatientId, RecordPlace.WordToSelf, row.Id, row.On, [row.Words])),
        "AwayDecisions" => HitsAsync(journal.AwayDecisions, rows, query, row => new(row.PatientId, RecordPlace.Decision, row.Id, row.DecidedOn, [row.Words])),
        "PromptDismissals" => HitsAsync(journal.PromptDismissals, rows, query, row => new(row.PatientId, RecordPlace.Decision, row.Id, row.DismissedOn, [row.Reason])),
        _ => throw new InvalidOperationException($"The texts of {table} are indexed, and nobody says where they are shown."),
    };

    // What justifies the rhythm is typed with a session; a review with more in it is shown among the reviews.
    private static FoundRow ReviewPlace(Review row) => row is { VisitId: { } visit, Kind: null, Situation: null, Needs: null }
        ? new(row.PatientId, RecordPlace.Visit, visit, row.TakenOn, [row.JustifiesRhythm])
        : new(row.PatientId, RecordPlace.Review, row.Id, row.TakenOn, [row.Situation, row.Needs, row.JustifiesRhythm]);

    private static async Task<List<SearchHit>> HitsAsync<TRow>(IQueryable<TRow> table, Guid[] ids, SearchQuery query, Func<TRow, FoundRow> read)
        where TRow : RecordedRow
    {
        List<TRow> rows = await table.Where(row => ids.Contains(row.Id)).ToListAsync();
        return [.. rows.Select(read).Select(row => new SearchHit(row.Person, row.Place, row.Id, row.When, query.Excerpt(row.Texts)))];
    }

    private sealed record FoundRow(Guid Person, RecordPlace Place, Guid Id, FuzzyDate? When, IReadOnlyList<string?> Texts)
    {
        public FoundRow(Guid person, RecordPlace place, Guid id, DateOnly day, IReadOnlyList<string?> texts)
            : this(person, place, id, FuzzyDate.OnDay(day), texts)
        {
        }
    }
}
