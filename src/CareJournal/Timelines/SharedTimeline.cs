using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Tools;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>
/// What of a follow-up is looked at together with the person. A list of what is shown, never of what is hidden: whatever is recorded
/// later on stays out until somebody writes it down here. It has no place for the practitioner's texts, for how and why a pause was,
/// for periods, for reviews, for contacts, for counts or for anybody else's name. Pure.
/// </summary>
public sealed record SharedTimeline
{
    /// <summary>Whose follow-up it is.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The person's own name; the only one that is shown.</summary>
    public required string GivenName { get; init; }

    /// <inheritdoc cref="GivenName"/>
    public required string FamilyName { get; init; }

    /// <summary>The activity that matters, in the person's own words.</summary>
    public string? OwnActivity { get; init; }

    /// <summary>The practice's civil day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>From how many days on a silence is drawn as a pause; it is not shown.</summary>
    public required int GapThreshold { get; init; }

    /// <summary>Held sessions, oldest first, then the ones planned from today on.</summary>
    public required IReadOnlyList<SharedVisit> Visits { get; init; }

    /// <summary>All that was agreed about the next time, reduced to days: without it the pauses would be other ones than they were.</summary>
    public required IReadOnlyList<Agreement> Agreements { get; init; }

    /// <summary>The person's answers.</summary>
    public required IReadOnlyList<TimelineMeasure> Answers { get; init; }

    /// <summary>Flare-ups as they were told.</summary>
    public required IReadOnlyList<SharedFlareUp> FlareUps { get; init; }

    /// <summary>Life events as they were told.</summary>
    public required IReadOnlyList<SharedLifeEvent> LifeEvents { get; init; }

    /// <summary>What the person said of a pause.</summary>
    public required IReadOnlyList<SharedPause> Pauses { get; init; }

    /// <summary>What matters to the person.</summary>
    public IReadOnlyList<SharedGoal> Goals { get; init; } = [];

    /// <summary>What the person leans on.</summary>
    public IReadOnlyList<SharedTool> Tools { get; init; } = [];

    /// <summary>The word that stands for the day it overflows.</summary>
    public SharedWord? Word { get; init; }

    /// <summary>
    /// Whether a session may be read together. One that is hidden, or that a third party confided, remains as a bare date, like one of
    /// which nothing was written: without it a pause would be drawn that never was.
    /// </summary>
    public static bool MayBeRead(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit is { Hidden: false, ThirdParty: false };
    }

    /// <summary>Takes out of what is recorded what may be looked at together.</summary>
    public static SharedTimeline Create(SharedTimelineRows rows, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        HashSet<Guid> bare = [.. rows.Visits.Where(visit => !MayBeRead(visit)).Select(visit => visit.Id)];
        ILookup<Guid?, NextStep> steps = rows.Steps.ToLookup(step => step.VisitId);
        return new SharedTimeline
        {
            PatientId = rows.Patient.Id,
            GivenName = rows.Patient.GivenName,
            FamilyName = rows.Patient.FamilyName,
            OwnActivity = rows.Patient.OwnActivity,
            Today = today,
            GapThreshold = rows.GapThreshold,
            Visits =
            [
                .. rows.Visits.Where(visit => visit.Status == VisitStatus.Held).OrderBy(visit => visit.HeldOn).ThenBy(visit => visit.StartsAt).ThenBy(visit => visit.Id).Select(visit => Share(visit, steps[visit.Id])),
                .. rows.Visits.Where(visit => visit.Status == VisitStatus.Planned && visit.HeldOn >= today).OrderBy(visit => visit.HeldOn).Select(visit => new SharedVisit(visit.Id, visit.HeldOn, IsPlanned: true)),
            ],
            Agreements = [.. rows.Steps.Select(step => step.Agreement)],
            Answers = [.. rows.Measures
                .Where(measure => measure.Value is not null && (measure.VisitId is not { } visit || !bare.Contains(visit)))
                .Select(measure => new TimelineMeasure(measure.TakenOn, measure.Instrument, measure.Value!.Value))],
            FlareUps = [.. rows.FlareUps.Where(flareUp => flareUp is { Hidden: false, ThirdParty: false }).Select(Share)],
            LifeEvents = [.. rows.LifeEvents.Where(lifeEvent => lifeEvent is { Hidden: false, ThirdParty: false }).Select(Share)],
            Goals = [.. rows.Goals.Select(goal => new SharedGoal(goal.Goal.Id, goal.Goal.Words, goal.Goal.SetOn, goal.Goal.Target, [.. goal.Steps.Select(step => (step.On, step.State))]))],
            Tools = [.. rows.Tools.Select(tool => new SharedTool(
                tool.Tool.Id, tool.Tool.Kind, tool.Tool.Label, tool.Tool.MetOn, [.. tool.Steps.Select(step => (step.On, step.State, step.View is ToolView.Person or ToolView.Both && !(step.VisitId is { } visit && bare.Contains(visit)) ? step.Line : null))]))],
            Word = rows.WordsToSelf.OrderByDescending(word => word.On).ThenByDescending(word => word.Id).Select(word => new SharedWord(word.On, word.Words)).FirstOrDefault(),
            Pauses = [.. rows.AbsenceNotes.Where(note => note.Words is not null).Select(note => new SharedPause(note.Id, note.From, note.To, note.Words!, note.ToldOn))],
        };
    }

