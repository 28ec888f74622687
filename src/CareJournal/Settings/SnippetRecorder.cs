using CareJournal.Drafts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records the practitioner's snippets.</summary>
public sealed class SnippetRecorder(JournalWriter writer)
{
    /// <summary>Records or changes a snippet. A name that differs from another one only by case or accents is taken.</summary>
    public Task<SaveOutcome> RecordAsync(SnippetForm form) =>
        writer.WriteAsync(ActKind.SnippetsChanged, null, async journal =>
        {
            (Snippet? recorded, SaveOutcome? answer) = await journal.FindRowAsync<Snippet>(form);
            if (answer is not null)
            {
                return answer;
            }

            Snippet snippet = recorded ?? new Snippet { Id = form.Id };
            IReadOnlyList<Problem> problems = snippet.Describe(form);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (await journal.Snippets.AnyAsync(other => other.Folded == snippet.Folded && other.Id != snippet.Id))
            {
                return SaveOutcome.Because(nameof(Snippet.Name), ProblemKind.NameTaken);
            }

            if (recorded is null)
            {
                journal.Add(snippet);
            }

            await journal.EndDraftAsync(form.DraftId);
            return new SaveOutcome.Saved(snippet.Id, Guid.Empty);
        });

    /// <summary>Removes a snippet; its name is free again.</summary>
    public Task<SaveOutcome> RemoveAsync(Guid id, int revision) =>
        writer.VoidAsync<Snippet>(ActKind.SnippetsChanged, id, revision);
}
