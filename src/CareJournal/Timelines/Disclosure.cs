using CareJournal.NextSteps;
using CareJournal.Tools;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>
/// Decides what of a follow-up others than the practitioner may see: together with the person, or on paper. Both are lists of what is shown, never of what is
/// left out: a new timeline is built from the members named below, so a fact or member that is added later stays out until it is listed. Pure.
/// </summary>
public static class Disclosure
{
    /// <summary>
    /// Builds what may be looked at together with the person. It has neither the practitioner's texts, nor how and why a pause was, nor periods, reviews, contacts, closures
    /// or anybody else's name. Of a private visit only its day remains, like a visit without texts: without it a pause would be drawn that never was; what was reported of a pause on its day is left out.
    /// </summary>
    public static PatientTimeline Together(PatientTimeline timeline)
    {
        TimelineRows rows = timeline.Rows;
        HashSet<Guid?> privateVisits = [.. rows.Visits.Where(visit => visit.Private).Select(visit => (Guid?)visit.Id)];
        HashSet<DateOnly> privateDays = [.. rows.Visits.Where(visit => visit.Private).Select(visit => visit.HeldOn)];
        HashSet<Guid?> readable = [.. rows.Visits.Where(visit => visit is { Private: false, Status: VisitStatus.Held }).Select(visit => (Guid?)visit.Id)];
        TimelineRows disclosed = new()
        {
            Shared = true,
            Patient = new TimelinePatient { Id = rows.Patient.Id, GivenName = rows.Patient.GivenName, FamilyName = rows.Patient.FamilyName, OwnActivity = rows.Patient.OwnActivity },
            GapThreshold = rows.GapThreshold,
            Visits =
            [
                .. rows.Visits.Where(visit => visit.Status == VisitStatus.Held).Select(Together),
                .. rows.Visits.Where(visit => visit.Status == VisitStatus.Planned && visit.HeldOn >= timeline.Today)
                    .Select(visit => new TimelineVisit(visit.Id, null, visit.HeldOn, null, VisitStatus.Planned, null)),
            ],
            Steps = [.. rows.Steps.Select(step => readable.Contains(step.VisitId) ? Together(step) : RuleOf(step))],
            Measures = [.. rows.Measures.Where(measure => !measure.Private).Select(measure => new TimelineMeasure(measure.TakenOn, measure.Instrument, measure.Value))],
            FlareUps = [.. rows.FlareUps.Where(flareUp => flareUp is { Hidden: false, ThirdParty: false }).Select(Together)],
            LifeEvents = [.. rows.LifeEvents.Where(lifeEvent => lifeEvent is { Hidden: false, ThirdParty: false }).Select(AsReported)],
            AbsenceNotes = [.. rows.AbsenceNotes.Where(note => note.Words is not null && !privateDays.Contains(note.ReportedOn))
                .Select(note => new TimelineAbsenceNote { Id = note.Id, From = note.From, To = note.To, Words = note.Words, ReportedOn = note.ReportedOn })],
            Goals = [.. rows.Goals.Select(Together)],
            Tools = [.. rows.Tools.Select(tool => Together(tool, privateVisits))],
            WordsToSelf = [.. timeline.WordsToSelf.Take(1).Select(word => new TimelineWord { Id = word.Id, On = word.On, Words = word.Words })],
        };
        return PatientTimeline.Create(disclosed, timeline.Today);
    }

    /// <summary>Returns what the practitioner took away from a held visit, shown together only on request; <c>null</c> where there is no text or the visit is private.</summary>
    public static string? TextTogether(PatientTimeline timeline, Guid visitId) =>
        timeline.Held.FirstOrDefault(visit => visit.Id == visitId && !visit.Private)?.Impression;

