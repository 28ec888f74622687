using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>
/// What is left of a follow-up for one sheet of paper. It is built anew from what may be printed, so that nothing else is at hand when
/// the sheet is written: the standing note, what the practitioner takes away, notes, reasons, hidden rows and those from a third party
/// are not left out there, they are not there. Pure.
/// </summary>
/// <param name="Timeline">The follow-up in the order of time. Pauses are those of all sessions: leaving some out would make false ones.</param>
/// <param name="Choice">What was chosen.</param>
public sealed record Sheet(PatientTimeline Timeline, SheetChoice Choice)
{
    private const int Remembered = 3;

    /// <summary>What was agreed last within the chosen days, and when.</summary>
    public (DateOnly On, string Words)? Agreed { get; private init; }

    /// <summary>What stands today about the next time, without the practitioner's reasons; <c>null</c> where it was said in a private session.</summary>
    public NextStep? Step { get; private init; }

    /// <summary>What helped in the last flare-ups, as told, the latest last.</summary>
    public IReadOnlyList<string> Helped { get; private init; } = [];

    /// <summary>What the person dictated for the day it overflows; it is theirs, and may be printed.</summary>
    public string? Word { get; private init; }

    /// <summary>What the person leans on, in the words in which it was noted.</summary>
    public IReadOnlyList<string> Tools { get; private init; } = [];

    /// <summary>Sessions held within the chosen days.</summary>
    public IReadOnlyList<DateOnly> Held => [.. Timeline.Held.Select(visit => visit.HeldOn).Where(day => Choice.Shows(day, day))];

    /// <summary>Pauses and the time since the last session within the chosen days.</summary>
    public IReadOnlyList<TimelineGap> Gaps => Choice.Visits ? [.. Timeline.Gaps.Where(gap => Choice.Shows(gap.From.AddDays(1), gap.To ?? Timeline.Today))] : [];

    /// <summary>Periods within the chosen days.</summary>
    public IReadOnlyList<TimelineEpisode> Periods => [.. Timeline.Episodes.Where(period => Choice.Shows(period.First, period.Last))];

    /// <summary>Whether there is nothing to print but the name.</summary>
    public bool IsEmpty => !(Choice.Visits && Held.Count > 0) && Gaps.Count == 0 && Periods.Count == 0 && Timeline is { FlareUps: [], LifeEvents: [], Curves: [] };

    /// <summary>Keeps of the rows what was chosen and may be printed.</summary>
    /// <param name="rows">All that is recorded.</param>
    /// <param name="privateVisits">Sessions that are hidden, or speak of a third party: their day alone is printed.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="today">The practice's civil day.</param>
    public static Sheet Keep(TimelineRows rows, IReadOnlySet<Guid> privateVisits, SheetChoice choice, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(privateVisits);
        ArgumentNullException.ThrowIfNull(choice);
        PatientTimeline all = PatientTimeline.Create(rows, today);
        HashSet<DateOnly> privateDays = [.. rows.Visits.Where(visit => privateVisits.Contains(visit.Id)).Select(visit => visit.HeldOn)];
        FlareUp[] flareUps = [.. all.FlareUps.Where(flareUp => flareUp is { Hidden: false, ThirdParty: false })];
        TimelineRows kept = new()
        {
            Patient = Bare(rows.Patient, today),
            GapThreshold = rows.GapThreshold,
            Closures = rows.Closures,
            Visits = [.. rows.Visits.Where(visit => visit.Status is VisitStatus.Held or VisitStatus.Planned).Select(visit => visit with { Impression = null, Agreed = null })],
            Steps = [.. rows.Steps.Select(step => Bare(step, words: false))],
            Measures = choice.Scores
                ? [.. rows.Measures.Where(measure => choice.Curves.Contains(measure.Instrument) && choice.Shows(measure.TakenOn, measure.TakenOn) && !privateDays.Contains(measure.TakenOn))]
                : [],
            Episodes = choice.Periods ? [.. rows.Episodes.Where(episode => IsOf(choice.ConditionId, episode)).Select(Bare)] : [],
            FlareUps = choice.FlareUps
                ? [.. flareUps.Where(flareUp => choice.Shows(flareUp.Start.Earliest, flareUp.End?.Latest ?? today)).Select(flareUp => Bare(flareUp, choice.Scores, today)).OfType<FlareUp>()]
                : [],
            LifeEvents = choice.Life
                ? [.. rows.LifeEvents.Where(lifeEvent => lifeEvent is { Hidden: false, ThirdParty: false } && choice.Shows(lifeEvent.Start.Earliest, (lifeEvent.End ?? lifeEvent.Start).Latest))]
                : [],
            AbsenceNotes = choice.Told ? [.. rows.AbsenceNotes.Select(note => Bare(note, today)).OfType<AbsenceNote>()] : [],
        };
        return new Sheet(PatientTimeline.Create(kept, today), choice)
        {
            Agreed = all.Held.LastOrDefault(visit => visit.Agreed is not null && !privateVisits.Contains(visit.Id) && choice.Shows(visit.HeldOn, visit.HeldOn)) is { } last
                ? (last.HeldOn, last.Agreed!)
                : null,
            Step = all.StandingStep is { } step && !(step.VisitId is { } visit && privateVisits.Contains(visit)) ? Bare(step, words: true) : null,
            Word = all.WordsToSelf is [var word, ..] ? word.Words : null,
            Tools = [.. all.Tools.Where(tool => tool.IsInUse).Select(tool => tool.Tool.Label)],
            Helped = [.. flareUps.Select(flareUp => flareUp.WhatHelped).OfType<string>().Select(words => words.TrimEnd('.')).Distinct(StringComparer.Ordinal).TakeLast(Remembered)],
        };
    }

