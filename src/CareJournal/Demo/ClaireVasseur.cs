using CareJournal.Absences;
using CareJournal.Episodes;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>
/// The ten-year course of the first person of every demonstration, written by hand: ten periods, and pauses of four months to a year between them.
/// It is dated as on 22 November 2026 and moved by whole weeks, so that it is always equally old and weekdays are kept.
/// </summary>
internal sealed class ClaireVasseur
{
    private const int AgeInYears = 54;
    private static readonly DateOnly WrittenOn = new(2026, 11, 22);
    private static readonly DateOnly ConfinementFrom = new(2020, 3, 17);
    private static readonly DateOnly ConfinementTo = new(2020, 5, 10);

    private readonly PracticeCalendar _calendar;
    private readonly int _shift;
    private readonly Dictionary<DateOnly, DateOnly> _held = [];

    private ClaireVasseur(PracticeCalendar calendar)
    {
        _calendar = calendar;
        _shift = (int)Math.Floor((calendar.Today.DayNumber - WrittenOn.DayNumber) / 7.0) * 7;
    }

    /// <summary>Returns her course, ending some six months before today with the door open.</summary>
    public static SyntheticPerson Create(PracticeCalendar calendar) => new ClaireVasseur(calendar).Create();

    private SyntheticPerson Create()
    {
        ScriptedSession[] script = [.. ClaireFirstYears.Sessions, .. ClaireMiddleYears.Sessions, .. ClaireRecentYears.Sessions];
        SyntheticVisit[] visits = [.. script.Select(Held)];
        VisitCourse course = PersonCourse.Of(visits);
        DateOnly first = visits[0].On;
        return new SyntheticPerson
        {
            GivenName = "Claire",
            FamilyName = "Vasseur",
            Sex = Sex.Woman,
            BirthDate = _calendar.Today.AddYears(-AgeInYears).AddDays(-128),
            AddedOn = first,
            Phone = "06 39 98 20 16",
            Email = "claire.vasseur@example.org",
            StandingNote = French.Typeset("""
                Aime comprendre avant de bouger. Ne pas commencer par la douleur : commencer par la rivière, et prendre des nouvelles du chien.
                Son mot pour quand ça déborde : « Une chose à la fois, et tu m'appelles. »
                """),
            CheckInConsent = CheckInConsent.InWriting,
            OwnScales = [Instrument.Sleep, Instrument.Stress, Instrument.MentalLoad, Instrument.Pain],
            OwnActivity = French.Typeset("Marcher une heure au bord de la rivière avec ma sœur"),
            Conditions = [new SyntheticCondition(French.Typeset("Douleurs du bas du dos et de la nuque, depuis des années"), FuzzyDate.InYear(first.Year - 5).Roughly(), French.Typeset("bas du dos, nuque"), "MG30.02", first)],
            Periods = [.. course.Groups.Select(Period)],
            Visits = PersonCourse.IntoPeriods(visits, course),
            FlareUps = [.. FlareUps().OrderBy(flare => flare.Start, FuzzyDate.InOrder)],
            LifeEvents = [.. LifeEvents().OrderBy(life => life.Start, FuzzyDate.InOrder)],
            AbsenceNotes = [.. course.Gaps.Select(AbsenceNote).OfType<SyntheticAbsenceNote>()],
            Matters = ClaireMatters.Generate(Held, Move),
        };
    }

