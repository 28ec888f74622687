using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Drafts;

/// <summary>Keeps, sets aside and discards drafts. A kept text is on disk before the method returns. None of this is an act.</summary>
public sealed class DraftRecorder(JournalWriter writer, PracticeClock clock)
{
    // A late request arrives within a day; until then the number of a discarded draft is needed.
    private static readonly TimeSpan Aftertime = TimeSpan.FromDays(1);

    /// <summary>
    /// Keeps a text, new or newer. A number that is not higher than the stored one changes nothing and returns the stored one. A draft
    /// that already ended in a save is spent. Every UTF-16 unit is kept as received, including lone surrogates and zeros.
    /// </summary>
    public async Task<DraftOutcome> KeepAsync(DraftForm form)
    {
        if (form.Text is null || form.Form is null)
        {
            return new DraftOutcome.NotADraft(); // JSON can say null where the type does not.
        }

        if (form.Text.Length > Draft.LongestText)
        {
            return new DraftOutcome.TooLong(form.Text.Length);
        }

        if (form.Form.Length is 0 or > Draft.LongestForm || Draft.IsAside(form.Form) || form.Id == Guid.Empty)
        {
            return new DraftOutcome.NotADraft();
        }

        DraftOutcome answer = new DraftOutcome.NotADraft();
        SaveOutcome written = await writer.WriteUnrecordedAsync(async journal =>
        {
            Guid spentBy = await journal.Acts.Where(act => act.DraftId == form.Id).Select(act => act.Id).FirstOrDefaultAsync();
            if (spentBy != Guid.Empty)
            {
                answer = new DraftOutcome.Spent(spentBy);
                return new SaveOutcome.NotFound();
            }

            // A discarded draft that is typed on comes back by a higher number, like any other.
            Draft? recorded = await journal.Drafts.FirstOrDefaultAsync(draft => draft.Id == form.Id);
#if SABOTAGE_DRAFT_NUMBER
            if (recorded is null && form.Number < 0)
#else
            if (recorded?.Number >= form.Number)
#endif
            {
                answer = new DraftOutcome.Kept(recorded!.Number, clock.Local(recorded.UpdatedAtUtc));
                return new SaveOutcome.NotFound();
            }

            Draft draft = recorded ?? new Draft { Id = form.Id, Form = form.Form };
            draft.PatientId = form.PatientId;
            draft.Form = form.Form;
            draft.TargetId = form.TargetId;
            draft.TargetRevision = form.TargetRevision;
            draft.Number = form.Number;
            draft.Text = form.Text;
            draft.Discarded = false;
            draft.UpdatedAtUtc = clock.NowUtc;
            if (recorded is null)
            {
                journal.Drafts.Add(draft);
            }

            answer = new DraftOutcome.Kept(draft.Number, clock.Local(draft.UpdatedAtUtc));
            return new SaveOutcome.Saved(draft.Id, Guid.Empty);
        });
        return written is SaveOutcome.Failed failed ? new DraftOutcome.Failed(failed.Fault) : answer;
    }

    /// <summary>
    /// Sets a draft aside: its text stays readable, and is offered to no form. A draft that was typed on meanwhile (a higher number) is
    /// not set aside, and the outcome is that it is kept; typed on later, it is a draft to finish again.
    /// </summary>
    /// <param name="id">The draft; the outcome for one that does not exist is that it is discarded.</param>
    /// <param name="number">The number that the page has.</param>
    public Task<DraftOutcome> SetAsideAsync(Guid id, long number) => RenameAsync(id, number, Draft.AsideOf, new DraftOutcome.SetAside());

    /// <summary>Moves a draft that was set aside back to those to finish; it is offered to its form as before.</summary>
    /// <param name="id">The draft; the outcome for one that does not exist is that it is discarded.</param>
    public Task<DraftOutcome> TakeUpAsync(Guid id) => RenameAsync(id, long.MaxValue, Draft.FormOf, answer: null);

