using CareJournal.Absences;
using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.Patients;

namespace CareJournal.Demo;

/// <summary>An invented person as a plain list of facts, oldest first in every list. Nobody real is meant.</summary>
public sealed record SyntheticPerson
{
    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Family name.</summary>
    public required string FamilyName { get; init; }

    /// <summary>Sex.</summary>
    public required Sex Sex { get; init; }

    /// <summary>Day of birth; before every other date.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>The day on which the person was entered.</summary>
    public required DateOnly AddedOn { get; init; }

    /// <summary>Telephone, from the numbers that France reserves for fiction (06 39 98).</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail, under the reserved domain example.org.</summary>
    public string? Email { get; init; }

    /// <inheritdoc cref="Patient.StandingNote"/>
    public string? StandingNote { get; init; }

    /// <inheritdoc cref="Patient.CheckInConsent"/>
    public CheckInConsent CheckInConsent { get; init; }

    /// <inheritdoc cref="Patient.OwnScales"/>
    public IReadOnlyList<Instrument> OwnScales { get; init; } = [];

    /// <inheritdoc cref="Patient.OwnActivity"/>
    public string? OwnActivity { get; init; }

    /// <summary>The way in which the follow-up was closed, if it was.</summary>
    public SyntheticClosing? Closing { get; init; }

    /// <summary>Day of death.</summary>
    public DateOnly? DeceasedOn { get; init; }

    /// <summary>Reasons for follow-up.</summary>
    public IReadOnlyList<SyntheticCondition> Conditions { get; init; } = [];

    /// <summary>Periods, in the order of their first visit; visits point into this list.</summary>
    public IReadOnlyList<SyntheticPeriod> Periods { get; init; } = [];

    /// <summary>Sessions, held and not.</summary>
    public IReadOnlyList<SyntheticVisit> Visits { get; init; } = [];

    /// <summary>Flare-ups as reported.</summary>
    public IReadOnlyList<SyntheticFlareUp> FlareUps { get; init; } = [];

    /// <summary>Life events as reported.</summary>
    public IReadOnlyList<SyntheticLifeEvent> LifeEvents { get; init; } = [];

    /// <summary>Notes about pauses.</summary>
    public IReadOnlyList<SyntheticAbsenceNote> AbsenceNotes { get; init; } = [];

    /// <summary>Decisions of the follow-up review.</summary>
    public IReadOnlyList<SyntheticDecision> Decisions { get; init; } = [];

    /// <summary>Goals, tools and the other things that matter to them, with their history.</summary>
    public SyntheticMatters Matters { get; init; } = SyntheticMatters.None;
}

/// <summary>The ways in which a follow-up is closed.</summary>
public sealed record SyntheticClosing(PatientClosing Closing, DateOnly On, string? Words);

/// <summary>A reason for follow-up.</summary>
public sealed record SyntheticCondition(string Label, FuzzyDate? Onset, string? BodySites, string? Icd11Code, DateOnly ReportedOn);

/// <summary>A period of follow-up; <paramref name="FirstOn"/> is the day of its first visit.</summary>
public sealed record SyntheticPeriod(DateOnly FirstOn, OpenedBecause OpenedBecause, string? Title, string? Reason, string? Aim, DateOnly? ClosedOn);

/// <summary>A flare-up as reported; without an end it is ongoing.</summary>
public sealed record SyntheticFlareUp(FuzzyDate Start, FuzzyDate? End, DateOnly ReportedOn, int? Hindrance, int? PeakPain)
{
    /// <inheritdoc cref="FlareUp.Origin"/>
    public FlareUpOrigin Origin { get; init; }

    /// <inheritdoc cref="FlareUp.WhatCameBefore"/>
    public string? WhatCameBefore { get; init; }

    /// <inheritdoc cref="FlareUp.WhatHelped"/>
    public string? WhatHelped { get; init; }
}

/// <summary>A life event as reported. The first line of its text is a title.</summary>
public sealed record SyntheticLifeEvent(FuzzyDate Start, FuzzyDate? End, DateOnly ReportedOn, LifeEventKind Kind, Impact Impact, string Words)
{
    /// <inheritdoc cref="LifeEvent.Hidden"/>
    public bool Hidden { get; init; }

    /// <inheritdoc cref="LifeEvent.ThirdParty"/>
    public bool ThirdParty { get; init; }
}

/// <summary>A note about a pause: how it was, and why there was no session.</summary>
public sealed record SyntheticAbsenceNote(DateOnly From, DateOnly? To, DateOnly ReportedOn, HowItWas HowItWas, WhyNoSession WhyNoSession, string? Words);

/// <summary>A decision of the follow-up review.</summary>
public sealed record SyntheticDecision(AwayList AwayList, AwayDecisionKind Kind, DateOnly DecidedOn, DateOnly? Until);
