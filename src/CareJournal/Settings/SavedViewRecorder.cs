using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records the views that the practitioner saves.</summary>
public sealed class SavedViewRecorder(JournalWriter writer)
{
    /// <summary>Saves a view under a name; one of the same name is replaced.</summary>
    public Task<SaveOutcome> KeepAsync(string? name, string? choice) =>
        writer.WriteAsync(ActKind.SavedViewsChanged, null, async journal =>
        {
            string? called = WrittenText.CleanLine(name);
            SavedView? recorded = called is null ? null : await journal.SavedViews.FirstOrDefaultAsync(view => view.Name == called);
            SavedView view = recorded ?? new SavedView();
            IReadOnlyList<Problem> problems = view.Describe(name, choice);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (recorded is null)
            {
                journal.Add(view);
            }

            return new SaveOutcome.Saved(view.Id, Guid.Empty);
        });

    /// <summary>Removes a view.</summary>
    public Task<SaveOutcome> RemoveAsync(Guid id) =>
        writer.WriteAsync(ActKind.SavedViewsChanged, null, async journal =>
        {
            if (await journal.FindRecordedAsync<SavedView>(id) is not { } view)
            {
                return new SaveOutcome.NotFound();
            }

            view.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
}