    /// <summary>Discards a draft for good, with its text. One that was typed on meanwhile (a higher number) is not discarded, and the outcome is that it is kept.</summary>
    /// <param name="id">The draft; the outcome for one that does not exist is that it is discarded.</param>
    /// <param name="number">The number that the page has.</param>
    public async Task<DraftOutcome> DiscardAsync(Guid id, long number)
    {
        DraftOutcome answer = new DraftOutcome.Discarded();
        DateTime before = clock.NowUtc - Aftertime;
        SaveOutcome written = await writer.WriteUnrecordedAsync(async journal =>
        {
            await journal.Drafts.Where(old => old.Discarded && old.UpdatedAtUtc < before).ExecuteDeleteAsync();
            if (await journal.Drafts.FirstOrDefaultAsync(draft => draft.Id == id) is { } draft)
            {
                if (draft.Number > number && !draft.Discarded)
                {
                    answer = new DraftOutcome.Kept(draft.Number, clock.Local(draft.UpdatedAtUtc));
                    return new SaveOutcome.NotFound();
                }

                draft.Text = "";
                draft.Discarded = true;
                draft.Number = Math.Max(draft.Number, number);
                draft.UpdatedAtUtc = clock.NowUtc;
            }

            return new SaveOutcome.Saved(id, Guid.Empty);
        });
        return written is SaveOutcome.Failed failed ? new DraftOutcome.Failed(failed.Fault) : answer;
    }

    private async Task<DraftOutcome> RenameAsync(Guid id, long number, Func<string, string> rename, DraftOutcome? answer)
    {
        DraftOutcome found = new DraftOutcome.Discarded();
        SaveOutcome written = await writer.WriteUnrecordedAsync(async journal =>
        {
            if (await journal.Drafts.FirstOrDefaultAsync(draft => draft.Id == id && !draft.Discarded) is not { } draft)
            {
                return new SaveOutcome.NotFound();
            }

            found = new DraftOutcome.Kept(draft.Number, clock.Local(draft.UpdatedAtUtc));
            if (draft.Number > number)
            {
                return new SaveOutcome.NotFound();
            }

            // The time stays the one at which it was last typed in.
            draft.Form = rename(draft.Form);
            found = answer ?? found;
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
        return written is SaveOutcome.Failed failed ? new DraftOutcome.Failed(failed.Fault) : found;
    }
}

/// <summary>The request to keep a text.</summary>
public sealed record DraftForm
{
    /// <inheritdoc cref="Draft.Id"/>
    public required Guid Id { get; init; }

    /// <inheritdoc cref="Draft.PatientId"/>
    public Guid? PatientId { get; init; }

    /// <inheritdoc cref="Draft.Form"/>
    public required string Form { get; init; }

    /// <inheritdoc cref="Draft.TargetId"/>
    public Guid? TargetId { get; init; }

    /// <inheritdoc cref="Draft.TargetRevision"/>
    public int? TargetRevision { get; init; }

    /// <inheritdoc cref="Draft.Number"/>
    public required long Number { get; init; }

    /// <inheritdoc cref="Draft.Text"/>
    public required string Text { get; init; }
}

/// <summary>The result of keeping a draft.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>The text is on disk.</summary>
    /// <param name="Number">The number of the text that is kept: higher than the one sent when a newer text was stored already.</param>
    /// <param name="At">When it was kept, in the practice's local time.</param>
    public sealed record Kept(long Number, DateTime At) : DraftOutcome;

    /// <summary>The draft was set aside: kept and readable, and offered to no form.</summary>
    public sealed record SetAside : DraftOutcome;

    /// <summary>The draft was discarded, or did not exist.</summary>
    public sealed record Discarded : DraftOutcome;

    /// <summary>The draft already ended in this act: the text is saved, and nothing is kept under this id any more.</summary>
    public sealed record Spent(Guid ActId) : DraftOutcome;

    /// <summary>The text is longer than <see cref="Draft.LongestText"/>: nothing of it was kept.</summary>
    public sealed record TooLong(int Length) : DraftOutcome;

    /// <summary>The request has no id, or no form of 1 to <see cref="Draft.LongestForm"/> characters.</summary>
    public sealed record NotADraft : DraftOutcome;

    /// <summary>The disk or the file did not allow it: the text that was kept before is unchanged.</summary>
    public sealed record Failed(StorageFault Fault) : DraftOutcome;
}
