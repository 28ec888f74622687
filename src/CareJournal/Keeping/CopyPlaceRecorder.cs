using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>Records in which places copies are made by themselves.</summary>
public sealed class CopyPlaceRecorder(JournalWriter writer, JournalFile file)
{
    /// <summary>Adds a place. Refused: a folder that is not there, the folder of a journal or one in it, and one that is a place already. One on the journal's own disk is accepted; it does not count as safe.</summary>
    /// <param name="path">The full path of an existing folder.</param>
    public Task<SaveOutcome> AddAsync(string? path) =>
        writer.WriteAsync(ActKind.CopyPlacesChanged, null, async journal =>
        {
            string folder = path?.Trim() ?? "";
            if (!Path.IsPathFullyQualified(folder) || folder.Length > WrittenText.LongestLine || !Directory.Exists(folder))
            {
                return SaveOutcome.Because(nameof(CopyPlace.Path), ProblemKind.NoSuchFolder);
            }

            folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (PlaceDisk.IsWithin(folder, file.Folder.Path) || new JournalFolder(folder).HoldsJournal)
            {
                return SaveOutcome.Because(nameof(CopyPlace.Path), ProblemKind.FolderOfJournal);
            }

            if (await journal.CopyPlaces.AnyAsync(place => place.Path == folder))
            {
                return SaveOutcome.Because(nameof(CopyPlace.Path), ProblemKind.ListedAlready);
            }

            CopyPlace added = new() { Path = folder };
            journal.Add(added);
            return new SaveOutcome.Saved(added.Id, Guid.Empty);
        });

    /// <summary>Removes a place; the copies in it stay.</summary>
    public Task<SaveOutcome> RemoveAsync(Guid id) =>
        writer.WriteAsync(ActKind.CopyPlacesChanged, null, async journal =>
        {
            if (await journal.FindRecordedAsync<CopyPlace>(id) is not { } place)
            {
                return new SaveOutcome.NotFound();
            }

            place.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
}
