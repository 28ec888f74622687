using CareJournal.Patients;
using CareJournal.Web.Drafts;
using CareJournal.Web.Host;

namespace CareJournal.Web.Patients;

/// <summary>Form for a person's particulars. Whatever the result of a save, what was typed is kept.</summary>
public sealed partial class PatientEditor
{
    private FormDraft<PatientInput>? _draft;
    private FirstCondition? _first;
    private ConditionsSection? _conditions;
    private PatientInput _input = null!;
    private PatientInput _read = null!;
    private int _revision;
    private IReadOnlyList<Problem> _problems = [];
    private IReadOnlyList<PatientInputField>? _elsewhere;
    private IReadOnlyList<PatientName> _alike = [];
    private string? _fault;
    private bool _another;

    /// <summary>The person that the form starts from. A later revision is merged without touching what was typed.</summary>
    [Parameter, EditorRequired]
    public required PatientForm Start { get; set; }

    /// <summary>Whether the person is not in the journal yet.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>Reads the person as recorded now.</summary>
    [Parameter, EditorRequired]
    public required Func<Guid, Task<PatientForm?>> ReadAgain { get; set; }

    /// <summary>The form that the address opens among the reasons: "condition" for a new one, with its id for one that is changed.</summary>
    [Parameter]
    public string? Opened { get; set; }

    /// <summary>Whether a new person begins with <see cref="Start"/>, whatever drafts of other new persons are kept.</summary>
    [Parameter]
    public bool BeginsAnew { get; set; }

    /// <summary>Raised when a draft that was found is discarded: the form begins empty.</summary>
    [Parameter]
    public EventCallback Discarded { get; set; }

    /// <summary>Raised with the id of the person when everything is saved.</summary>
    [Parameter]
    public EventCallback<Guid> Saved { get; set; }

    [Inject]
    private PatientRecorder Recorder { get; init; } = null!;

    [Inject]
    private PatientNames Names { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    [Inject]
    private PracticeClock Clock { get; init; } = null!;

    protected override void OnParametersSet()
    {
        if (_input is null)
        {
            (_input, _read, _revision) = (PatientInput.Of(Start), PatientInput.Of(Start), Start.Revision);
        }
        else if (Start.Revision > _revision)
        {
            BringIn(Start);
        }
    }

    private int Refused => _problems.Select(problem => problem.Field).Distinct().Count() + (_first?.Refused ?? 0);

    private string? ProblemOf(string field) => _problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Words.Problem(problem) : null;

    private async Task SaveAsync()
    {
        Guid? draft = await _draft!.TakeAsync();
        PatientForm form = _input.ToForm(_revision, Clock.Today);
        (_problems, _fault, _alike) = (_input.Problems(Clock.Today), null, []);
        bool conditionIsRight = _first?.Check(_input.Id, new LifeSpan(form.BirthDate, form.DeceasedOn)) ?? true;
        if (_problems.Count > 0 || !conditionIsRight)
        {
            return;
        }

        if (IsNew && !_another && Names.Alike(form) is { Count: > 0 } alike)
        {
            _alike = alike;
            return;
        }

        // A reason still being typed is saved by the same click: nobody should have to think of two buttons.
        if (_conditions is not null && !await _conditions.SaveOpenAsync())
        {
            return;
        }

        form.DraftId = draft;
        SaveOutcome outcome = await Recorder.RecordAsync(form, _first?.ToForm(_input.Id));
        if (outcome is not SaveOutcome.Saved saved)
        {
            await ShowAsync(outcome);
            return;
        }

        TakeOver(PatientInput.Of(form));
        Guid? undo = saved.ActId == Guid.Empty ? null : saved.ActId;
        Notices.Say(Words.Done(IsNew ? ActKind.PatientAdded : ActKind.PatientChanged, TimeOnly.FromDateTime(Clock.Local(Clock.NowUtc))), undo);
        await _draft.SettledAsync();
        await Saved.InvokeAsync(_input.Id);
    }

    private async Task AddAnotherAsync()
    {
        _another = true;
        try
        {
            await SaveAsync();
        }
        finally
        {
            _another = false; // The answer was about the name and the day of birth as they were.
        }
    }

    // Changes recorded since the draft was begun are shown beside it: neither replaces the other by itself.
    private void Restore(PatientInput input)
    {
        _input = input;
        input.WriteOut(_draft!.TypedOn, Clock.Today, Words);
        _elsewhere = input.Revision < _revision && PatientInputField.Between(input, _read, Words) is { Count: > 0 } changed ? changed : null;
    }

    private async Task ShowAsync(SaveOutcome outcome)
    {
        switch (outcome)
        {
            case SaveOutcome.Invalid(var problems):
                _problems = problems;
                break;
            case SaveOutcome.Stale when await ReadAgain(_input.Id) is { } recorded:
                _elsewhere = BringIn(recorded);
                break;
            case SaveOutcome.Failed(var fault):
                _fault = $"{Words.Of(fault)} {Words["Fault.NotSavedAny"]}";
                break;
            default:
                _fault = Words["Fault.UnknownPerson"];
                break;
        }
    }

    private IReadOnlyList<PatientInputField> BringIn(PatientForm recorded)
    {
        PatientInput now = PatientInput.Of(recorded);
        IReadOnlyList<PatientInputField> changed = PatientInputField.BringIn(_input, _read, now, Words);
        (_read, _revision, _input.Revision) = (now, recorded.Revision, recorded.Revision);
        return changed;
    }

    private async Task TakeTheirsAsync()
    {
        await _draft!.TakeAsync();
        TakeOver(_read);
        await _draft.RenewAsync();
    }

    /// <summary>Shows the recorded values in the form; nothing typed is left.</summary>
    private void TakeOver(PatientInput recorded)
    {
        foreach (PatientInputField field in PatientInputField.All)
        {
            field.Take(recorded, _input);
        }

        (_read, _elsewhere, _problems) = (recorded, null, []);
    }
}
