using System.Diagnostics;
using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Search;
using CareJournal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Benchmarks;

/// <summary>Measures the search through the journal of a whole career: how long an answer takes, how large the index is, what it adds to a save. An answer may take 100 ms, the index be a quarter of the file, a save take 5 ms more.</summary>
internal static class SearchStopwatch
{
    private const int Runs = 25;

    // Rare and frequent words, beginnings, several, a phrase, nothing.
    private static readonly string[] Typed = ["dos", "do", "ma", "jardin nuit", "\"vingt minutes\"", "épaule", "marche mieux", "zibeline"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures, and prints the figures as JSON.</summary>
    public static async Task MeasureAsync()
    {
        await CareerJournal.PrepareAsync();
        CareerJournal journal = CareerJournal.Shared;
        Dictionary<string, object> figures = [];
        foreach (string typed in Typed)
        {
            SearchReader reader = journal.Get<SearchReader>();
            SearchAnswer answer = await reader.FindAsync(typed);
            figures[$"{typed} ({answer.Count} places), ms: median, longest"] = await TimeAsync(() => reader.FindAsync(typed));
        }

        figures["themes, ms: median, longest"] = await TimeAsync(() => journal.Get<SearchReader>().ReadThemesAsync());
        figures["index, % of the file"] = Math.Round(100 * IndexBytes(journal) / new FileInfo(journal.File.Folder.DatabasePath).Length, 1);
        figures["a text of 400 characters into the index, ms: median, longest"] = await TimeAsync(() => WriteAsync(journal));
        Stopwatch whole = Stopwatch.StartNew();
        await using (JournalContext context = journal.File.CreateDbContext())
        {
            SearchIndex.Rebuild(context);
        }

        figures["the whole index anew, s"] = Math.Round(whole.Elapsed.TotalSeconds, 1);
        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
    }

    private static async Task<string> TimeAsync(Func<Task> act)
    {
        List<double> times = [];
        for (int run = 0; run < Runs; run++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            await act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return $"{Math.Round(times[Runs / 2], 1)}, {Math.Round(times[^1], 1)}";
    }

    // With its commit, and so with a sync of the disk of its own: the save itself has one anyway.
    private static async Task WriteAsync(CareerJournal journal)
    {
        await using JournalContext context = journal.File.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        SearchedTable visits = SearchedTable.Of(context.Model).Single(table => table.Table == "Visits");
        string text = string.Join(' ', Enumerable.Range(0, 60).Select(word => $"mot{word * Random.Shared.Next(1, 50)}"));
        SearchIndex.Write(context, visits, Guid.CreateVersion7(), Guid.CreateVersion7(), [text]);
        await transaction.CommitAsync();
    }

    // The pages that would be free without it.
    private static double IndexBytes(CareerJournal journal)
    {
        using SqliteConnection connection = journal.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        double before = FreeBytes(connection);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DROP TABLE \"SearchTerms\"; DROP TABLE \"SearchTexts\"; DROP TABLE \"SearchEntries\"";
        command.ExecuteNonQuery();
        return FreeBytes(connection) - before;
    }

    private static double FreeBytes(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size";
        return Convert.ToDouble(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
