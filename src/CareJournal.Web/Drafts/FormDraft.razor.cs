using CareJournal.Drafts;
using Microsoft.AspNetCore.Components.Routing;

namespace CareJournal.Web.Drafts;

/// <summary>
/// Saves what is typed in a form as a draft of the journal while it is typed, and restores it when the form is opened again. The
/// script owns the texts and sends them over HTTP; the circuit only learns where they are stored.
/// </summary>
/// <typeparam name="TForm">The form: a plain class or record whose text properties are named by the <c>data-draft</c> of their fields.</typeparam>
public sealed partial class FormDraft<TForm>(DraftReader reader, DraftRecorder recorder, PracticeClock clock, NavigationManager navigation, IJSRuntime scripts) : IAsyncDisposable
    where TForm : class
{
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Guid _id = Guid.CreateVersion7();
    private ElementReference _element;
    private IJSObjectReference? _script;
    private DateTime? _restoredAt;
    private bool _restoring;
    private Typed? _taken;
    private EventCallback _changed;
    private bool _left;
    private IReadOnlyList<OpenDraft> _unreadable = [];

    [CascadingParameter]
    private FaultBoundary? Boundary { get; set; }

    /// <summary>The fields. Those for text carry <c>data-draft</c> with the name of the form's property.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>The name of the form, one of those in <see cref="DraftPlaces"/>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The person it is about; null for a form about nobody.</summary>
    [Parameter]
    public Guid? PatientId { get; set; }

    /// <summary>The row that is changed and the revision that was read; revision 0 for a new one.</summary>
    [Parameter]
    public (Guid Id, int Revision) Row { get; set; }

    /// <summary>The form being edited; <see cref="TakeAsync"/> updates its texts in place.</summary>
    [Parameter, EditorRequired]
    public required TForm Form { get; set; }

    /// <summary>The dates of the form, which are kept as typed.</summary>
    [Parameter]
    public IReadOnlyList<DateText> Dates { get; set; } = [];

    /// <summary>Whether the form begins empty although drafts of it are kept: they stay in the list of drafts.</summary>
    [Parameter]
    public bool BeginsAnew { get; set; }

    /// <summary>Raised with the form restored from a draft, once the dates are as they were typed.</summary>
    [Parameter]
    public EventCallback<TForm> Restored { get; set; }

    /// <summary>Raised when a draft that was found is discarded: the form begins empty.</summary>
    [Parameter]
    public EventCallback Discarded { get; set; }

    private Guid? TargetId => Row.Revision > 0 ? Row.Id : null;

    private int? TargetRevision => Row.Revision > 0 ? Row.Revision : null;

    /// <summary>The day on which the restored text was typed; today if nothing was restored.</summary>
    public DateOnly TypedOn => _restoredAt is { } at ? DateOnly.FromDateTime(at) : clock.Today;

    // Drawing the form anew is all that follows.
    protected override void OnInitialized() => _changed = EventCallback.Factory.Create(this, () => { });

    /// <summary>Copies the texts and dates from the fields into the form; returns the draft that the save is to end, <c>null</c> if nothing was typed.</summary>
    public async Task<Guid?> TakeAsync()
    {
        // The save button may be pressed before the script has loaded: the text is in the fields already, and only the script reads them.
        await _attached.Task;
        _taken = await _script!.InvokeAsync<Typed?>("flush", _id);
        if (_taken is not { } typed)
        {
            return null;
        }

        // Long texts are not sent over the circuit: once saved, they are read from the disk. Another tab may have discarded them there.
        string? text = typed.Kept && await reader.ReadAsync(typed.Id) is { } draft ? draft.Text : typed.Text ?? await _script!.InvokeAsync<string?>("text", _id);
        if (text is not null && DraftText.Read(text) is { } fields)
        {
            // Choices are left as they are: the form may have changed since they were written.
            FormText<TForm>.Fill(Form, fields, typed.Fields);
            Fill(fields);
        }

        return typed.Number > 0 ? typed.Id : null;
    }

    /// <summary>Ends the draft in the script: everything typed is in the record now.</summary>
    public async Task SettledAsync()
    {
        if (_script is not null && !_left)
        {
            await _script.InvokeVoidAsync("end", _id);
        }
    }

    /// <summary>Ends the draft of a form that is left on purpose, unless words were written in it: those stay to be finished, a choice alone leaves nothing.</summary>
    public async Task LeaveAsync()
    {
        // Escape may be pressed before the script has loaded.
        await _attached.Task;
        if (await _script!.InvokeAsync<Ended?>("endIfWordless", _id) is { } draft)
        {
            await recorder.DiscardAsync(draft.Id, draft.Number);
        }
    }

    /// <summary>Discards the draft as last read: its text is in another form now, or not wanted.</summary>
    public async Task DiscardAsync()
    {
        await SettledAsync();
        if (_taken is { } typed)
        {
            await recorder.DiscardAsync(typed.Id, typed.Number);
        }
    }

    /// <summary>Discards the draft as last read, and begins another one for what is typed from now on: the form stays open.</summary>
    public async Task RenewAsync()
    {
        // The new values of the form are drawn first.
        StateHasChanged();
        if (!_left)
        {
            await _script!.InvokeVoidAsync("renew", _id, TargetId, TargetRevision);
        }

        if (_taken is { } typed)
        {
            await recorder.DiscardAsync(typed.Id, typed.Number);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            IReadOnlyList<OpenDraft> drafts = BeginsAnew ? [] : await ReadableAsync([.. (await reader.FindAsync(PatientId, Name)).Where(draft => draft.TargetId == TargetId)]);
            _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Drafts/FormDraft.razor.js"]);
            Guid? found = await KeepAsync(drafts);
            _attached.SetResult();
            if (_unreadable.Count > 0)
            {
                StateHasChanged();
            }

            if (found is { } id)
            {
                await RestoreAsync(id);
            }
        }
        else if (_restoring)
        {
            _restoring = false;
            await _script!.InvokeVoidAsync("restored", _id, TypedOn != clock.Today);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        try
        {
            if (_script is not null)
            {
                if (await _script.InvokeAsync<Guid?>("leave", _id) is { } draft)
                {
                    Boundary?.Left(draft);
                }

                await _script.DisposeAsync();
            }
        }
        catch (Exception gone) when (ScriptDisposal.IsPageGone(gone))
        {
            // The page and its script are gone: the script has sent the typed text by itself.
        }
    }

    private async Task<Guid?> KeepAsync(IReadOnlyList<OpenDraft> drafts) => await _script!.InvokeAsync<Guid?>(
        "keep",
        _element,
        new { id = _id, patientId = PatientId, form = Name, targetId = TargetId, targetRevision = TargetRevision },
        new { kept = Words["Draft.Kept"], waiting = Words["Draft.Waiting"] },
        drafts.OrderByDescending(draft => draft.Id == Urls.ResumedIn(navigation.Uri)).ThenByDescending(draft => draft.UpdatedAt).Select(draft => new { id = draft.Id, number = draft.Number }));

    private async Task RestoreAsync(Guid id)
    {
        _restoring = true;
        if (await reader.ReadAsync(id) is { } draft && DraftText.Read(draft.Text) is { } fields)
        {
            _restoredAt = draft.UpdatedAt;
            TForm form = FormText<TForm>.Resume(Form, fields, PatientId, Dates);
            Fill(fields);
            foreach (DateText date in Dates)
            {
                date.WriteOut(TypedOn, clock.Today, Words);
            }

            await Restored.InvokeAsync(form);
        }

        StateHasChanged();
    }

    private void Fill(IReadOnlyDictionary<string, System.Text.Json.JsonElement> fields)
    {
        foreach (DateText date in Dates)
        {
            date.Text = DraftText.Typed(fields, date.Field) ?? date.Text;
        }
    }

    // A draft that no form can read is not offered: it would be restored as an empty form, and the next letter would overwrite it.
    private async Task<IReadOnlyList<OpenDraft>> ReadableAsync(IReadOnlyList<OpenDraft> drafts)
    {
        List<OpenDraft> readable = [];
        foreach (OpenDraft draft in drafts)
        {
#if SABOTAGE_DRAFT_UNREAD
            readable.Add(draft);
#else
            if (await reader.ReadAsync(draft.Id) is { } read && DraftText.Read(read.Text) is not null)
            {
                readable.Add(draft);
            }
#endif
        }

        _unreadable = [.. drafts.Except(readable)];
        return readable;
    }

    // Saved text waits under « Brouillons à finir »; only text that could not be saved prevents leaving.
    private async Task AskAsync(LocationChangingContext leaving)
    {
        if (_script is not null && await _script.InvokeAsync<bool>("unkept", _id) && await _script.InvokeAsync<Typed?>("flush", _id) is { Kept: false })
        {
            leaving.PreventNavigation();

            // The page stays until the question is answered; the answer is not awaited here, or every other way of leaving would wait too.
            _ = InvokeAsync(() => QuestionAsync(leaving.TargetLocation));
        }
    }

    private async Task QuestionAsync(string wanted)
    {
        try
        {
            await Leaving.AskAsync(wanted, SettledAsync);
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private async Task DiscardRestoredAsync()
    {
        await TakeAsync();
        await DiscardAsync();
        _restoredAt = null;
        await Discarded.InvokeAsync();
        if (!_left)
        {
            // The form stays open: what is typed from now on is another draft.
            _id = Guid.CreateVersion7();
            StateHasChanged();
            try
            {
                await KeepAsync([]);
            }
            catch (Exception gone) when (ScriptDisposal.IsPageGone(gone))
            {
                // The whole page is being loaded anew.
            }
        }
    }

    /// <summary>A draft that the script has ended, up to its last number.</summary>
    private sealed record Ended(Guid Id, long Number);

    /// <summary>The content of the fields, as returned by the script.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="Number">Increases with each change.</param>
    /// <param name="Kept">Whether all of it is on disk.</param>
    /// <param name="Text">The text of the draft; null if it is on disk.</param>
    /// <param name="Fields">The names of the fields in the form.</param>
    private sealed record Typed(Guid Id, long Number, bool Kept, string? Text, IReadOnlyList<string> Fields);
}
