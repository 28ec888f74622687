using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.App;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Visits;

/// <summary>Records what is typed about a session, and leads to it on the timeline.</summary>
public sealed partial class VisitEditor(VisitRecorder recorder, VisitReader reader, PracticeClock clock, Wording wording)
{
    private readonly SaveAnswer _answer = new(wording);
    private readonly IReadOnlyList<ChoiceOption<WhatWasDone>> _done =
        [.. Enum.GetValues<WhatWasDone>().Where(done => done != WhatWasDone.None).Select(done => new ChoiceOption<WhatWasDone>(done, wording.Of(done)))];

    private DraftKeeper? _keeper;
    private VisitAnswer? _theirs;
    private IReadOnlyList<Problem> _problems = [];
    private string? _date;
    private string? _time;
    private bool _busy;
    private bool _goesOn;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    /// <summary>The person's timeline.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Timeline { get; set; }

    /// <summary>The day of the session before this one; none for a first session.</summary>
    [Parameter, EditorRequired]
    public required DateOnly? Since { get; set; }

    /// <summary>The session as it is typed.</summary>
    [Parameter, EditorRequired]
    public required VisitForm Form { get; set; }

    /// <summary>The draft that was asked for, where several are kept.</summary>
    [Parameter]
    public Guid? Resumed { get; set; }

    /// <summary>The session that is logged after this one; none when all of the day are.</summary>
    [Parameter]
    public NextToLog? Next { get; set; }

    /// <summary>Raised with the session as a draft held it.</summary>
    [Parameter]
    public EventCallback<VisitForm> FormChanged { get; set; }

    /// <summary>Raised when a draft that was found is not wanted.</summary>
    [Parameter]
    public EventCallback Abandoned { get; set; }

    /// <summary>Whether a session that was logged before is being changed.</summary>
    [Parameter]
    public bool IsEdit { get; set; }

    /// <summary>When the session was first written, on the practice's wall clock; none for a new one.</summary>
    [Parameter]
    public DateTime? WrittenAt { get; set; }

    /// <summary>Whether the person returns after a pause.</summary>
    [Parameter]
    public bool AfterPause { get; set; }

    /// <summary>Whether what is folded is drawn too. The page says no for the moment in which it is first drawn.</summary>
    [Parameter]
    public bool IsWhole { get; set; } = true;

    private IReadOnlyList<WhatWasDone> Done => [.. _done.Select(option => option.Value).Where(done => Form.WhatWasDone.HasFlag(done))];

    // A slip mended on the same day explains itself; a later change is a statement about the past.
    private bool AsksWhy => IsEdit && WrittenAt < clock.Local(clock.NowUtc).AddDays(-1);

    private bool WouldReopen => !IsEdit && Timeline.Patient.ClosedOn < (FreeDate.Read(_date, clock.Today) ?? clock.Today);

    private bool NothingWritten =>
        Form is { Impression: null or "", Agreed: null or "", Note: null or "", NextStep: null, Scores.Count: 0, WhatWasDone: WhatWasDone.None, JustifiesRhythm: null or "" };

    private IReadOnlyList<ChoiceOption<EpisodeChoice>> Periods =>
    [
        new(EpisodeChoice.ByRule, wording["Visit.NewPeriod"]),
        new(EpisodeChoice.ContinueLast, Timeline.Episodes[^1].Episode.Title is { } title ? wording["Visit.ContinuePeriod", title] : wording["Visit.ContinueUntitled"]),
    ];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _date = Form.HeldOn == clock.Today ? wording["Date.Today"] : wording.Date(Form.HeldOn ?? clock.Today);
        _time = Form.StartsAt is { } time ? wording.Time(time) : null;
    }

    private void ChangeDone(IReadOnlyList<WhatWasDone> done) => Form.WhatWasDone = done.Aggregate(WhatWasDone.None, (all, one) => all | one);

    // The texts come from the draft that holds them, not over the circuit: what is saved is what was sealed.
    private async Task TakeTypedAsync()
    {
        if (_keeper is not null && await _keeper.FlushAsync() is { } typed)
        {
            FormDraft.Take(Form, typed.Fields);
            _date = typed.Fields.GetValueOrDefault(VisitDraft.HeldOn, _date ?? "");
            _time = typed.Fields.GetValueOrDefault(VisitDraft.StartsAt, _time ?? "");
            Form.DraftId = typed.DraftId;
        }
    }

    private async Task RestoreAsync(IReadOnlyDictionary<string, string> fields)
    {
        await FormChanged.InvokeAsync(FormDraft.Resume(Form, fields, Form.PatientId));
        _date = FormDraft.Day(fields.GetValueOrDefault(VisitDraft.HeldOn, _date ?? ""), _keeper!.TypedOn, clock.Today, wording);
        _time = fields.GetValueOrDefault(VisitDraft.StartsAt, _time ?? "");
    }

    private async Task SaveAsync()
    {
        _answer.Clear();
        await TakeTypedAsync();
        Form.HeldOn = FreeDate.Read(_date, clock.Today);
        Form.StartsAt = TodayTime.Read(_time);
        if (Form.StartsAt is null && !string.IsNullOrWhiteSpace(_time))
        {
            _answer.Say(nameof(VisitForm.StartsAt), wording["Fault.Time"]);
            _goesOn = false;
            return;
        }

        await RecordAsync(() => recorder.RecordAsync(Form));
    }

    private Task SaveAndNextAsync()
    {
        _goesOn = true;
        return SaveAsync();
    }

    private Task ConfirmAsync()
    {
        Form.DeceasedConfirmed = true;
        return SaveAsync();
    }

    private Task KeepMineAsync()
    {
        Form.Revision = _theirs!.Form.Revision;
        _theirs = null;
        return SaveAsync();
    }

    // Nothing that was written is passed over, whatever the button says.
    private async Task NothingToAddAsync()
    {
        await TakeTypedAsync();
        if (!NothingWritten)
        {
            await SaveAsync();
            return;
        }

        Form.HeldOn = FreeDate.Read(_date, clock.Today);
        if (Form.HeldOn is not { } heldOn)
        {
            _answer.NotUnderstood(nameof(VisitForm.HeldOn));
            return;
        }

        await RecordAsync(() => recorder.HeldNothingToAddAsync(Form.PatientId, Form.Id, Form.Revision, heldOn, Form.StartsAt));
    }

    private async Task RecordAsync(Func<Task<SaveOutcome>> record)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        SaveOutcome outcome = await record();
        _busy = false;
        _problems = outcome is SaveOutcome.Invalid(var problems) ? problems : [];
        if (_answer.Take(outcome) is { } saved)
        {
            await _keeper!.SettledAsync();
            string done = wording.Done(IsEdit ? ActKind.VisitChanged : ActKind.VisitLogged, TimeOnly.FromDateTime(clock.Local(clock.NowUtc)));
            Notices.Say(saved.Reopened ? $"{done}. {wording["Toast.Reopened"]}" : done, saved.ActId);
            Navigation.NavigateTo(_goesOn && Next is { } next ? Urls.LogPlannedSession(next.PatientId, next.VisitId) : Urls.PersonVisit(Form.PatientId, saved.RowId));
        }
        else
        {
            _goesOn = outcome is SaveOutcome.Refused && _goesOn;
        }

        if (outcome is SaveOutcome.Stale)
        {
            _theirs = await reader.ReadAsync(Form.Id);
        }
    }
}
