using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Reads the practitioner's snippets.</summary>
public sealed class SnippetReader(IDbContextFactory<JournalContext> journals, JournalWriter writer)
{
    /// <inheritdoc cref="JournalWriter.Saved"/>
    /// <remarks>A snippet concerns no person: the list is then empty.</remarks>
    public event Action<IReadOnlyCollection<Guid>>? Changed
    {
        add => writer.Saved += value;
        remove => writer.Saved -= value;
    }

    /// <summary>Reads all snippets as forms to change them, by name.</summary>
    public async Task<IReadOnlyList<SnippetForm>> ReadAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<Snippet> snippets = await journal.Snippets.AsNoTracking().OrderBy(snippet => snippet.Folded).ToListAsync();
        return [.. snippets.Select(snippet => new SnippetForm { Id = snippet.Id, Revision = snippet.Revision, Name = snippet.Name, Text = snippet.Text })];
    }
}