    /// <summary>
    /// Builds what may be printed of the choice. The standing note, the practitioner's texts, notes, reasons, and what is hidden or from a third party are left out.
    /// Pauses are those of all visits: leaving some out would make false ones.
    /// </summary>
    public static Sheet OnPaper(PatientTimeline timeline, SheetChoice choice)
    {
        TimelineRows rows = timeline.Rows;
        HashSet<Guid?> privateVisits = [.. rows.Visits.Where(visit => visit.Private).Select(visit => (Guid?)visit.Id)];
        HashSet<DateOnly> privateDays = [.. rows.Visits.Where(visit => visit.Private).Select(visit => visit.HeldOn)];
#if SABOTAGE_PRIVATE_PRINTED
        TimelineFlareUp[] flareUps = [.. timeline.FlareUps];
#else
        TimelineFlareUp[] flareUps = [.. timeline.FlareUps.Where(flareUp => flareUp is { Hidden: false, ThirdParty: false })];
#endif
        TimelineRows disclosed = new()
        {
            Patient = new TimelinePatient { Id = rows.Patient.Id, GivenName = rows.Patient.GivenName, FamilyName = rows.Patient.FamilyName, BirthDate = rows.Patient.BirthDate },
            GapThreshold = rows.GapThreshold,
            Closures = [.. rows.Closures.Select(closure => new TimelineClosure(closure.From, closure.To, closure.Label))],
            Visits = [.. rows.Visits.Where(visit => visit.Status is VisitStatus.Held or VisitStatus.Planned)
                .Select(visit => new TimelineVisit(visit.Id, visit.EpisodeId, visit.HeldOn, visit.StartsAt, visit.Status, null))],
            Steps = [.. rows.Steps.Select(step => new TimelineStep { SaidOn = step.SaidOn, Number = step.Number, Kind = step.Kind, Days = step.Days, BackBy = step.BackBy })],
            Measures = choice.Scores
                ? [.. rows.Measures
                    .Where(measure => !measure.Private && choice.Curves.Contains(measure.Instrument) && choice.Shows(measure.TakenOn, measure.TakenOn) && !privateDays.Contains(measure.TakenOn))
                    .Select(measure => new TimelineMeasure(measure.TakenOn, measure.Instrument, measure.Value))]
                : [],
            Episodes = choice.Periods
                ? [.. rows.Episodes.Where(episode => IsOf(choice.ConditionId, episode)).Select(episode => new RecordedEpisode { Id = episode.Id, Title = episode.Title })]
                : [],
            FlareUps = choice.FlareUps
                ? [.. flareUps.Where(flareUp => choice.Shows(flareUp.Start.Earliest, flareUp.End?.Latest ?? timeline.Today)).Select(flareUp => OnPaper(flareUp, choice.Scores))]
                : [],
            LifeEvents = choice.Life
                ? [.. rows.LifeEvents
                    .Where(lifeEvent => lifeEvent is { Hidden: false, ThirdParty: false } && choice.Shows(lifeEvent.Start.Earliest, (lifeEvent.End ?? lifeEvent.Start).Latest))
                    .Select(AsReported)]
                : [],
            AbsenceNotes = choice.Reported
                ? [.. rows.AbsenceNotes.Where(note => !privateDays.Contains(note.ReportedOn)).Select(note => new TimelineAbsenceNote
                {
                    Id = note.Id,
                    From = note.From,
                    To = note.To,
                    HowItWas = note.HowItWas,
                    WhyNoSession = note.WhyNoSession,
                    ReportedOn = note.ReportedOn,
                })]
                : [],
        };
        return new Sheet(PatientTimeline.Create(disclosed, timeline.Today), choice)
        {
            Agreed = timeline.Held.LastOrDefault(visit => visit is { Agreed: not null, Private: false } && choice.Shows(visit.HeldOn, visit.HeldOn)) is { } last
                ? (last.HeldOn, last.Agreed!)
                : null,
            Step = timeline.StepInForce is { } step && !privateVisits.Contains(step.VisitId) ? OnPaper(step) : null,
            Word = timeline.WordsToSelf is [var word, ..] ? word.Words : null,
            Tools = [.. timeline.Tools.Where(tool => tool.IsInUse).Select(tool => tool.Label)],
            Helped = TimelineFlareUp.Helped(flareUps),
        };
    }

    private static TimelineVisit Together(TimelineVisit visit) =>
#if SABOTAGE_PRIVATE_TOGETHER
        false
#else
        visit.Private
#endif
            ? new TimelineVisit(visit.Id, null, visit.HeldOn, null, VisitStatus.Held, null)
            : new TimelineVisit(visit.Id, null, visit.HeldOn, null, VisitStatus.Held, null, visit.Agreed) { HasText = visit.HasText };

