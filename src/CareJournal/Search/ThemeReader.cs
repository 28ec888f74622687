using System.Data.Common;
using System.Globalization;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Search;

/// <summary>Reads which themes are written about whom, for filters.</summary>
public sealed class ThemeReader(IDbContextFactory<JournalContext> journals, SearchReader search)
{
    /// <summary>Returns the most frequent themes of the journal, by their word, each with the people in whose texts it occurs.</summary>
    public async Task<IReadOnlyList<PeopleTheme>> ReadAsync()
    {
        IReadOnlyList<SearchTheme> themes = await search.ReadThemesAsync();
        if (themes.Count == 0)
        {
            return [];
        }

        await using JournalContext journal = await journals.CreateDbContextAsync();
        await journal.Database.OpenConnectionAsync();
        await using DbCommand command = journal.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Numbers; the words of the journal are parameters.
        command.CommandText = string.Join(" UNION ", themes.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"""
            SELECT {place}, "PatientId" FROM "SearchTexts" JOIN "SearchEntries" ON "Number" = "SearchTexts".rowid WHERE "SearchTexts" MATCH $theme{place}
            """)));
#pragma warning restore CA2100
        foreach ((int place, SearchTheme theme) in themes.Index())
        {
            DbParameter word = command.CreateParameter();
            (word.ParameterName, word.Value) = (string.Create(CultureInfo.InvariantCulture, $"$theme{place}"), $"\"{TextThemes.Sign}{theme.Word}\"");
            command.Parameters.Add(word);
        }

        HashSet<Guid>[] people = [.. themes.Select(_ => new HashSet<Guid>())];
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            people[reader.GetInt32(0)].Add(new Guid((byte[])reader[1], bigEndian: true));
        }

        return [.. themes.Select((theme, place) => new PeopleTheme(theme.Word, people[place])).OrderBy(theme => theme.Word, StringComparer.CurrentCulture)];
    }
}

/// <summary>A theme with the people in whose texts it occurs.</summary>
/// <param name="Word">The word, folded, without the #.</param>
/// <param name="People">The ids of the people.</param>
public sealed record PeopleTheme(string Word, IReadOnlySet<Guid> People)
{
    /// <summary>Returns the themes that occur among some people, each with how many of these they are.</summary>
    /// <param name="themes">The themes of the journal.</param>
    /// <param name="among">The ids of the people.</param>
    public static IReadOnlyList<ThemeCount> CountIn(IEnumerable<PeopleTheme> themes, IEnumerable<Guid> among)
    {
        HashSet<Guid> asked = [.. among];
        return [.. themes.Select(theme => new ThemeCount(theme, theme.People.Count(asked.Contains))).Where(theme => theme.Count > 0)];
    }
}

/// <summary>A theme as a filter offers it.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Count">How many people it would show; at least 1.</param>
public sealed record ThemeCount(PeopleTheme Theme, int Count);
