using CareJournal.Acts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records the views that the practitioner keeps.</summary>
public sealed class SavedViewRecorder(JournalWriter writer)
{
    /// <summary>Keeps a view under a name; one of the same name is replaced.</summary>
    public Task<SaveOutcome> KeepAsync(string? name, string? choice) =>
        writer.WriteAsync(ActKind.SavedViewsChanged, null, async journal =>
        {
            string? called = WrittenText.CleanLine(name);
            SavedView? known = called is null ? null : await journal.SavedViews.FirstOrDefaultAsync(view => view.Name == called);
            SavedView view = known ?? new SavedView();
            IReadOnlyList<Problem> problems = view.Describe(name, choice);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (known is null)
            {
                journal.Add(view);
            }

            return new SaveOutcome.Saved(view.Id, Guid.Empty);
        });

    /// <summary>Takes a view away.</summary>
    public Task<SaveOutcome> RemoveAsync(Guid id) =>
        writer.WriteAsync(ActKind.SavedViewsChanged, null, async journal =>
        {
            if (await journal.KnownAsync<SavedView>(id) is not { } view)
            {
                return new SaveOutcome.NotFound();
            }

            view.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
}
