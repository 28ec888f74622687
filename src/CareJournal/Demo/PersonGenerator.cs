using CareJournal.Decisions;
using CareJournal.Measures;
using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Generates one person from a role: the course first, then its texts, answers and events.</summary>
internal sealed class PersonGenerator(PracticeCalendar calendar, DemoScale scale, Role role, SeededStream stream)
{
    private const double OccasionallyNotHeld = 0.04;
    private readonly DateOnly _today = calendar.Today;
    private readonly Phrasebook _phrases = new(stream);

    /// <summary>Returns the person.</summary>
    public SyntheticPerson Create(PersonName name)
    {
        DateOnly firstDay = new(_today.Year - scale.Years, 1, 8);
        IReadOnlyList<Session> sessions = new SessionPlacer(calendar, firstDay, stream).Place(role);
        if (sessions.Count == 0 && role.Course is not (CourseKind.None or CourseKind.MissedOnly))
        {
            sessions = [new Session(calendar.OpenDay(firstDay), SessionPurpose.First)];
        }

        new NextStepGenerator(role, _today, stream).Generate(sessions);
        DateOnly addedOn = sessions.Count > 0 ? sessions[0].On : calendar.OpenOnOrBefore(_today.AddDays(-role.LastAgo - 10));
        DateOnly birth = Birth(addedOn);
        EventGenerator events = new(sessions, birth, _today, stream);
        events.Generate();

        Instrument[] scales = OwnScales();
        string? activity = role.Minor ? PersonTexts.YoungActivity : stream.Chance(0.6) ? _phrases.Next(PersonTexts.Activities) : null;
        Ratings ratings = new(stream, events.Flares, scales, activity is not null, stream.Between(scale.MissingFrom, scale.MissingTo), role.Course == CourseKind.Dense ? 0.45 : 0.97);
        SessionWriter writer = new(scale, events.Flares, ratings, _phrases, stream);
        List<SyntheticVisit> visits = [.. sessions.Select(writer.Write)];
        visits.AddRange(NotHeld(sessions, addedOn));
        visits = [.. visits.OrderBy(visit => visit.On)];

        VisitCourse course = PersonCourse.Of(visits);
        SyntheticClosing? closing = Closing(sessions);
        PeriodGenerator periods = new(course, events, _phrases, stream);
        return new SyntheticPerson
        {
            GivenName = name.GivenName,
            FamilyName = name.FamilyName,
            Sex = name.Sex,
            BirthDate = birth,
            AddedOn = addedOn,
            Phone = name.Phone,
            Email = stream.Chance(0.6) ? name.Email : null,
            StandingNote = stream.Chance(0.2) ? _phrases.Next(NoteTexts.Standing) : null,
            CheckInConsent = stream.Weigh((CheckInConsent.NotAsked, 0.45), (CheckInConsent.ByPhone, 0.25), (CheckInConsent.InWriting, 0.2), (CheckInConsent.No, 0.1)),
            OwnScales = scales,
            OwnActivity = activity,
            Conditions = sessions.Count > 0 ? [Condition(sessions[0].On, birth)] : [],
            Periods = periods.Periods(closing),
            Visits = PersonCourse.IntoPeriods(visits, course),
            FlareUps = events.FlareUps(),
            LifeEvents = events.LifeEvents(),
            AbsenceNotes = periods.AbsenceNotes(),
            Closing = closing,
            DeceasedOn = role.Ending == Ending.Deceased && sessions.Count > 0 ? Later(sessions[^1].On, 20) : null,
            Decisions = role.Decided && sessions.Count > 0 ? [Decision(sessions[^1].On)] : [],
        };
    }

    private DateOnly Birth(DateOnly addedOn)
    {
        int age = role.Minor ? stream.Between(13, 15) : (int)Math.Clamp(stream.Normal(49, 14), 19, 86);
        return addedOn.AddYears(-age).AddDays(-stream.Between(1, 360));
    }

    private Instrument[] OwnScales()
    {
        List<Instrument> scales = [Instrument.Sleep, Instrument.Stress, Instrument.Pain];
        foreach ((Instrument instrument, double chance) in new[] { (Instrument.MentalLoad, 0.5), (Instrument.Work, 0.4), (Instrument.Confidence, 0.35) })
        {
            if (stream.Chance(chance))
            {
                scales.Add(instrument);
            }
        }

        return [.. scales];
    }