    private SyntheticVisit Held(ScriptedSession session)
    {
        DateOnly day = Move(session.WrittenFor);
        bool confined = _calendar.IsConfined(day);
        day = confined ? day : _calendar.OpenDay(day);
        DateOnly previous = _held.Count == 0 ? DateOnly.MinValue : _held.Values.Max();
        day = day > previous ? day : _calendar.OpenDay(previous.AddDays(7));
        _held[session.WrittenFor] = day;
        return new SyntheticVisit
        {
            On = day,
            Status = VisitStatus.Held,
            Minutes = session.Minutes,
            Mode = confined ? VisitMode.Video : VisitMode.Practice,
            WhatWasDone = session.Done,
            Impression = French.Typeset(session.Impression),
            Agreed = French.TypesetOrNothing(session.Agreed),
            Note = French.TypesetOrNothing(session.Note),
            SamePain = session.SamePain,
            RedFlags = session.RedFlags,
            Hidden = session.Hidden,
            Scores = session.Answers,
            NextStep = Typeset(session.NextStep),
            JustifiesRhythm = French.TypesetOrNothing(session.JustifiesRhythm),
        };
    }

    private NextStepForm? Typeset(NextStepForm? step) => step is null ? null : step with
    {
        BackBy = step.BackBy is { } day ? Move(day) : null,
        Reason = French.TypesetOrNothing(step.Reason),
        SignsToComeBack = French.TypesetOrNothing(step.SignsToComeBack),
    };

    private SyntheticPeriod Period(VisitGroup group)
    {
        (DateOnly _, OpenedBecause because, string? title, string? reason, string? aim) = ClairePeriods().FirstOrDefault(period => period.First == group.First);
        return new SyntheticPeriod(group.First, because, French.TypesetOrNothing(title), French.TypesetOrNothing(reason), French.TypesetOrNothing(aim), ClosedOn: null);
    }

    private (DateOnly First, OpenedBecause Because, string? Title, string? Reason, string? Aim)[] ClairePeriods() =>
    [
        (Held(2016, 10, 4), OpenedBecause.FirstContact, "Premier contact", "Poussée du dos et de la nuque, après cinq ans de fond.", "Comprendre, et remarcher au bord de la rivière."),
        (Held(2017, 9, 12), OpenedBecause.FlareUp, "Une saison chargée", "Nuque bloquée, deux collègues partis.", "Doser le travail, apprendre à dire non."),
        (Held(2018, 9, 18), OpenedBecause.LifeEvent, "Après le déménagement", "Fatigue et dos raide dans une maison neuve.", "Retrouver des repères et un chemin pour marcher."),
        (Held(2019, 11, 12), OpenedBecause.FlareUp, "La nuque et les écrans", "Nuque et fourmillements après l'inventaire.", "Couper les longues heures assises."),
        (Held(2021, 2, 16), OpenedBecause.FlareUp, "Reprendre le fil", "Poussée après un an tranquille.", "Traverser la poussée, garder la rivière."),
        (Held(2022, 3, 8), OpenedBecause.LifeEvent, "Le nouveau poste", "Usure, soirées avalées par le travail.", "Des soirées à elle."),
        (Held(2022, 9, 13), OpenedBecause.LifeEvent, "Deuil", "Dos bloqué en aidant son père.", "Être accompagnée, puis reprendre à son pas."),
        (Held(2023, 12, 5), OpenedBecause.CheckUp, "Reprendre pied", "Poussée courte ; envie de comprendre.", "Voir venir les semaines trop pleines."),
        (Held(2025, 3, 25), OpenedBecause.FlareUp, "Retrouver un rythme", "Troisième poussée en un an.", "Une heure à elle, et la rivière."),
        (Held(2026, 2, 3), OpenedBecause.CheckUp, $"Objectifs {Held(2026, 5, 12).Year}", "Poussée après un week-end de marche.", "La boucle des étangs : douze kilomètres."),
    ];

