using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Drafts;
using CareJournal.Web.Host;

namespace CareJournal.Web.Visits;

/// <summary>Records a session as typed, and opens it on the timeline.</summary>
public sealed partial class VisitEditor(VisitRecorder recorder, VisitReader reader, PracticeClock clock, Words words)
{
    private readonly SaveAnswer _answer = new(words);
    private readonly IReadOnlyList<ChoiceOption<WhatWasDone>> _done =
        [.. Enum.GetValues<WhatWasDone>().Where(done => done != WhatWasDone.None).Select(done => new ChoiceOption<WhatWasDone>(done, words.Of(done)))];

    private readonly DateText _date = new(nameof(VisitForm.HeldOn));
    private readonly DateText _time = new(nameof(VisitForm.StartsAt), DateTextKind.Time);
    private readonly SinceFields _since = new();
    private IReadOnlyList<DateText> _dates = [];
    private FormDraft<VisitForm>? _draft;
    private VisitAnswer? _theirs;
    private IReadOnlyList<Problem> _problems = [];
    private bool _busy;
    private bool _goesOn;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private Notices Notices { get; init; } = null!;

    /// <summary>The person's timeline as of the session's day: every duration counts up to it.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Timeline { get; set; }

    /// <summary>The whole timeline, with what came after the session's day.</summary>
    [Parameter, EditorRequired]
    public required PatientTimeline Whole { get; set; }

    /// <summary>Raised with the session's day when another one is typed and understood.</summary>
    [Parameter]
    public EventCallback<DateOnly> DayChanged { get; set; }

    /// <summary>The day of the session before this one; null for a first session.</summary>
    [Parameter, EditorRequired]
    public required DateOnly? Since { get; set; }

    /// <summary>The session being edited.</summary>
    [Parameter, EditorRequired]
    public required VisitForm Form { get; set; }

    /// <summary>The session to log after this one; null when all of the day's sessions are logged.</summary>
    [Parameter]
    public NextToLog? Next { get; set; }

    /// <summary>Whether it is the last one that waited: with it the day can be ended.</summary>
    [Parameter]
    public bool IsLast { get; set; }

    /// <summary>Raised with the session restored from a draft.</summary>
    [Parameter]
    public EventCallback<VisitForm> FormChanged { get; set; }

    /// <summary>Raised when a draft that was found is discarded.</summary>
    [Parameter]
    public EventCallback Abandoned { get; set; }

    /// <summary>Whether an already logged session is being changed.</summary>
    [Parameter]
    public bool IsEdit { get; set; }

    /// <summary>The time at which the session was first written, in the practice's local time; null for a new one.</summary>
    [Parameter]
    public DateTime? WrittenAt { get; set; }

    /// <summary>Whether the person returns after a pause.</summary>
    [Parameter]
    public bool AfterPause { get; set; }

    /// <summary>Whether closed sections are rendered too. False for the moment in which the page is first drawn.</summary>
    [Parameter]
    public bool IsWhole { get; set; } = true;

    private IReadOnlyList<WhatWasDone> Done => [.. _done.Select(option => option.Value).Where(done => Form.WhatWasDone.HasFlag(done))];

    // A slip corrected on the same day needs no reason; a later change is a statement about the past.
    private bool AsksWhy => IsEdit && WrittenAt < clock.Local(clock.NowUtc).AddDays(-1);

    private bool WouldReopen => !IsEdit && Timeline.Patient.ClosedOn < Day;

    // A date that is not understood is reported on saving; until then the session counts as of today.
    private DateOnly Day => _date.Day(clock.Today) ?? clock.Today;

    private bool NothingWritten =>
        Form is
        {
            Impression: null or "", Agreed: null or "", Note: null or "", NextStep: null, Scores.Count: 0, WhatWasDone: WhatWasDone.None, JustifiesRhythm: null or "",
            SamePain: SamePain.NotAsked, RedFlags: RedFlags.NotNoted, PeriodTitle: null or "", Episode: EpisodeChoice.ByRule,
        }
        && Form.Since.SaysNothing() && !_since.AnyTyped;

    private bool IsFirst => Since is null && !TellsSince;

    // What was said stays in sight when the date is changed to one that is no return.
    private bool TellsSince => !IsEdit && (AfterPause || !Form.Since.SaysNothing() || _since.AnyTyped);

    private bool BeginsPeriod => PeriodBeginning.Joined(Whole, Day, Form.Id, Form.Episode) is null;

    private string Proposal => PeriodProposal.Of(
        Day, Since is null, Form.Since.FlareUps.Count > 0 ? _since.FlareUp(0).Start.Vague(Day) : null, Timeline.Conditions is [var reason, ..] ? reason.Label : null, words);

    private IReadOnlyList<ChoiceOption<EpisodeChoice>> Periods => Timeline.Episodes.Count == 0 ? [] : AfterPause
        ? [new(EpisodeChoice.ByRule, words["Visit.NewPeriod"]), new(EpisodeChoice.ContinueLast, Continued)]
        : [new(EpisodeChoice.ByRule, Continued), new(EpisodeChoice.OpenNew, words["Visit.NewPeriod"])];

    private string Continued => Timeline.Episodes[^1].Episode.Title is { } title ? words["Visit.ContinuePeriod", title] : words["Visit.ContinueUntitled"];

    protected override void OnInitialized()
    {
        _date.Text = Form.HeldOn == clock.Today ? words["Date.Today"] : words.Date(Form.HeldOn ?? clock.Today);
        _time.Text = Form.StartsAt is { } time ? words.Time(time) : "";
        _dates = [_date, _time, .. _since.All];
    }

    private async Task TypeDateAsync(string typed)
    {
        _date.Text = typed;
        if (_date.Day(clock.Today) is { } day && day != Timeline.Today)
        {
            // A part of the form may have no place in it on that day: what is typed there counts first, and keeps it in sight.
            await _draft!.TakeAsync();
            await DayChanged.InvokeAsync(day);
        }
    }

    private async Task ChooseEpisodeAsync(EpisodeChoice episode)
    {
        await _draft!.TakeAsync();
        Form.Episode = episode;
    }

    private async Task RestoreAsync(VisitForm form)
    {
        await FormChanged.InvokeAsync(form);
        await SayDayAsync();
    }

    private Task SayDayAsync() => _date.Day(clock.Today) is { } day && day != Timeline.Today ? DayChanged.InvokeAsync(day) : Task.CompletedTask;

    private void ChangeDone(IReadOnlyList<WhatWasDone> done) => Form.WhatWasDone = done.Aggregate(WhatWasDone.None, (all, one) => all | one);
}
