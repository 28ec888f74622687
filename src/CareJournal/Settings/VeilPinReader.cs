using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Compares what was typed with the PIN of the veil.</summary>
public sealed class VeilPinReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Whether a text is the PIN; never while none is set. Slow on purpose (<see cref="VeilPin"/>).</summary>
    public async Task<bool> MatchesAsync(string? typed)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return VeilPin.Matches(await journal.Settings.Select(settings => settings.VeilPin).FirstAsync(), typed);
    }
}
