using CareJournal.FlareUps;
using CareJournal.LifeEvents;

namespace CareJournal.Demo;

/// <summary>
/// Generates flare-ups and life events. Not every flare-up has an event before it, not every event brings one, and some
/// flare-ups are only vaguely reported on return from a silence.
/// </summary>
internal sealed class EventGenerator(IReadOnlyList<Session> sessions, DateOnly birth, DateOnly today, SeededStream stream)
{
    private const double EventsPerYear = 0.6;
    private const double EventBeforeFlare = 0.55;
    private const int OngoingWithin = 30;

    // The generated events suit adults only.
    private const int AdultAge = 18;
    private readonly List<FlareFact> _flares = [];
    private readonly List<(DateOnly On, DateOnly ReportedOn)> _events = [];

    /// <summary>The flare-ups as they really were.</summary>
    public IReadOnlyList<FlareFact> Flares => _flares;

    /// <summary>Days of life events.</summary>
    public IEnumerable<DateOnly> EventDays => _events.Select(life => life.On);

    /// <summary>Generates them.</summary>
    public void Generate()
    {
        for (int index = 0; index < sessions.Count; index++)
        {
            TellAt(index);
        }

        if (sessions.Count > 0)
        {
            DateOnly first = sessions[0].On;
            double years = (sessions[^1].On.DayNumber - first.DayNumber + 200) / 365.0;
            for (double left = years * EventsPerYear; left > 0 && stream.Chance(left); left--)
            {
                AddEvent(first.AddDays(stream.Between(-200, sessions[^1].On.DayNumber - first.DayNumber)));
            }
        }
    }

    /// <summary>The flare-ups as reported, oldest first.</summary>
    public IReadOnlyList<SyntheticFlareUp> FlareUps() =>
        [.. _flares.Select(Blur).OrderBy(flare => flare.Start, FuzzyDate.InOrder)];

    /// <summary>The life events as reported, oldest first.</summary>
    public IReadOnlyList<SyntheticLifeEvent> LifeEvents() =>
        [.. _events.Select(life => Blur(life.On, life.ReportedOn)).OrderBy(life => life.Start, FuzzyDate.InOrder)];

    private void TellAt(int index)
    {
        Session session = sessions[index];
        DateOnly? before = index > 0 ? sessions[index - 1].On : null;
        double chance = session.Purpose switch
        {
            SessionPurpose.First => 0.6,
            SessionPurpose.Return => 0.75,
            _ => 0.03,
        };
        if (stream.Chance(chance))
        {
            int longest = before is { } last ? Math.Clamp(session.On.DayNumber - last.DayNumber - 1, 1, 60) : 60;
            AddFlare(session.On.AddDays(-stream.LogNormal(12, 0.9, 1, longest)), session.On, stream.LogNormal(21, 0.8, 3, 90));
        }

        // Lived through alone, reported on return.
        int silence = before is { } held ? session.On.DayNumber - held.DayNumber : 0;
        if (silence > 150 && stream.Chance(0.25))
        {
            AddFlare(before!.Value.AddDays(stream.Between(20, silence - 90)), session.On, stream.Between(4, 25));
        }
    }

    private void AddFlare(DateOnly on, DateOnly reportedOn, int days)
    {
        DateOnly last = sessions[^1].On;
        DateOnly until = on.AddDays(days);
        if (until > last && today.DayNumber - last.DayNumber > OngoingWithin)
        {
            until = last > on ? last : on;
        }

        _flares.Add(new FlareFact(on, until, reportedOn, stream.Between(2.0, 4.0), stream.Chance(0.6)));
        if (stream.Chance(EventBeforeFlare))
        {
            AddEvent(on.AddDays(-stream.Between(0, 45)));
        }
    }

    private void AddEvent(DateOnly on)
    {
        if (on >= birth.AddYears(AdultAge) && sessions.FirstOrDefault(session => session.On >= on) is { } next)
        {
            _events.Add((on, next.On));
        }
    }

    private SyntheticFlareUp Blur(FlareFact flare)
    {
        FuzzyDate start = VagueDates.Remember(stream, flare.On, flare.ReportedOn);
        bool goesOn = flare.Until > sessions[^1].On;
        DateOnly lastKnown = flare.Until > flare.ReportedOn ? flare.Until : flare.ReportedOn;
        return new SyntheticFlareUp(
            start,
            goesOn ? null : VagueDates.Remember(stream, flare.Until, lastKnown),
            flare.ReportedOn,
            stream.Chance(0.85) ? Math.Clamp((int)Math.Round(flare.Weight * 2) + stream.Between(-2, 2), 0, 10) : null,
            stream.Chance(0.9) ? Math.Clamp((flare.Hurts ? 6 : 4) + stream.Between(0, 3), 0, 10) : null)
        {
            Origin = flare.IsFelt(flare.ReportedOn) && stream.Chance(0.3) ? FlareUpOrigin.Seen : FlareUpOrigin.Reported,
            WhatCameBefore = stream.Chance(0.6) ? stream.Pick(EventTexts.Before) : null,
            WhatHelped = stream.Chance(0.6) ? stream.Pick(EventTexts.Helped) : null,
        };
    }

    private SyntheticLifeEvent Blur(DateOnly on, DateOnly reportedOn)
    {
        (LifeEventKind kind, IReadOnlyList<string> words) = stream.Pick(EventTexts.Life);
        bool glad = kind is LifeEventKind.GoodNews or LifeEventKind.Rest or LifeEventKind.Birth;
        bool lasts = kind is LifeEventKind.Caring or LifeEventKind.Overload or LifeEventKind.Study;
        Impact impact = glad
            ? stream.Weigh((Impact.HelpedALot, 0.35), (Impact.HelpedALittle, 0.3), (Impact.Both, 0.15), (Impact.NotAsked, 0.2))
            : stream.Weigh((Impact.WeighedALot, 0.3), (Impact.WeighedALittle, 0.3), (Impact.Both, 0.1), (Impact.Neither, 0.1), (Impact.NotAsked, 0.2));
        return new SyntheticLifeEvent(
            VagueDates.Remember(stream, on, reportedOn),
            lasts && reportedOn.DayNumber - on.DayNumber > 60 ? VagueDates.Remember(stream, reportedOn.AddDays(-stream.Between(1, 40)), reportedOn) : null,
            reportedOn,
            kind,
            impact,
            stream.Pick(words))
        {
            Hidden = stream.Chance(0.03),
            ThirdParty = stream.Chance(0.02),
        };
    }
}
