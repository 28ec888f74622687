using CareJournal.Acts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records the practitioner's own pieces of text.</summary>
public sealed class SnippetRecorder(JournalWriter writer)
{
    /// <summary>Records or changes a snippet. A name that differs from another one only by case or accents is taken.</summary>
    public Task<SaveOutcome> RecordAsync(SnippetForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.WriteAsync(ActKind.SnippetsChanged, null, async journal =>
        {
            Snippet? known = await journal.KnownAsync<Snippet>(form.Id);
            if (known is null && form.Revision > 0)
            {
                return new SaveOutcome.NotFound();
            }

            if (known is not null && form.Revision == 0)
            {
                return new SaveOutcome.Saved(known.Id, await journal.MadeByAsync(known.Id));
            }

            if (known?.IsStale(form.Revision) == true)
            {
                return new SaveOutcome.Stale();
            }

            Snippet snippet = known ?? new Snippet { Id = form.Id };
            IReadOnlyList<Problem> problems = snippet.Describe(form);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (await journal.Snippets.AnyAsync(other => other.Folded == snippet.Folded && other.Id != snippet.Id))
            {
                return SaveOutcome.Because(nameof(Snippet.Name), ProblemKind.NameTaken);
            }

            if (known is null)
            {
                journal.Add(snippet);
            }

            return new SaveOutcome.Saved(snippet.Id, Guid.Empty);
        });
    }

    /// <summary>Takes a snippet away; its name is free again.</summary>
    public Task<SaveOutcome> RemoveAsync(Guid id, int revision) =>
        writer.WriteAsync(ActKind.SnippetsChanged, null, async journal =>
        {
            if (await journal.KnownAsync<Snippet>(id) is not { } snippet)
            {
                return new SaveOutcome.NotFound();
            }

            if (snippet.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            snippet.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
}
