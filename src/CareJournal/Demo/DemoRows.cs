using CareJournal.Absences;
using CareJournal.Conditions;
using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Converts invented facts to entities, through the entities' own forms and rules.</summary>
internal static class DemoRows
{
    /// <summary>Throws if the entity refused its values.</summary>
    public static void Check(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The generator made something that cannot be right: {problems[0].Field}, {problems[0].Kind}.");
        }
    }

    /// <summary>Returns the step, after checking it.</summary>
    public static NextStepForm Checked(NextStepForm step, DateOnly saidOn)
    {
        Check(step.Problems(saidOn));
        return step;
    }

    public static void Describe(Patient patient, SyntheticPerson person, DateOnly? deceasedOn) =>
        Check(patient.Describe(
            new PatientForm
            {
                Id = patient.Id,
                FamilyName = person.FamilyName,
                GivenName = person.GivenName,
                BirthDate = person.BirthDate,
                Sex = person.Sex,
                Phone = person.Phone,
                Email = person.Email,
                StandingNote = person.StandingNote,
                CheckInConsent = person.CheckInConsent,
                OwnScales = person.OwnScales,
                OwnActivity = person.OwnActivity,
                InformedOn = person.AddedOn,
                DeceasedOn = deceasedOn,
            },
            deceasedOn ?? person.AddedOn));

    public static Condition Condition(Guid patientId, SyntheticPerson person, SyntheticCondition synthetic)
    {
        Condition condition = new() { PatientId = patientId };
        ConditionForm form = new() { PatientId = patientId, Label = synthetic.Label, Onset = synthetic.Onset, BodySites = synthetic.BodySites, Icd11Code = synthetic.Icd11Code };
        Check(condition.Describe(form, synthetic.ReportedOn, new LifeSpan(person.BirthDate, person.DeceasedOn)));
        return condition;
    }

    public static void Describe(EpisodeOfCare episode, SyntheticPeriod period, Guid conditionId) =>
        Check(episode.Describe(new EpisodeForm
        {
            Id = episode.Id,
            PatientId = episode.PatientId,
            Revision = 1,
            Title = period.Title,
            Reason = period.Reason,
            Aim = period.Aim,
            OpenedBecause = period.OpenedBecause,
            ConditionId = conditionId == default ? null : conditionId,
        }));

    public static Visit HeldVisit(Guid id, Guid patientId, SyntheticPerson person, SyntheticVisit held)
    {
        Visit visit = Visit.Blank(id, patientId);
        VisitForm form = new()
        {
            Id = id,
            PatientId = patientId,
            HeldOn = held.On,
            StartsAt = held.StartsAt,
            Minutes = held.Minutes,
            Mode = held.Mode,
            WhatWasDone = held.WhatWasDone,
            Impression = held.Impression,
            Agreed = held.Agreed,
            Note = held.Note,
            SamePain = held.SamePain,
            RedFlags = held.RedFlags,
            Hidden = held.Hidden,
        };
        Check(visit.MarkHeld(form, held.On, new LifeSpan(person.BirthDate, person.DeceasedOn)));
        return visit;
    }

    public static FlareUp FlareUp(Guid patientId, SyntheticPerson person, SyntheticFlareUp synthetic)
    {
        FlareUp flareUp = new() { PatientId = patientId };
        FlareUpForm form = new()
        {
            PatientId = patientId,
            Start = synthetic.Start,
            End = synthetic.End,
            Ongoing = synthetic.End is null,
            ReportedOn = synthetic.ReportedOn,
            Hindrance = synthetic.Hindrance,
            PeakPain = synthetic.PeakPain,
            Origin = synthetic.Origin,
            WhatCameBefore = synthetic.WhatCameBefore,
            WhatHelped = synthetic.WhatHelped,
        };

        // The end of a flare-up that was ongoing was reported later than its beginning.
        DateOnly lastReported = synthetic.End?.Earliest > synthetic.ReportedOn ? synthetic.End.Earliest : synthetic.ReportedOn;
        Check(flareUp.Describe(form, lastReported, new LifeSpan(person.BirthDate, person.DeceasedOn)));
        return flareUp;
    }

    public static LifeEvent LifeEvent(Guid patientId, SyntheticPerson person, SyntheticLifeEvent synthetic)
    {
        LifeEvent life = new() { PatientId = patientId };
        LifeEventForm form = new()
        {
            PatientId = patientId,
            Start = synthetic.Start,
            End = synthetic.End,
            ReportedOn = synthetic.ReportedOn,
            Kind = synthetic.Kind,
            Impact = synthetic.Impact,
            Words = synthetic.Words,
            Hidden = synthetic.Hidden,
            ThirdParty = synthetic.ThirdParty,
        };
        Check(life.Describe(form, synthetic.ReportedOn, new LifeSpan(person.BirthDate, person.DeceasedOn)));
        return life;
    }

    public static AbsenceNote AbsenceNote(Guid patientId, SyntheticAbsenceNote synthetic)
    {
        AbsenceNote note = new() { PatientId = patientId };
        AbsenceNoteForm form = new()
        {
            PatientId = patientId,
            From = synthetic.From,
            To = synthetic.To,
            HowItWas = synthetic.HowItWas,
            WhyNoSession = synthetic.WhyNoSession,
            Words = synthetic.Words,
            ReportedOn = synthetic.ReportedOn,
        };
        Check(note.Describe(form, synthetic.ReportedOn, life: null));
        return note;
    }

    public static AwayDecision Decision(Guid patientId, SyntheticDecision decision) => new()
    {
        PatientId = patientId,
        AwayList = decision.AwayList,
        Kind = decision.Kind,
        DecidedOn = decision.DecidedOn,
        Until = decision.Until,
    };
}