    // A step of a readable visit: without the reason, without what was only wished for, and without anybody else's name.
    private static TimelineStep Together(TimelineStep step) => new()
    {
        VisitId = step.VisitId,
        SaidOn = step.SaidOn,
        Number = step.Number,
        Kind = step.Kind,
        Days = step.Days,
        BackBy = step.BackBy,
        ReviewOn = step.ReviewOn,
        SignsToComeBack = step.SignsToComeBack,
    };

    // Of every other step only its days: without them the pauses would differ from the real ones.
    private static TimelineStep RuleOf(TimelineStep step) => new()
    {
        SaidOn = step.SaidOn,
        Number = step.Number,
        Kind = step.Agreement switch { { EveryDays: not null } => NextStepKind.Every, { BackBy: not null } => NextStepKind.BackBy, _ => NextStepKind.DoorOpen },
        Days = step.Agreement.EveryDays,
        BackBy = step.Agreement.BackBy,
    };

    private static TimelineStep OnPaper(TimelineStep step) => new()
    {
        SaidOn = step.SaidOn,
        Number = step.Number,
        Kind = step.Kind,
        Days = step.Days,
        BackBy = step.BackBy,
        ReviewOn = step.ReviewOn,
        ToWhom = step.ToWhom,
        Alongside = step.Alongside,
        SignsToComeBack = step.SignsToComeBack,
    };

    private static TimelineFlareUp Together(TimelineFlareUp flareUp) => new()
    {
        Id = flareUp.Id,
        Start = flareUp.Start,
        End = flareUp.End,
        ReportedOn = flareUp.ReportedOn,
        Origin = flareUp.Origin,
        PeakPain = flareUp.PeakPain,
        Hindrance = flareUp.Hindrance,
        WhatCameBefore = flareUp.WhatCameBefore,
        WhatHelped = flareUp.WhatHelped,
    };

    private static TimelineFlareUp OnPaper(TimelineFlareUp flareUp, bool scores) => new()
    {
        Id = flareUp.Id,
        Start = flareUp.Start,
        End = flareUp.End,
        ReportedOn = flareUp.ReportedOn,
        Origin = flareUp.Origin,
        PeakPain = scores ? flareUp.PeakPain : null,
    };

    private static TimelineLifeEvent AsReported(TimelineLifeEvent lifeEvent) => new()
    {
        Id = lifeEvent.Id,
        Start = lifeEvent.Start,
        End = lifeEvent.End,
        ReportedOn = lifeEvent.ReportedOn,
        Kind = lifeEvent.Kind,
        Impact = lifeEvent.Impact,
        Words = lifeEvent.Words,
    };

    // The line of a step of a goal is left out: it may be the practitioner's.
    private static TimelineGoal Together(TimelineGoal goal) => new()
    {
        Id = goal.Id,
        Words = goal.Words,
        SetOn = goal.SetOn,
        Target = goal.Target,
        Steps = [.. goal.Steps.Select(step => new TimelineGoalStep { Id = step.Id, GoalId = step.GoalId, On = step.On, State = step.State })],
    };

    // A line about a tool is included only where it is the person's view, or that of both, and was not said in a private visit.
    private static TimelineTool Together(TimelineTool tool, HashSet<Guid?> privateVisits) => new()
    {
        Id = tool.Id,
        Kind = tool.Kind,
        Label = tool.Label,
        MetOn = tool.MetOn,
        Steps = [.. tool.Steps.Select(step => new TimelineToolStep
        {
            Id = step.Id,
            ToolId = step.ToolId,
            On = step.On,
            State = step.State,
            Line = step.View is ToolView.Person or ToolView.Both && !privateVisits.Contains(step.VisitId) ? step.Line : null,
        })],
    };

    // A period without a reason for follow-up belongs to no chosen reason.
    private static bool IsOf(Guid? conditionId, RecordedEpisode episode) => conditionId is null || episode.ConditionId is null || episode.ConditionId == conditionId;
}
