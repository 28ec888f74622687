using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>The queries for one person's facts: flat projections, each by the person's index.</summary>
internal static class TimelineQueries
{
    /// <summary>Reads the person; <c>null</c> when they are not in the journal.</summary>
    public static Task<TimelinePatient?> PatientAsync(JournalContext journal, Guid patientId) =>
        journal.Patients.Where(patient => patient.Id == patientId).Select(patient => new TimelinePatient
        {
            Id = patient.Id, GivenName = patient.GivenName, FamilyName = patient.FamilyName, BirthDate = patient.BirthDate,
            DeceasedOn = patient.DeceasedOn, StandingNote = patient.StandingNote, OwnScales = patient.OwnScales, OwnActivity = patient.OwnActivity,
            Closing = patient.Closing, ClosedOn = patient.ClosedOn, AskedFrom = patient.AskedFrom,
        }).FirstOrDefaultAsync();

    /// <summary>Reasons for follow-up.</summary>
    public static IQueryable<TimelineCondition> Conditions(JournalContext journal, Guid patientId) =>
        journal.Conditions.Where(condition => condition.PatientId == patientId)
            .Select(condition => new TimelineCondition(condition.Id, condition.Label, condition.Onset));

    /// <summary>Visits, without their notes.</summary>
    public static IQueryable<TimelineVisit> Visits(JournalContext journal, Guid patientId) =>
        journal.Visits.Where(visit => visit.PatientId == patientId).Select(visit =>
            new TimelineVisit(visit.Id, visit.EpisodeId, visit.HeldOn, visit.StartsAt, visit.Status, visit.Impression, visit.Agreed)
            {
                Revision = visit.Revision, SamePain = visit.SamePain, RedFlags = visit.RedFlags, Private = visit.Hidden || visit.ThirdParty,
            });

    /// <summary>Reads answers with a number; those of private visits are marked.</summary>
    public static async Task<IReadOnlyList<TimelineMeasure>> MeasuresAsync(JournalContext journal, Guid patientId, IReadOnlyList<Guid?> privateVisits)
    {
        List<TimelineMeasure> measures = await journal.Measures
            .Where(measure => measure.PatientId == patientId && measure.Value != null)
            .Select(measure => new TimelineMeasure(measure.TakenOn, measure.Instrument, measure.Value!.Value, false))
            .ToListAsync();

        // The visit of an answer is not in the index by which the thousands are read; the few private ones are queried by their visit.
        List<TimelineMeasure> ofPrivateVisits = privateVisits.Count == 0 ? [] : await journal.Measures
            .Where(measure => privateVisits.Contains(measure.VisitId) && measure.Value != null)
            .Select(measure => new TimelineMeasure(measure.TakenOn, measure.Instrument, measure.Value!.Value, false))
            .ToListAsync();
        foreach (TimelineMeasure one in ofPrivateVisits)
        {
            // Answers of one day to one question with one value are identical: it does not matter which of them is marked.
            int at = measures.IndexOf(one);
            if (at >= 0)
            {
                measures[at] = one with { Private = true };
            }
        }

        return measures;
    }

    /// <summary>Next steps: what was said about the next time.</summary>
    public static IQueryable<TimelineStep> Steps(JournalContext journal, Guid patientId) =>
        journal.NextSteps.Where(step => step.PatientId == patientId).Select(step => new TimelineStep
        {
            VisitId = step.VisitId, SaidOn = step.SaidOn, Number = step.Number, Kind = step.Kind, Days = step.Days, BackBy = step.BackBy,
            ReviewOn = step.ReviewOn, DecidedBy = step.DecidedBy, HasReason = step.Reason != null, SignsToComeBack = step.SignsToComeBack,
            ToWhom = step.ToWhom, Alongside = step.Alongside,
        });

    /// <summary>Periods of follow-up.</summary>
    public static IQueryable<RecordedEpisode> Episodes(JournalContext journal, Guid patientId) =>
        journal.Episodes.Where(episode => episode.PatientId == patientId).Select(episode => new RecordedEpisode
        {
            Id = episode.Id, Revision = episode.Revision, Title = episode.Title, Reason = episode.Reason, Aim = episode.Aim,
            OpenedBecause = episode.OpenedBecause, ConditionId = episode.ConditionId, ClosedOn = episode.ClosedOn,
        });

    /// <summary>Flare-ups.</summary>
    public static IQueryable<TimelineFlareUp> FlareUps(JournalContext journal, Guid patientId) =>
        journal.FlareUps.Where(flareUp => flareUp.PatientId == patientId).Select(flareUp => new TimelineFlareUp
        {
            Id = flareUp.Id, Revision = flareUp.Revision, Start = flareUp.Start, End = flareUp.End, ReportedOn = flareUp.ReportedOn,
            Hindrance = flareUp.Hindrance, PeakPain = flareUp.PeakPain, Origin = flareUp.Origin, WhatCameBefore = flareUp.WhatCameBefore,
            WhatHelped = flareUp.WhatHelped, Hidden = flareUp.Hidden, ThirdParty = flareUp.ThirdParty,
        });

