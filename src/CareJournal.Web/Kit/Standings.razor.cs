using System.Globalization;
using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Web.App;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Kit;

/// <summary>Goals or tools of one person, and the two acts on them: moving one on, adding one.</summary>
/// <typeparam name="TState">Where one may stand.</typeparam>
public sealed partial class Standings<TState>(DraftRecorder drafts)
    where TState : struct, Enum
{
    private SaveAnswer? _answer;
    private IReadOnlyList<ChoiceOption<TState>>? _states;
    private DraftKeeper? _keeper;
    private Guid? _open;
    private TState _state;
    private string? _line;
    private string? _newWords;
    private int _group;
    private bool _busy;
    private bool _adding;
    private bool _all;

    /// <summary>What one is called in the name of a draft: "goal", "tool".</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The person.</summary>
    [Parameter, EditorRequired]
    public Guid PatientId { get; set; }

    /// <summary>What the address opens: the name alone for a new one, the name and the id for one that moves on.</summary>
    [Parameter]
    public string? Opened { get; set; }

    /// <summary>The draft that was asked for, where several are kept.</summary>
    [Parameter]
    public Guid? Resumed { get; set; }

    /// <summary>What they are.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Said where there is none.</summary>
    [Parameter, EditorRequired]
    public required string Empty { get; set; }

    /// <summary>The goals or tools.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Standing<TState>> Items { get; set; }

    /// <summary>The act of moving one on, in a word.</summary>
    [Parameter, EditorRequired]
    public required string MoveWords { get; set; }

    /// <summary>The act of adding one.</summary>
    [Parameter, EditorRequired]
    public required string AddWords { get; set; }

    /// <summary>What is asked for a new one.</summary>
    [Parameter, EditorRequired]
    public required string AddLabel { get; set; }

    /// <summary>The groups in which a new one may stand; none where there are no groups.</summary>
    [Parameter]
    public IReadOnlyList<ChoiceOption<int>> Groups { get; set; } = [];

    /// <summary>The state with which one may be put in other words.</summary>
    [Parameter]
    public TState? Reworded { get; set; }

    /// <summary>What is said when one was added, moved on, or declared entered in error.</summary>
    [Parameter, EditorRequired]
    public required (ActKind Add, ActKind Move, ActKind Void) Kinds { get; set; }

    /// <summary>Records where one stands.</summary>
    [Parameter, EditorRequired]
    public required Func<StandingMove<TState>, Task<SaveOutcome>> Move { get; set; }

    /// <summary>Whether a move is only gathered, to be recorded with the form beside it.</summary>
    [Parameter]
    public bool Gathers { get; set; }

    /// <summary>Raised with one whose gathered move is taken back.</summary>
    [Parameter]
    public EventCallback<Guid> LeftAsBefore { get; set; }

    /// <summary>Records a new one, in a group, and ends the draft that held its words.</summary>
    [Parameter, EditorRequired]
    public required Func<string?, int, Guid?, Task<SaveOutcome>> Add { get; set; }

    /// <summary>Declares one entered in error.</summary>
    [Parameter, EditorRequired]
    public required Func<Standing<TState>, Task<SaveOutcome>> Void { get; set; }

    /// <summary>Raised after something was recorded.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _answer = new SaveAnswer(Wording);
        _states = [.. Enum.GetValues<TState>().Select(state => new ChoiceOption<TState>(state, Wording.Of(state)))];
        if (Opened == Name)
        {
            BeginToAdd();
        }
        else if (Items.FirstOrDefault(item => Opened == $"{Name}-{item.Id}") is { } item)
        {
            Open(item);
            _all = !item.Open;
        }
    }

    private void Open(Standing<TState> item)
    {
        _answer!.Clear();
        (_open, _state, _line, _newWords, _adding) = (item.Id, item.State, item.Line, item.NewWords, false);
    }

    private void BeginToAdd()
    {
        _answer!.Clear();
        (_open, _newWords, _adding) = (null, null, true);
    }

    private void Close() => (_open, _adding) = (null, false);

    private void Restore(IReadOnlyDictionary<string, string> fields)
    {
        Take(fields);
        string chosen = fields.GetValueOrDefault("Choices", "");
        _state = Enum.TryParse(chosen, out TState state) ? state : _state;
        _group = _adding && int.TryParse(chosen, CultureInfo.InvariantCulture, out int group) ? group : _group;
    }

    private void Take(IReadOnlyDictionary<string, string> fields) =>
        (_line, _newWords) = (fields.GetValueOrDefault("Line"), fields.GetValueOrDefault("NewWords"));

    private async Task<TypedText?> TakeTypedAsync()
    {
        TypedText? typed = await _keeper!.FlushAsync();
        if (typed is not null)
        {
            Take(typed.Fields);
        }

        return typed;
    }

    private Task MoveAsync(Standing<TState> item) => OnceAsync(async () =>
    {
        TypedText? typed = await TakeTypedAsync();
        Task<SaveOutcome> move = Move(new StandingMove<TState>(item.Id, _state, _line, _newWords, typed?.DraftId));
        if (!Gathers)
        {
            await DoneAsync(Kinds.Move, move);
        }
        else if (_answer!.Take(await move) is not null)
        {
            // The words stand in the form beside it now, and in its draft.
            await PutAwayAsync(typed);
            Close();
        }
    });

    // What was said of it goes with it.
    private Task VoidAsync(Standing<TState> item) => OnceAsync(async () =>
    {
        TypedText? typed = await TakeTypedAsync();
        await DoneAsync(Kinds.Void, Void(item));
        if (_open is null)
        {
            await PutAwayAsync(typed);
        }
    });

    private async Task PutAwayAsync(TypedText? typed)
    {
        await _keeper!.SettledAsync();
        await (typed is null ? Task.CompletedTask : drafts.DiscardAsync(typed.DraftId, typed.Number));
    }

    private Task AddAsync() => OnceAsync(async () =>
    {
        TypedText? typed = await TakeTypedAsync();
        await DoneAsync(Kinds.Add, Add(_newWords, _group, typed?.DraftId));
    });

    // Over a slow wire the button stands there for a while after it was pressed: a second press does nothing.
    private async Task OnceAsync(Func<Task> act)
    {
        if (_busy || (_open is null && !_adding))
        {
            return;
        }

        _busy = true;
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task DoneAsync(ActKind kind, Task<SaveOutcome> act)
    {
        if (_answer!.Take(await act) is { } saved)
        {
            Notices.Say(Wording.Of(kind), saved.ActId);
            await _keeper!.SettledAsync();
            Close();
            await Changed.InvokeAsync();
        }
    }
}