    /// <summary>The same as a timeline that can be drawn: made of this list alone, so that no drawing can hold more than it.</summary>
    public PatientTimeline AsDrawn()
    {
        Patient patient = new() { Id = PatientId };
        patient.Describe(new PatientForm { GivenName = GivenName, FamilyName = FamilyName }, Today);
        return PatientTimeline.Create(
            new TimelineRows
            {
                Patient = patient,
                Shared = true,
                GapThreshold = GapThreshold,
                Visits = [.. Visits.Select(visit => new TimelineVisit(visit.Id, null, visit.Day, null, visit.IsPlanned ? VisitStatus.Planned : VisitStatus.Held, null, visit.Agreed))],
                Steps = [.. Agreements.Select(Draw)],
                Measures = Answers,
                FlareUps = [.. FlareUps.Select(Draw)],
                LifeEvents = [.. LifeEvents.Select(Draw)],
                AbsenceNotes = [.. Pauses.Select(Draw)],
            },
            Today);
    }

    private static SharedVisit Share(Visit visit, IEnumerable<NextStep> steps) =>
        !MayBeRead(visit)
            ? new SharedVisit(visit.Id, visit.HeldOn)
            : new SharedVisit(visit.Id, visit.HeldOn)
            {
                Agreed = visit.Agreed,
                Step = steps.OrderByDescending(step => step.Number).Select(step => new SharedStep(step.Kind, step.Days, step.BackBy, step.ReviewOn, step.SignsToComeBack)).FirstOrDefault(),
                HasText = visit.Impression is not null,
            };

    private static SharedFlareUp Share(FlareUp flareUp) =>
        new(flareUp.Id, flareUp.Start, flareUp.End, flareUp.ToldOn, flareUp.Origin, flareUp.PeakPain, flareUp.Hindrance, flareUp.WhatCameBefore, flareUp.WhatHelped);

    private static SharedLifeEvent Share(LifeEvent lifeEvent) =>
        new(lifeEvent.Id, lifeEvent.Start, lifeEvent.End, lifeEvent.ToldOn, lifeEvent.Kind, lifeEvent.Impact, lifeEvent.Words);

    private NextStep Draw(Agreement agreement) => new()
    {
        PatientId = PatientId,
        SaidOn = agreement.SaidOn,
        Number = agreement.Number,
        Kind = agreement switch { { EveryDays: not null } => NextStepKind.Every, { BackBy: not null } => NextStepKind.BackBy, _ => NextStepKind.DoorOpen },
        Days = agreement.EveryDays,
        BackBy = agreement.BackBy,
    };

    // What follows was accepted when it was recorded; it is not judged again, hence the last of all days as "today".
    private FlareUp Draw(SharedFlareUp told)
    {
        FlareUp flareUp = new() { Id = told.Id, PatientId = PatientId };
        flareUp.Describe(
            new FlareUpForm
            {
                PatientId = PatientId,
                Start = told.Start,
                End = told.End,
                Ongoing = told.End is null,
                ToldOn = told.ToldOn,
                Origin = told.Origin,
                PeakPain = told.PeakPain,
                Hindrance = told.Hindrance,
                WhatCameBefore = told.WhatCameBefore,
                WhatHelped = told.WhatHelped,
            },
            DateOnly.MaxValue,
            life: null);
        return flareUp;
    }

    private LifeEvent Draw(SharedLifeEvent told)
    {
        LifeEvent lifeEvent = new() { Id = told.Id, PatientId = PatientId };
        lifeEvent.Describe(
            new LifeEventForm { PatientId = PatientId, Start = told.Start, End = told.End, ToldOn = told.ToldOn, Kind = told.Kind, Impact = told.Impact, Words = told.Words },
            DateOnly.MaxValue,
            life: null);
        return lifeEvent;
    }

    private AbsenceNote Draw(SharedPause told)
    {
        AbsenceNote note = new() { Id = told.Id, PatientId = PatientId };
        note.Describe(new AbsenceNoteForm { PatientId = PatientId, From = told.From, To = told.To, Words = told.Words, ToldOn = told.ToldOn }, DateOnly.MaxValue);
        return note;
    }
}
