using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Web.App;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Patients;

/// <summary>Saves a person's particulars, and keeps what was typed whatever comes of it.</summary>
public sealed partial class PatientEditor
{
    private LeaveGuard _guard = null!;
    private FirstCondition? _first;
    private ConditionsSection? _conditions;
    private PatientDraft _draft = null!;
    private PatientDraft _read = null!;
    private int _revision;
    private IReadOnlyList<Problem> _problems = [];
    private IReadOnlyList<PatientDraftField>? _elsewhere;
    private string? _fault;

    /// <summary>What the form starts from. A later revision of the same person is brought in without touching what was typed.</summary>
    [Parameter, EditorRequired]
    public required PatientForm Start { get; set; }

    /// <summary>Whether the person is not in the journal yet.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>Reads the person as recorded now.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<PatientForm?>> ReadAgain { get; set; }

    /// <summary>Raised when all is on disk.</summary>
    [Parameter]
    public EventCallback Saved { get; set; }

    [Inject]
    private PatientRecorder Recorder { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    [Inject]
    private PracticeClock Clock { get; init; } = null!;

    [Inject]
    private Wording Wording { get; init; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_draft is null)
        {
            (_draft, _read, _revision) = (PatientDraft.Of(Start), PatientDraft.Of(Start), Start.Revision);
        }
        else if (Start.Revision > _revision)
        {
            BringIn(Start);
        }
    }

    private int Refused => _problems.Select(problem => problem.Field).Distinct().Count() + (_first?.Refused ?? 0);

    private bool HasUnsaved() =>
        PatientDraftField.Between(_draft, _read, Wording).Count > 0 || _first?.IsEmpty == false || _conditions?.HasUnsaved == true;

    private string? ProblemOf(string field) => _problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Wording.Problem(problem) : null;

    private async Task SaveAsync()
    {
        PatientForm form = _draft.ToForm(_revision, Clock.Today);
        (_problems, _fault) = (_draft.Problems(Clock.Today), null);
        bool conditionIsRight = _first?.Check(_draft.Id, new LifeSpan(form.BirthDate, form.DeceasedOn)) ?? true;
        if (_problems.Count > 0 || !conditionIsRight)
        {
            return;
        }

        // A reason still being typed is saved by the same click: nobody should have to think of two buttons.
        if (_conditions is not null && !await _conditions.SaveOpenAsync())
        {
            return;
        }

        SaveOutcome outcome = await Recorder.RecordAsync(form);
        if (outcome is not SaveOutcome.Saved saved)
        {
            await ShowAsync(outcome);
            return;
        }

        // From here on the person is on disk: a second try after a fault changes what is there and makes no twin.
        _revision = Math.Max(_revision, 1);
        bool withCondition = _first?.IsEmpty == false;
        if (withCondition && await _first!.SaveAsync(_draft.Id) is not SaveOutcome.Saved and var refused)
        {
            await ShowAsync(refused);
            return;
        }

        TakeOver(PatientDraft.Of(form));
        Guid? undo = withCondition || saved.ActId == Guid.Empty ? null : saved.ActId;
        Notices.Say(Wording.Done(IsNew ? ActKind.PatientAdded : ActKind.PatientChanged, TimeOnly.FromDateTime(Clock.Local(Clock.NowUtc))), undo);
        await _guard.SettledAsync();
        await Saved.InvokeAsync();
    }

    private async Task SettleAsync()
    {
        if (!HasUnsaved())
        {
            await _guard.SettledAsync();
        }
    }

    private async Task ShowAsync(SaveOutcome outcome)
    {
        switch (outcome)
        {
            case SaveOutcome.Invalid(var problems):
                _problems = problems;
                break;
            case SaveOutcome.Stale when await ReadAgain() is { } recorded:
                _elsewhere = BringIn(recorded);
                break;
            case SaveOutcome.Failed(var fault):
                _fault = $"{Wording.Of(fault)} {Wording["Fault.NotSavedAny"]}";
                break;
            default:
                _fault = Wording["Fault.UnknownPerson"];
                break;
        }
    }

    private IReadOnlyList<PatientDraftField> BringIn(PatientForm recorded)
    {
        PatientDraft now = PatientDraft.Of(recorded);
        IReadOnlyList<PatientDraftField> changed = PatientDraftField.BringIn(_draft, _read, now, Wording);
        (_read, _revision) = (now, recorded.Revision);
        return changed;
    }

    private async Task TakeTheirsAsync()
    {
        TakeOver(_read);
        await SettleAsync();
    }

    /// <summary>What is recorded now stands in the form; nothing typed is left.</summary>
    private void TakeOver(PatientDraft recorded)
    {
        foreach (PatientDraftField field in PatientDraftField.All)
        {
            field.Take(recorded, _draft);
        }

        (_read, _elsewhere, _problems) = (recorded, null, []);
    }
}
