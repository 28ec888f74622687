using CareJournal.Web.Drafts;

namespace CareJournal.Web.Goals;

/// <summary>Goals or tools of one person, and the two acts on them: changing the state of one, adding one.</summary>
/// <typeparam name="TState">The possible states.</typeparam>
public sealed partial class StateList<TState>
    where TState : struct, Enum
{
    private SaveAnswer? _answer;
    private IReadOnlyList<ChoiceOption<TState>>? _states;
    private StateInput<TState> _form = new();
    private FormDraft<StateInput<TState>>? _draft;
    private Guid? _open;
    private bool _busy;
    private bool _adding;
    private bool _all;

    /// <summary>The name of one in the name of a draft: "goal", "tool".</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The person.</summary>
    [Parameter, EditorRequired]
    public Guid PatientId { get; set; }

    /// <summary>The form that the address opens: the name alone for a new one, the name and the id for one that changes its state.</summary>
    [Parameter]
    public string? Opened { get; set; }

    /// <summary>The heading.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The text shown if there is none.</summary>
    [Parameter, EditorRequired]
    public required string Empty { get; set; }

    /// <summary>The goals or tools.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<StateLine<TState>> Items { get; set; }

    /// <summary>The label of the act of changing a state, in a word.</summary>
    [Parameter, EditorRequired]
    public required string MoveWords { get; set; }

    /// <summary>The label of the act of adding one.</summary>
    [Parameter, EditorRequired]
    public required string AddWords { get; set; }

    /// <summary>The question asked for a new one.</summary>
    [Parameter, EditorRequired]
    public required string AddLabel { get; set; }

    /// <summary>The groups for a new one; empty if there are none.</summary>
    [Parameter]
    public IReadOnlyList<ChoiceOption<int>> Groups { get; set; } = [];

    /// <summary>The state that gives one a new wording.</summary>
    [Parameter]
    public TState? Reworded { get; set; }

    /// <summary>The acts of adding one, changing its state and declaring it entered in error, named in the notices.</summary>
    [Parameter, EditorRequired]
    public required (ActKind Add, ActKind Move, ActKind Void) Kinds { get; set; }

    /// <summary>Records the state of one.</summary>
    [Parameter, EditorRequired]
    public required Func<StateMove<TState>, Task<SaveOutcome>> Move { get; set; }

    /// <summary>Whether a change is only collected, to be recorded with the form beside it.</summary>
    [Parameter]
    public bool Gathers { get; set; }

    /// <summary>Raised with one whose collected change is taken back.</summary>
    [Parameter]
    public EventCallback<Guid> LeftAsBefore { get; set; }

    /// <summary>Records a new one, in a group, and ends the draft that held its words.</summary>
    [Parameter, EditorRequired]
    public required Func<string?, int, Guid?, Task<SaveOutcome>> Add { get; set; }

    /// <summary>Declares one entered in error.</summary>
    [Parameter, EditorRequired]
    public required Func<StateLine<TState>, Task<SaveOutcome>> Void { get; set; }

    /// <summary>Raised after something was recorded.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    protected override void OnInitialized()
    {
        _answer = new SaveAnswer(Words);
        _states = [.. Enum.GetValues<TState>().Select(state => new ChoiceOption<TState>(state, Words.Of(state)))];
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

    private void Open(StateLine<TState> item)
    {
        _answer!.Clear();
        _form = new StateInput<TState> { PatientId = PatientId, State = item.State, Line = item.Line, NewWords = item.NewWords };
        (_open, _adding) = (item.Id, false);
    }

    private void BeginToAdd()
    {
        _answer!.Clear();
        _form = new StateInput<TState> { PatientId = PatientId };
        (_open, _adding) = (null, true);
    }

    private void Close() => (_open, _adding) = (null, false);

    private void Restore(StateInput<TState> form)
    {
        _form = form;
        form.State = Enum.TryParse(form.Choices, out TState state) ? state : form.State;
        form.Group = _adding && int.TryParse(form.Choices, CultureInfo.InvariantCulture, out int group) ? group : form.Group;
    }

    private Task MoveAsync(StateLine<TState> item) => OnceAsync(async () =>
    {
        Guid? draft = await _draft!.TakeAsync();
        Task<SaveOutcome> move = Move(new StateMove<TState>(item.Id, _form.State, _form.Line, _form.NewWords, draft));
        if (!Gathers)
        {
            await DoneAsync(Kinds.Move, move);
        }
        else if (_answer!.Take(await move) is not null)
        {
            // The words are now in the form beside it, and in its draft.
            await _draft.DiscardAsync();
            Close();
        }
    });

    // Its collected change goes with it.
    private Task VoidAsync(StateLine<TState> item) => OnceAsync(async () =>
    {
        FormDraft<StateInput<TState>> draft = _draft!;
        await draft.TakeAsync();
        await DoneAsync(Kinds.Void, Void(item));
        if (_open is null)
        {
            await draft.DiscardAsync();
        }
    });

    private Task AddAsync() => OnceAsync(async () =>
    {
        Guid? draft = await _draft!.TakeAsync();
        await DoneAsync(Kinds.Add, Add(_form.NewWords, _form.Group, draft));
    });

    // Over a slow connection the button stays for a while after it was pressed: a second press does nothing.
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
            Notices.Say(Words.Of(kind), saved.ActId);
            await _draft!.SettledAsync();
            Close();
            await Changed.InvokeAsync();
        }
    }
}
