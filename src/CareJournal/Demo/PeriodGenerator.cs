using CareJournal.Absences;
using CareJournal.Episodes;

namespace CareJournal.Demo;

/// <summary>Generates the titles of periods, and what was reported about pauses on return.</summary>
internal sealed class PeriodGenerator(VisitCourse course, EventGenerator events, Phrasebook phrases, SeededStream stream)
{
    private const int Before = 60;

    /// <summary>Returns one period per group of visits.</summary>
    public IReadOnlyList<SyntheticPeriod> Periods(SyntheticClosing? closing) => [.. course.Groups.Select((group, index) => Period(group, index, closing))];

    /// <summary>Returns what was reported about pauses; not every pause has a note.</summary>
    public IReadOnlyList<SyntheticAbsenceNote> AbsenceNotes() => [.. course.Gaps.Where(_ => stream.Chance(0.75)).Select(AbsenceNote)];

    private SyntheticPeriod Period(VisitGroup group, int index, SyntheticClosing? closing)
    {
        OpenedBecause because = index == 0 ? OpenedBecause.FirstContact
            : events.Flares.Any(flare => flare.On <= group.First && flare.On >= group.First.AddDays(-Before)) ? OpenedBecause.FlareUp
            : events.EventDays.Any(day => day <= group.First && day >= group.First.AddDays(-Before)) ? OpenedBecause.LifeEvent
            : OpenedBecause.CheckUp;
        bool last = index == course.Groups.Count - 1;
        return new SyntheticPeriod(
            group.First,
            because,
            stream.Chance(0.7) ? phrases.Next(Titles(because)) : null,
            Reason: null,
            stream.Chance(0.4) ? phrases.Next(PersonTexts.Aims) : null,
            last ? closing?.On : stream.Chance(0.3) ? group.Last : null);
    }

    private SyntheticAbsenceNote AbsenceNote(VisitInterval gap)
    {
        (HowItWas how, WhyNoSession why, IReadOnlyList<string> words) = stream.Pick(EventTexts.Pauses);
        return new SyntheticAbsenceNote(gap.From.AddDays(1), gap.To.AddDays(-1), gap.To, how, why, stream.Chance(0.7) ? stream.Pick(words) : null);
    }

    private static IReadOnlyList<string> Titles(OpenedBecause because) => because switch
    {
        OpenedBecause.FirstContact => PersonTexts.FirstTitles,
        OpenedBecause.FlareUp => PersonTexts.FlareTitles,
        OpenedBecause.LifeEvent => PersonTexts.LifeTitles,
        _ => PersonTexts.CheckUpTitles,
    };
}
