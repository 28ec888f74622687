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
/// The longest follow-ups that are planned for: 600 visits in twenty years, and 2,000 in forty, with four answers each, two flare-ups and
/// two life events a year and a note about each pause. They are written into the journal day by day among all the others, as real ones are.
/// </summary>
internal sealed class ManyVisits
{
    /// <summary>600 visits in twenty years, eight days apart, and a pause of some four months every year.</summary>
    public static readonly ManyVisits SixHundred = new("Souvent-Vue", years: 20, groupSize: 30, daysBetween: 8);

    /// <summary>2,000 visits in forty years, five days apart.</summary>
    public static readonly ManyVisits TwoThousand = new("Longtemps-Vue", years: 40, groupSize: 50, daysBetween: 5);

    private readonly int _years;
    private readonly int _groupSize;
    private readonly int _daysBetween;

    private ManyVisits(string familyName, int years, int groupSize, int daysBetween)
    {
        FamilyName = familyName;
        _years = years;
        _groupSize = groupSize;
        _daysBetween = daysBetween;
    }

    /// <summary>The family name, which nobody else has.</summary>
    public string FamilyName { get; }

    private const string Impression = "Marche trente minutes sans y penser ; la raideur du matin passe en un quart d'heure. Dort mieux.";
    private const string Agreed = "Reprendre le jardin par petites heures, et dire ce qui change.";
    private static readonly Instrument[] Asked = [Instrument.Activities, Instrument.Sleep, Instrument.Stress, Instrument.Pain];

    /// <summary>Returns the person as plain facts.</summary>
    public SyntheticPerson Person(DateOnly today) => new()
    {
        FamilyName = FamilyName,
        GivenName = "Andrée",
        Sex = Sex.Woman,
        BirthDate = today.AddYears(-61),
        AddedOn = DayOf(0, today),
        Periods = [.. Enumerable.Range(0, _years).Select(year => new SyntheticPeriod(DayOf(year * _groupSize, today), OpenedBecause.NotSaid, null, null, null, null))],
        Visits = [.. Enumerable.Range(0, _years * _groupSize).Select(visit => Visit(visit, DayOf(visit, today)))],
        FlareUps = [.. TellingDays(today).Select(day => new SyntheticFlareUp(Month(day), Month(day), day.AddDays(40), 6, 7) { WhatHelped = "Marcher un peu chaque jour." })],
        LifeEvents = [.. TellingDays(today).Select(day => new SyntheticLifeEvent(Month(day), null, day.AddDays(40), LifeEventKind.Work, Impact.NotAsked, "Nouveau poste, plus de route."))],
        AbsenceNotes = [.. Enumerable.Range(1, _years).Select(year => DayOf((year * _groupSize) - 1, today)).Select(last =>
            new SyntheticAbsenceNote(last.AddDays(1), last.AddDays(90), last.AddDays(120), default, default, "L'été, la famille, pas besoin."))],
    };

    /// <summary>Returns a session as it is typed: words, four answers, sometimes a next step.</summary>
    public VisitForm Session(Guid patientId, int number, DateOnly on) => new()
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

    private SyntheticVisit Visit(int number, DateOnly on) => new()
    {
        On = on,
        Status = VisitStatus.Held,
        Period = number / _groupSize,
        StartsAt = new TimeOnly(9 + (number % 8), 30),
        Minutes = 45,
        WhatWasDone = WhatWasDone.TalkAndUnderstand | WhatWasDone.Move,
        Impression = Impression,
        Agreed = Agreed,
        Scores = [.. Asked.Select(asked => new SyntheticScore(asked, Answer(number, asked)))],
        NextStep = NextStep(number),
    };

    private static int Answer(int number, Instrument asked) => (number + (int)asked) % 11;

    private NextStepForm? NextStep(int number) =>
        number % _groupSize == _groupSize - 1 ? new NextStepForm { Kind = NextStepKind.DoorOpen }
        : number % 5 == 0 ? new NextStepForm { Kind = NextStepKind.Every, Days = _daysBetween, DecidedBy = DecidedBy.Both, Reason = "Garder l'élan" }
        : null;

    private DateOnly DayOf(int visit, DateOnly today) =>
        today.AddYears((visit / _groupSize) - _years).AddDays(visit % _groupSize * _daysBetween);

    private IEnumerable<DateOnly> TellingDays(DateOnly today) =>
        Enumerable.Range(0, _years * 2).Select(half => DayOf(half * _groupSize / 2, today));

    private static FuzzyDate Month(DateOnly day) => FuzzyDate.InMonth(day.Year, day.Month);
}
