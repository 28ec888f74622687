using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>Reads in which places copies are made, what the last one was in each, and whether the place is there.</summary>
public sealed class CopyPlaceReader(IDbContextFactory<JournalContext> journals, JournalFile file, PlaceDisk disks)
{
    // They say something of the journal and change nothing in it: no copy is made for their sake.
    private static readonly ActKind[] NoNews = [ActKind.CopyMade, ActKind.JournalChecked, ActKind.RestoreTried];

    /// <summary>Reads the places, in the order in which they were added. Looks at the disks too: not for the thread of a page where one of them sleeps.</summary>
    public async Task<IReadOnlyList<CopyPlaceAnswer>> ReadAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<CopyPlaceAnswer> places = [];
        foreach (CopyPlace place in await journal.CopyPlaces.AsNoTracking().OrderBy(place => place.Id).ToListAsync())
        {
            (DateTime? at, CopyMark? mark) = await LastAsync(journal, CopyMark.BeginningOf(place.Id));
            bool onOwnDisk = disks.IsSame(place.Path, file.Folder.Path);
            places.Add(new CopyPlaceAnswer(place.Id, place.Path)
            {
                // Where a stick was, an empty folder of the journal's own disk is left when it is pulled out.
                IsThere = Directory.Exists(place.Path) && !(onOwnDisk && mark is { OnOwnDisk: false }),
                LastAtUtc = at,
                OnOwnDisk = mark?.OnOwnDisk ?? onOwnDisk,
                OnNetwork = new JournalFolder(place.Path).OnNetworkDrive,
                HasNews = mark is null || await HasNewsAsync(journal, mark.Head),
            });
        }

        return places;
    }

    /// <summary>Reads when the last verified copy was made on another disk than the journal's, in UTC; <c>null</c> when none ever was.</summary>
    internal static async Task<DateTime?> LastSafeAsync(JournalContext journal)
    {
        // An act from before copies named their place says nothing of the disk; it is taken as it was meant then.
        string ownDisk = "% own-disk %";
        return await journal.Acts.Where(act => act.Kind == ActKind.CopyMade && (act.Detail == null || !EF.Functions.Like(act.Detail, ownDisk))).MaxAsync(act => (DateTime?)act.AtUtc);
    }

    /// <summary>Reads the folder in which a copy was last made by hand.</summary>
    internal static async Task<string?> LastByHandAsync(JournalContext journal) => CopyMark.Of(
        await journal.Acts.Where(act => act.Kind == ActKind.CopyMade && act.Detail!.StartsWith(CopyMark.ByHand)).OrderByDescending(act => act.AtUtc).Select(act => act.Detail).FirstOrDefaultAsync())?.Path;

    // By the chain, and not by the time: a clock that was set back makes no copy older.
    private static async Task<(DateTime? AtUtc, CopyMark? Mark)> LastAsync(JournalContext journal, string beginning)
    {
        var last = await (
            from link in journal.ChainLinks
            join act in journal.Acts on link.ActId equals act.Id
            where act.Kind == ActKind.CopyMade && act.Detail!.StartsWith(beginning)
            orderby link.Number descending
            select new { act.AtUtc, act.Detail }).FirstOrDefaultAsync();
        return (last?.AtUtc, CopyMark.Of(last?.Detail));
    }

    private static Task<bool> HasNewsAsync(JournalContext journal, long head) =>
        (from link in journal.ChainLinks
         join act in journal.Acts on link.ActId equals act.Id
         where link.Number > head && !NoNews.Contains(act.Kind)
         select act.Id).AnyAsync();
}

/// <summary>A place of copies as it is now.</summary>
/// <param name="Id">The place.</param>
/// <param name="Path">Its folder.</param>
public sealed record CopyPlaceAnswer(Guid Id, string Path)
{
    /// <summary>Whether the folder can be reached now, on the disk on which it was.</summary>
    public required bool IsThere { get; init; }

    /// <summary>When the last verified copy was made there, in UTC; <c>null</c> before the first.</summary>
    public required DateTime? LastAtUtc { get; init; }

    /// <summary>Whether it is on the journal's own disk, and so does not count as safe.</summary>
    public required bool OnOwnDisk { get; init; }

    /// <summary>Whether it is on a network drive.</summary>
    public required bool OnNetwork { get; init; }

    /// <summary>Whether something was recorded since the last copy there, or there is none yet.</summary>
    public required bool HasNews { get; init; }
}
