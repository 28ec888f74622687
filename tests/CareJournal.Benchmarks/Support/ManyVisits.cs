using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.Demo;
using CareJournal.Episodes;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.Benchmarks.Support;

/// <summary>
/// The longest follow-up that is planned for: 600 visits in twenty years, with four answers each, 40 flare-ups, 40 life events and
/// 20 notes about pauses. It is written into the journal day by day among all the others, as it would have been.
/// </summary>
internal static class ManyVisits
{
    /// <summary>A name that nobody else has.</summary>
    public const string FamilyName = "Souvent-Vue";

    private const int Years = 20;
    private const int GroupSize = 30;
    private const int DaysBetween = 8;
    private const string Impression = "Marche trente minutes sans y penser ; la raideur du matin passe en un quart d'heure. Dort mieux.";
    private const string Agreed = "Reprendre le jardin par petites heures, et dire ce qui change.";
    private static readonly Instrument[] Asked = [Instrument.Activities, Instrument.Sleep, Instrument.Stress, Instrument.Pain];

    /// <summary>The person, as plain facts.</summary>
    public static SyntheticPerson Person(DateOnly today) => new()
    {
        FamilyName = FamilyName,
        GivenName = "Andrée",
        Sex = Sex.Woman,
        BirthDate = today.AddYears(-61),
        AddedOn = DayOf(0, today),
        Periods = [.. Enumerable.Range(0, Years).Select(year => new SyntheticPeriod(DayOf(year * GroupSize, today), OpenedBecause.NotSaid, null, null, null, null))],
        Visits = [.. Enumerable.Range(0, Years * GroupSize).Select(visit => Visit(visit, DayOf(visit, today)))],
        FlareUps = [.. TellingDays(today).Select(day => new SyntheticFlareUp(Month(day), Month(day), day.AddDays(40), 6, 7) { WhatHelped = "Marcher un peu chaque jour." })],
        LifeEvents = [.. TellingDays(today).Select(day => new SyntheticLifeEvent(Month(day), null, day.AddDays(40), LifeEventKind.Work, Impact.NotAsked, "Nouveau poste, plus de route."))],
        AbsenceNotes = [.. Enumerable.Range(1, Years).Select(year => DayOf((year * GroupSize) - 1, today)).Select(last =>
            new SyntheticAbsenceNote(last.AddDays(1), last.AddDays(90), last.AddDays(120), default, default, "L'été, la famille, pas besoin."))],
    };

    /// <summary>A session as it is typed: words, four answers, sometimes what is next.</summary>
    public static VisitForm Session(Guid patientId, int number, DateOnly on) => new()
    {
        PatientId = patientId,
        HeldOn = on,
        Minutes = 45,
        WhatWasDone = WhatWasDone.TalkAndUnderstand | WhatWasDone.Move,
        Impression = Impression,
        Agreed = Agreed,
        Scores = Asked.ToDictionary(asked => asked, asked => (int?)Answer(number, asked)),
        NextStep = NextStep(number),
    };

    private static SyntheticVisit Visit(int number, DateOnly on) => new()
    {
        On = on,
        Status = VisitStatus.Held,
        Period = number / GroupSize,
        StartsAt = new TimeOnly(9 + (number % 8), 30),
        Minutes = 45,
        WhatWasDone = WhatWasDone.TalkAndUnderstand | WhatWasDone.Move,
        Impression = Impression,
        Agreed = Agreed,
        Scores = [.. Asked.Select(asked => new SyntheticScore(asked, Answer(number, asked)))],
        NextStep = NextStep(number),
    };

    private static int Answer(int number, Instrument asked) => (number + (int)asked) % 11;

    private static NextStepForm? NextStep(int number) =>
        number % GroupSize == GroupSize - 1 ? new NextStepForm { Kind = NextStepKind.DoorOpen }
        : number % 5 == 0 ? new NextStepForm { Kind = NextStepKind.Every, Days = DaysBetween, DecidedBy = DecidedBy.Both, Reason = "Garder l'élan" }
        : null;

    // Thirty visits a year, eight days apart, and then a pause of some four months.
    private static DateOnly DayOf(int visit, DateOnly today) =>
        today.AddYears((visit / GroupSize) - Years).AddDays(visit % GroupSize * DaysBetween);

    private static IEnumerable<DateOnly> TellingDays(DateOnly today) =>
        Enumerable.Range(0, Years * 2).Select(half => DayOf(half * GroupSize / 2, today));

    private static FuzzyDate Month(DateOnly day) => FuzzyDate.InMonth(day.Year, day.Month);
}