    // A period to which no reason was given belongs to none other.
    private static bool IsOf(Guid? conditionId, EpisodeOfCare episode) => conditionId is null || episode.ConditionId is null || episode.ConditionId == conditionId;

    private static Patient Bare(Patient patient, DateOnly today)
    {
        Patient bare = new() { Id = patient.Id };
        bare.Describe(new PatientForm { Id = patient.Id, FamilyName = patient.FamilyName, GivenName = patient.GivenName, BirthDate = patient.BirthDate }, today);
        return bare;
    }

    private static NextStep Bare(NextStep step, bool words) => new()
    {
        PatientId = step.PatientId,
        SaidOn = step.SaidOn,
        Number = step.Number,
        Kind = step.Kind,
        Days = step.Days,
        BackBy = step.BackBy,
        ReviewOn = words ? step.ReviewOn : null,
        ToWhom = words ? step.ToWhom : null,
        Alongside = words ? step.Alongside : null,
        SignsToComeBack = words ? step.SignsToComeBack : null,
    };

    private static EpisodeOfCare Bare(EpisodeOfCare episode)
    {
        EpisodeOfCare bare = new() { Id = episode.Id, PatientId = episode.PatientId };
        bare.Describe(new EpisodeForm { Id = episode.Id, PatientId = episode.PatientId, Revision = 0, Title = episode.Title });
        return bare;
    }

    // What the rules of today would refuse is rather not printed than printed with more than was asked for.
    private static FlareUp? Bare(FlareUp flareUp, bool scores, DateOnly today)
    {
        FlareUp bare = new() { Id = flareUp.Id, PatientId = flareUp.PatientId };
        FlareUpForm form = new()
        {
            PatientId = flareUp.PatientId,
            Start = flareUp.Start,
            End = flareUp.End,
            Ongoing = flareUp.End is null,
            ToldOn = flareUp.ToldOn,
            Origin = flareUp.Origin,
            PeakPain = scores ? flareUp.PeakPain : null,
        };
        return bare.Describe(form, today, null).Count == 0 ? bare : null;
    }

    private static AbsenceNote? Bare(AbsenceNote note, DateOnly today)
    {
        AbsenceNote bare = new() { Id = note.Id, PatientId = note.PatientId };
        AbsenceNoteForm form = new() { PatientId = note.PatientId, From = note.From, To = note.To, HowItWas = note.HowItWas, WhyNoSession = note.WhyNoSession, ToldOn = note.ToldOn };
        return bare.Describe(form, today).Count == 0 ? bare : null;
    }
}
