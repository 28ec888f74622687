using CareJournal.Drafts;
using CareJournal.Settings;
using CareJournal.Web.App;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace CareJournal.Web.Kit;

/// <summary>
/// Keeps what is typed in a form as a draft of the journal while it is typed, and brings it back when the page is opened again. The
/// script owns the text and seals it over HTTP; the circuit only hears where it lies.
/// </summary>
public sealed partial class DraftKeeper(DraftReader reader, DraftRecorder recorder, PracticeClock clock, Wording wording, IJSRuntime scripts) : IAsyncDisposable
{
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ElementReference _form;
    private IJSObjectReference? _script;
    private DateTime? _restoredAt;
    private bool _restoring;
    private IReadOnlyList<OpenDraft> _unreadable = [];

    [CascadingParameter]
    private FaultBoundary? Boundary { get; set; }

    /// <summary>The form. Its text fields carry <c>data-draft</c> with the name of what is typed in them.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Which form it is, in one word.</summary>
    [Parameter, EditorRequired]
    public required string Form { get; set; }

    /// <summary>The person it is about.</summary>
    [Parameter]
    public Guid? PatientId { get; set; }

    /// <summary>The row that is being changed; none for something new.</summary>
    [Parameter]
    public Guid? TargetId { get; set; }

    /// <summary>The revision of that row that was read.</summary>
    [Parameter]
    public int? TargetRevision { get; set; }

    /// <summary>The draft that was asked for, where several are kept.</summary>
    [Parameter]
    public Guid? Resumed { get; set; }

    /// <summary>What was chosen rather than typed, in the page's own writing.</summary>
    [Parameter]
    public string? Choices { get; set; }

    /// <summary>Raised with what was typed earlier, field by field, when a draft was found.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> Restored { get; set; }

    /// <summary>Raised when the draft that was found is not wanted: the form begins afresh.</summary>
    [Parameter]
    public EventCallback SetAside { get; set; }

    /// <summary>The day on which what was brought back was typed; today where nothing was.</summary>
    public DateOnly TypedOn => _restoredAt is { } at ? DateOnly.FromDateTime(at) : clock.Today;

    /// <summary>All that stands in the fields now, and the draft that holds it; <c>null</c> where no script runs.</summary>
    public async Task<TypedText?> FlushAsync()
    {
        // A hurried hand saves before the script has come: the words are in the fields already, and only the script reads them.
        await _attached.Task;
        if (await _script!.InvokeAsync<Flushed?>("flush", _id) is not { } flushed)
        {
            return null;
        }

        // Long texts do not travel over the circuit: once they are sealed, they are read from the disk.
        IReadOnlyDictionary<string, string>? fields = flushed.Kept && await reader.ReadAsync(flushed.Id) is { } draft ? DraftText.Fields(draft) : flushed.Fields;
        return new TypedText(flushed.Id, flushed.Number, fields ?? new Dictionary<string, string>());
    }

    /// <summary>Says that everything typed is in the record now.</summary>
    public async Task SettledAsync()
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("end", _id);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            IReadOnlyList<OpenDraft> drafts = await ReadableAsync([.. (await reader.FindAsync(PatientId, Form)).Where(draft => draft.TargetId == TargetId)]);
            _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Kit/DraftKeeper.razor.js"]);
            Guid? found = await _script.InvokeAsync<Guid?>(
                "keep",
                _form,
                new { id = _id, patient = PatientId, form = Form, target = TargetId, revision = TargetRevision },
                new { kept = Words["Draft.Kept"].Value, waiting = Words["Draft.Waiting"].Value },
                drafts.OrderByDescending(draft => draft.Id == Resumed).ThenByDescending(draft => draft.UpdatedAt).Select(draft => new { id = draft.Id, number = draft.Number }));
            _attached.SetResult();
            if (_unreadable.Count > 0)
            {
                StateHasChanged();
            }

            if (found is { } id)
            {
                _restoring = true;
                if (await reader.ReadAsync(id) is { } draft)
                {
                    _restoredAt = draft.UpdatedAt;
                    await Restored.InvokeAsync(DraftText.Fields(draft));
                }

                StateHasChanged();
            }
        }
        else if (_restoring)
        {
            _restoring = false;
            await _script!.InvokeVoidAsync("restored", _id, TypedOn != clock.Today);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
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
            // The page is gone, and its script with it: what was typed it handed in by itself.
        }
    }

    // What no form can read is offered to none: it would come back as an empty form, and the next letter would be kept over it.
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

    // Words that are kept wait under « Brouillons à finir »; only words that could not be kept hold the page back.
    private async Task AskAsync(LocationChangingContext leaving)
    {
        if (_script is not null && await _script.InvokeAsync<bool>("unkept", _id) && await _script.InvokeAsync<Flushed?>("flush", _id) is { Kept: false })
        {
            leaving.PreventNavigation();

            // The page stays until it is answered; the answer is not waited for here, or every other way out would wait with it.
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

    private async Task SetAsideAsync()
    {
        if (await FlushAsync() is { } typed)
        {
            await SettledAsync();
            await recorder.DiscardAsync(typed.DraftId, typed.Number);
        }

        await SetAside.InvokeAsync();
    }

    private sealed record Flushed(Guid Id, long Number, bool Kept, Dictionary<string, string>? Fields);
}

/// <summary>What stands in a form, and the draft that holds it.</summary>
/// <param name="DraftId">The draft: it dies in the transaction that saves what was typed.</param>
/// <param name="Number">Counts what was typed.</param>
/// <param name="Fields">What was typed, by field.</param>
public sealed record TypedText(Guid DraftId, long Number, IReadOnlyDictionary<string, string> Fields);