    private SyntheticCondition Condition(DateOnly reportedOn, DateOnly birth)
    {
        string[] parts = (role.Minor ? PersonTexts.YoungCondition : _phrases.Next(PersonTexts.Conditions)).Split('|');
        DateOnly began = reportedOn.AddDays(-stream.LogNormal(900, 0.9, 100, 9000));
        FuzzyDate? onset = began > birth ? VagueDates.Remember(stream, began, reportedOn) : null;
        return new SyntheticCondition(parts[0], onset, parts[1], parts[2].Length > 0 && stream.Chance(0.6) ? parts[2] : null, reportedOn);
    }

    private IEnumerable<SyntheticVisit> NotHeld(IReadOnlyList<Session> sessions, DateOnly addedOn)
    {
        for (int index = 1; index < sessions.Count; index++)
        {
            DateOnly day = calendar.OpenOnOrBefore(sessions[index].On.AddDays(-1));
            if (day > sessions[index - 1].On && !calendar.IsConfined(day) && stream.Chance(OccasionallyNotHeld))
            {
                VisitStatus status = stream.Weigh((VisitStatus.CancelledByPerson, 0.55), (VisitStatus.NoShow, 0.3), (VisitStatus.CancelledByPractice, 0.15));
                yield return new SyntheticVisit { On = day, Status = status, PlannedOn = sessions[index - 1].On };
            }
        }

        if (role.Course == CourseKind.MissedOnly)
        {
            yield return new SyntheticVisit { On = calendar.OpenOnOrBefore(_today.AddDays(-role.LastAgo)), Status = VisitStatus.NoShow, StartsAt = new TimeOnly(10, 30), PlannedOn = addedOn };
        }

        if (role.PlannedIn is { } days)
        {
            DateOnly on = days == 0 ? _today : PracticeCalendar.Weekday(_today.AddDays(days));
            DateOnly lastSeen = sessions.Count > 0 ? sessions[^1].On : addedOn;
            DateOnly called = _today.AddDays(-stream.Between(2, 8));
            DateOnly planned = role.LastAgo < 30 ? lastSeen : called > lastSeen ? called : lastSeen;
            yield return new SyntheticVisit { On = on, Status = VisitStatus.Planned, StartsAt = role.PlannedAt, PlannedOn = planned };
        }
    }

    private SyntheticClosing? Closing(IReadOnlyList<Session> sessions)
    {
        if (sessions.Count == 0)
        {
            return null;
        }

        DateOnly last = sessions[^1].On;
        return role.Ending switch
        {
            Ending.Concluded => new SyntheticClosing(PatientClosing.ConcludedTogether, Later(last, 0, 60), stream.Pick(NoteTexts.ClosingWords)),
            Ending.HandedOver => new SyntheticClosing(PatientClosing.HandedOver, last, stream.Pick(NoteTexts.HandOverWords)),
            Ending.ClosedOnMySide => new SyntheticClosing(PatientClosing.ClosedOnMySide, Later(last, 300, 420), null),
            _ => null,
        };
    }

    private SyntheticDecision Decision(DateOnly last)
    {
        DateOnly on = Later(last, Math.Max(1, _today.DayNumber - last.DayNumber - 20));
        return role.Ending switch
        {
            Ending.BackByPast or Ending.EveryPast => new SyntheticDecision(AwayList.Late, AwayDecisionKind.InTouch, on, null),
            Ending.Nothing => new SyntheticDecision(AwayList.Undecided, AwayDecisionKind.Snooze, on, _today.AddDays(stream.Between(15, 60))),
            _ => new SyntheticDecision(AwayList.DoorOpen, AwayDecisionKind.LeaveInPeace, on, _today.AddMonths(stream.Between(3, 9))),
        };
    }

    // Some days after the last session, and before today.
    private DateOnly Later(DateOnly last, int least, int most = 0)
    {
        DateOnly later = last.AddDays(stream.Between(least, Math.Max(least, most)));
        return later < _today ? later : _today.AddDays(-1);
    }
}