    private SyntheticAbsenceNote? AbsenceNote(VisitInterval gap)
    {
        (DateOnly Return, HowItWas How, WhyNoSession Why, string Words)[] notes =
        [
            (Held(2017, 9, 12), HowItWas.RatherWell, WhyNoSession.OwnTools, "Marche deux fois par semaine, et les gestes essayés ensemble."),
            (Held(2018, 9, 18), HowItWas.UpsAndDowns, WhyNoSession.OwnTools, "Les cartons se sont faits à plusieurs, par petits bouts, comme convenu."),
            (Held(2019, 11, 12), HowItWas.UpsAndDowns, WhyNoSession.LifeLeftNoRoom, "« Je repoussais toujours d'une semaine. »"),
            (Held(2021, 2, 16), HowItWas.RatherWell, WhyNoSession.NoNeed, "Une heure de marche chaque jour ; le dos n'a presque rien dit."),
            (Held(2022, 3, 8), HowItWas.RatherHard, WhyNoSession.DidNotDareReturn, "« J'avais laissé filer la marche, je n'osais pas vous le dire. »"),
            (Held(2022, 9, 13), HowItWas.UpsAndDowns, WhyNoSession.LifeLeftNoRoom, "Son père malade ; plus une heure pour elle."),
            (Held(2023, 12, 5), HowItWas.RatherWell, WhyNoSession.OwnTools, "« Le chien, la rivière, la chorale. »"),
            (Held(2025, 3, 25), HowItWas.RatherHard, WhyNoSession.NoRoomAtPractice, "Elle a appelé deux fois ; ma première place était à six semaines, elle a renoncé."),
            (Held(2026, 2, 3), HowItWas.RatherWell, WhyNoSession.AgreedTogether, "Le groupe de marche du mercredi : trente personnes et trois chiens."),
        ];
        return notes.Where(note => note.Return == gap.To)
            .Select(note => new SyntheticAbsenceNote(gap.From.AddDays(1), gap.To.AddDays(-1), gap.To, note.How, note.Why, French.Typeset(note.Words)))
            .FirstOrDefault();
    }

    private IEnumerable<SyntheticFlareUp> FlareUps() =>
    [
        Flare(About(2016, 9, 20), Month(2016, 11), Held(2016, 10, 4), 7, 8, "La reprise, les cartons de livres neufs.", "Comprendre ; marcher un peu chaque jour."),
        Flare(Day(2017, 9, 2), About(2017, 10, 6), Held(2017, 9, 12), 6, 7, "Deux collègues partis, tout sur elle.", "La respiration, et un non."),
        Flare(Season(2018, 4), null, Held(2018, 9, 18), 5, 6, "Le dernier camion du déménagement.", "S'arrêter deux jours, puis marcher."),
        Flare(About(2018, 9, 8), Month(2018, 10), Held(2018, 9, 18), 6, 6, null, "Les mouvements au bord du lit."),
        Flare(Month(2019, 8), null, Held(2019, 11, 12), 4, 5, "Une semaine penchée sur l'inventaire.", "La chaleur, et marcher malgré tout."),
        Flare(About(2019, 11, 3), Month(2020, 1), Held(2019, 11, 12), 5, 6, "Trois semaines d'écran trop bas.", "Remonter l'écran, couper les après-midi."),
        Flare(Day(2021, 2, 8), About(2021, 3, 27), Held(2021, 2, 16), 7, 8, "Rien qu'elle puisse nommer.", "La moitié de chaque chose."),
        Flare(Season(2021, 10), null, Held(2022, 3, 8), 6, 7, "Les premières semaines du nouveau poste.", "« Attendre que ça passe », dit-elle ; cela a pris un mois."),
        Flare(Day(2022, 9, 1), Month(2022, 11), Held(2022, 9, 13), 8, 8, "Avoir relevé son père.", "L'aide à domicile ; marcher accompagnée."),
        Flare(About(2023, 11, 18), Day(2023, 12, 3), Held(2023, 12, 5), 5, 7, "Quatre soirées d'affilée, un rhume.", "Deux soirées libres, le chien."),
        Flare(Season(2024, 10), null, Held(2025, 3, 25), 6, 7, "La maison à deux toute la journée.", "La chorale."),
        Flare(Month(2025, 1), null, Held(2025, 3, 25), 5, 6, null, "Marcher tôt le matin."),
        Flare(About(2025, 3, 8), Day(2025, 4, 24), Held(2025, 3, 25), 7, 8, "Des nuits courtes, un mois durant.", "Une heure porte fermée, la rivière."),
        Flare(Day(2026, 1, 25), About(2026, 3, 24), Held(2026, 2, 3), 6, 7, "Un week-end de marche trop long.", "Garder la marche, couper le dénivelé."),
    ];

