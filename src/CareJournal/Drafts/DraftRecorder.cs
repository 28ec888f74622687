using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Drafts;

/// <summary>Keeps what is being typed, on disk before it answers, and puts it away. Neither is an act.</summary>
public sealed class DraftRecorder(JournalWriter writer, PracticeClock clock)
{
    // A keep that is still on its way after a day does not exist; until then the number of a draft that was put away is needed.
    private static readonly TimeSpan Aftertime = TimeSpan.FromDays(1);

    /// <summary>
    /// Keeps a text, new or newer. A number that is not higher than the stored one changes nothing and answers the stored one. A draft
    /// that already ended in a save is spent. Every UTF-16 unit is kept as it came, lone surrogates and zeros too.
    /// </summary>
    public async Task<DraftOutcome> KeepAsync(DraftForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
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

            // What was put away and is typed on comes back by a higher number, like any other.
            Draft? known = await journal.Drafts.FirstOrDefaultAsync(draft => draft.Id == form.Id);
#if SABOTAGE_DRAFT_NUMBER
            if (known is null && form.Number < 0)
#else
            if (known?.Number >= form.Number)
#endif
            {
                answer = new DraftOutcome.Kept(known!.Number, clock.Local(known.UpdatedAtUtc));
                return new SaveOutcome.NotFound();
            }

            Draft draft = known ?? new Draft { Id = form.Id, Form = form.Form };
            draft.PatientId = form.PatientId;
            draft.Form = form.Form;
            draft.TargetId = form.TargetId;
            draft.TargetRevision = form.TargetRevision;
            draft.Number = form.Number;
            draft.Text = form.Text;
            draft.Discarded = false;
            draft.UpdatedAtUtc = clock.NowUtc;
            if (known is null)
            {
                journal.Drafts.Add(draft);
            }

            answer = new DraftOutcome.Kept(draft.Number, clock.Local(draft.UpdatedAtUtc));
            return new SaveOutcome.Saved(draft.Id, Guid.Empty);
        });
        return written is SaveOutcome.Failed failed ? new DraftOutcome.Failed(failed.Fault) : answer;
    }

    /// <summary>
    /// Sets a draft aside: its text stays and is read, and no form is offered it. One that was typed on meanwhile (a higher number) is
    /// left, and answers as kept; typed on later, it is a draft to finish again.
    /// </summary>
    /// <param name="id">The draft; one that is not there answers as put away.</param>
    /// <param name="number">The number that the page knows.</param>
    public Task<DraftOutcome> SetAsideAsync(Guid id, long number) => RenameAsync(id, number, Draft.AsideOf, new DraftOutcome.SetAside());

    /// <summary>Takes a draft that was set aside among those to finish again; its form is offered it as before.</summary>
    /// <param name="id">The draft; one that is not there answers as put away.</param>
    public Task<DraftOutcome> TakeUpAsync(Guid id) => RenameAsync(id, long.MaxValue, Draft.FormOf, answer: null);

    /// <summary>Puts a draft away for good, with its text. One that was typed on meanwhile (a higher number) is left, and answers as kept.</summary>
    /// <param name="id">The draft; an unknown one is answered as put away.</param>
    /// <param name="number">The number that the page knows.</param>
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

            // The hour stays the one at which it was last typed in.
            draft.Form = rename(draft.Form);
            found = answer ?? found;
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
        return written is SaveOutcome.Failed failed ? new DraftOutcome.Failed(failed.Fault) : found;
    }
}

/// <summary>A text as the page sends it to be kept.</summary>
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

/// <summary>How keeping a draft ended.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>On disk.</summary>
    /// <param name="Number">The number of the text that is kept: higher than the one sent when a newer text was there already.</param>
    /// <param name="At">When it was kept, on the practice's wall clock.</param>
    public sealed record Kept(long Number, DateTime At) : DraftOutcome;

    /// <summary>It was set aside: kept and read, and offered to no form.</summary>
    public sealed record SetAside : DraftOutcome;

    /// <summary>It was put away, or was not there.</summary>
    public sealed record Discarded : DraftOutcome;

    /// <summary>It already ended in this act: the text is saved, and nothing is kept under this id any more.</summary>
    public sealed record Spent(Guid ActId) : DraftOutcome;

    /// <summary>Longer than <see cref="Draft.LongestText"/>: nothing was kept of it.</summary>
    public sealed record TooLong(int Length) : DraftOutcome;

    /// <summary>Without an id, or without a form of 1 to <see cref="Draft.LongestForm"/> characters.</summary>
    public sealed record NotADraft : DraftOutcome;

    /// <summary>The disk or the file did not allow it: the text that was kept before stands.</summary>
    public sealed record Failed(StorageFault Fault) : DraftOutcome;
}