    /// <summary>Life events.</summary>
    public static IQueryable<TimelineLifeEvent> LifeEvents(JournalContext journal, Guid patientId) =>
        journal.LifeEvents.Where(lifeEvent => lifeEvent.PatientId == patientId).Select(lifeEvent => new TimelineLifeEvent
        {
            Id = lifeEvent.Id, Revision = lifeEvent.Revision, Start = lifeEvent.Start, End = lifeEvent.End, ReportedOn = lifeEvent.ReportedOn,
            Kind = lifeEvent.Kind, Impact = lifeEvent.Impact, Words = lifeEvent.Words, Hidden = lifeEvent.Hidden, ThirdParty = lifeEvent.ThirdParty,
        });

    /// <summary>Notes on how pauses were.</summary>
    public static IQueryable<TimelineAbsenceNote> AbsenceNotes(JournalContext journal, Guid patientId) =>
        journal.AbsenceNotes.Where(note => note.PatientId == patientId).Select(note => new TimelineAbsenceNote
        {
            Id = note.Id, Revision = note.Revision, From = note.From, To = note.To, HowItWas = note.HowItWas, WhyNoSession = note.WhyNoSession,
            Words = note.Words, ReportedOn = note.ReportedOn,
        });

    /// <summary>Reads goals with their steps: the open ones first, each part by the day on which they were set.</summary>
    public static async Task<IReadOnlyList<TimelineGoal>> GoalsAsync(JournalContext journal, Guid patientId)
    {
        List<TimelineGoal> goals = await journal.Goals.Where(goal => goal.PatientId == patientId)
            .Select(goal => new TimelineGoal { Id = goal.Id, Revision = goal.Revision, Words = goal.Words, SetOn = goal.SetOn, Target = goal.Target })
            .ToListAsync();
        List<TimelineGoalStep> steps = await journal.GoalSteps.Where(step => step.PatientId == patientId).Select(step => new TimelineGoalStep
        {
            Id = step.Id, GoalId = step.GoalId, On = step.On, State = step.State, Line = step.Line, WordsBefore = step.WordsBefore,
            ReviewId = step.ReviewId,
        }).ToListAsync();
        return [.. goals
            .Select(goal => goal with { Steps = [.. steps.Where(step => step.GoalId == goal.Id).OrderBy(step => step.On).ThenBy(step => step.Id)] })
            .OrderByDescending(goal => goal.IsOpen).ThenBy(goal => goal.SetOn).ThenBy(goal => goal.Id)];
    }

    /// <summary>Reads tools with their steps: those in use first, each part by the day on which they were met.</summary>
    public static async Task<IReadOnlyList<TimelineTool>> ToolsAsync(JournalContext journal, Guid patientId)
    {
        List<TimelineTool> tools = await journal.Tools.Where(tool => tool.PatientId == patientId)
            .Select(tool => new TimelineTool { Id = tool.Id, Revision = tool.Revision, Kind = tool.Kind, Label = tool.Label, MetOn = tool.MetOn })
            .ToListAsync();
        List<TimelineToolStep> steps = await journal.ToolSteps.Where(step => step.PatientId == patientId).Select(step => new TimelineToolStep
        {
            Id = step.Id, ToolId = step.ToolId, On = step.On, State = step.State, Line = step.Line, View = step.View, VisitId = step.VisitId,
            ReviewId = step.ReviewId,
        }).ToListAsync();
        return [.. tools
            .Select(tool => tool with { Steps = [.. steps.Where(step => step.ToolId == tool.Id).OrderBy(step => step.On).ThenBy(step => step.Id)] })
            .OrderByDescending(tool => tool.IsInUse).ThenBy(tool => tool.MetOn).ThenBy(tool => tool.Id)];
    }

    /// <summary>Reviews, where stock was taken.</summary>
    public static IQueryable<TimelineReview> Reviews(JournalContext journal, Guid patientId) =>
        journal.Reviews.Where(review => review.PatientId == patientId).Select(review => new TimelineReview
        {
            Id = review.Id, Revision = review.Revision, VisitId = review.VisitId, TakenOn = review.TakenOn, Kind = review.Kind,
            Situation = review.Situation, Needs = review.Needs, JustifiesRhythm = review.JustifiesRhythm,
        });

    /// <summary>Prompts to take stock that were put away.</summary>
    public static IQueryable<TimelineDismissal> Dismissals(JournalContext journal, Guid patientId) =>
        journal.PromptDismissals.Where(dismissal => dismissal.PatientId == patientId).Select(dismissal => new TimelineDismissal(dismissal.Prompt, dismissal.DismissedOn));

    /// <summary>News exchanged without a visit.</summary>
    public static IQueryable<TimelineContact> Contacts(JournalContext journal, Guid patientId) =>
        journal.Contacts.Where(contact => contact.PatientId == patientId).Select(contact => new TimelineContact
        {
            Id = contact.Id, Revision = contact.Revision, On = contact.On, Channel = contact.Channel, From = contact.From, Words = contact.Words,
            Hidden = contact.Hidden, ThirdParty = contact.ThirdParty,
        });

    /// <summary>Words that the person dictated for when it overflows.</summary>
    public static IQueryable<TimelineWord> WordsToSelf(JournalContext journal, Guid patientId) =>
        journal.WordsToSelf.Where(word => word.PatientId == patientId)
            .Select(word => new TimelineWord { Id = word.Id, Revision = word.Revision, On = word.On, Words = word.Words });
}