    private IEnumerable<SyntheticLifeEvent> LifeEvents()
    {
        yield return Life(Month(2018, 3), null, Held(2018, 9, 18), LifeEventKind.Move, Impact.WeighedALittle, "Déménagement\nUne maison plus petite, plus près de la rivière. Deux mois de cartons.");
        yield return Life(Month(2019, 2), null, Held(2019, 2, 12), LifeEventKind.GoodNews, Impact.HelpedALittle, "La chorale\nTous les jeudis, debout, au deuxième rang.");
        if (_held.Values.FirstOrDefault(day => day > ConfinementTo) is var back && back != default && _held.Values.Min() < ConfinementFrom)
        {
            yield return Life(FuzzyDate.OnDay(ConfinementFrom), FuzzyDate.OnDay(ConfinementTo), back, LifeEventKind.ChangeOfRhythm, Impact.Both, "Confinement\nLe travail sur la table de la cuisine, et une heure de marche chaque jour.");
        }

        yield return Life(About(2021, 9, 1), null, Held(2022, 3, 8), LifeEventKind.Work, Impact.WeighedALot, "Nouveau poste\nDirection de la médiathèque, douze personnes.");
        yield return Life(Month(2022, 6), Month(2022, 10), Held(2022, 9, 13), LifeEventKind.Caring, Impact.WeighedALot, "Aide à son père\nChaque soir après le travail.");
        yield return Life(Day(2022, 10, 14), null, Held(2022, 10, 18), LifeEventKind.Loss, Impact.WeighedALot, "Deuil (père)\nChez lui, un vendredi, la fenêtre ouverte.");
        yield return Life(Month(2023, 1), null, Held(2023, 1, 17), LifeEventKind.GoodNews, Impact.HelpedALot, "Le chien\nCelui de son père. Elle l'a gardé.");
        yield return Life(Month(2024, 6), null, Held(2025, 3, 25), LifeEventKind.Family, Impact.Both, "Retraite du conjoint\nMarc à la maison : du temps ensemble, et plus une heure à elle.");
        yield return Life(About(2025, 9, 10), null, Held(2026, 2, 3), LifeEventKind.GoodNews, Impact.HelpedALot, "Reprise de la marche\nLe groupe du mercredi, avec sa sœur.");
    }

    private DateOnly Move(DateOnly day) => day.AddDays(_shift);

    private DateOnly Held(int year, int month, int day) => _held[new DateOnly(year, month, day)];

    private FuzzyDate Day(int year, int month, int day) => FuzzyDate.OnDay(Move(new DateOnly(year, month, day)));

    private FuzzyDate About(int year, int month, int day) => Day(year, month, day).Roughly();

    private FuzzyDate Month(int year, int month)
    {
        DateOnly moved = Move(new DateOnly(year, month, 15));
        return FuzzyDate.InMonth(moved.Year, moved.Month);
    }

    private FuzzyDate Season(int year, int month) => VagueDates.InSeason(Move(new DateOnly(year, month, 15)));

    private static SyntheticFlareUp Flare(FuzzyDate start, FuzzyDate? end, DateOnly reportedOn, int hindrance, int peak, string? before, string? helped) =>
        new(start, end ?? start, reportedOn, hindrance, peak) { WhatCameBefore = French.TypesetOrNothing(before), WhatHelped = French.TypesetOrNothing(helped) };

    private static SyntheticLifeEvent Life(FuzzyDate start, FuzzyDate? end, DateOnly reportedOn, LifeEventKind kind, Impact impact, string words) =>
        new(start, end, reportedOn, kind, impact, French.Typeset(words));
}
