using CareJournal.Absences;
using CareJournal.Closures;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;

namespace CareJournal.Timelines;

/// <summary>
/// One person's follow-up in the order of time: visits, gaps, periods, flare-ups, life events and curves.
/// Pure; drawn by the room, never stored.
/// </summary>
public sealed class PatientTimeline
{
    private PatientTimeline(TimelineRows rows, DateOnly today)
    {
        Patient = rows.Patient;
        Today = today;
        Shared = rows.Shared;
        GapThreshold = rows.GapThreshold;
        Held = [.. rows.Visits.Where(visit => visit.Status == VisitStatus.Held).OrderBy(visit => visit.HeldOn).ThenBy(visit => visit.StartsAt).ThenBy(visit => visit.Id)];
        NotHeld = [.. rows.Visits.Where(visit => visit.Status is not (VisitStatus.Held or VisitStatus.Planned)).OrderBy(visit => visit.HeldOn)];
        Planned = [.. rows.Visits.Where(visit => visit.Status == VisitStatus.Planned).OrderBy(visit => visit.HeldOn)];
        Steps = [.. rows.Steps.OrderBy(step => step.SaidOn).ThenBy(step => step.Number)];
        Course = VisitCourse.Create(Held.Select(visit => visit.HeldOn), Steps.Select(step => step.Agreement), rows.GapThreshold);
        Gaps = TimelineGap.Find(Course, rows.AbsenceNotes, today);
        LooseNotes = [.. rows.AbsenceNotes.Where(note => !Gaps.Any(gap => gap.Notes.Contains(note))).OrderBy(note => note.From)];
        Episodes = TimelineEpisode.Find(rows.Episodes, Held, Course, today);
        FlareUps = [.. rows.FlareUps.OrderBy(flareUp => flareUp.Start, FuzzyDate.InOrder).ThenBy(flareUp => flareUp.Id)];
        LifeEvents = [.. rows.LifeEvents.OrderBy(lifeEvent => lifeEvent.Start, FuzzyDate.InOrder).ThenBy(lifeEvent => lifeEvent.Id)];
        Curves = TimelineCurve.Find(rows.Measures, Course);
        Goals = rows.Goals;
        Tools = rows.Tools;
        Reviews = [.. rows.Reviews.OrderBy(review => review.TakenOn).ThenBy(review => review.Id)];
        Contacts = [.. rows.Contacts.OrderBy(contact => contact.On).ThenBy(contact => contact.Id)];
        WordsToSelf = [.. rows.WordsToSelf.OrderByDescending(word => word.On).ThenByDescending(word => word.Id)];
        Facts = TimelineFact.Of(this);
        Closures = [.. rows.Closures.OrderBy(closure => closure.From)];
    }

    /// <summary>The person.</summary>
    public Patient Patient { get; }

    /// <summary>The practice's civil day.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether it holds only what may be looked at together with the person; nothing of it is then counted or summed up.</summary>
    public bool Shared { get; }

    /// <summary>The practice's threshold for a gap, in days; printed beside what is counted with it.</summary>
    public int GapThreshold { get; }

    /// <summary>Held visits, oldest first.</summary>
    public IReadOnlyList<TimelineVisit> Held { get; }

    /// <summary>Missed and cancelled visits: shown, never counted.</summary>
    public IReadOnlyList<TimelineVisit> NotHeld { get; }

    /// <summary>Planned visits.</summary>
    public IReadOnlyList<TimelineVisit> Planned { get; }

    /// <summary>What was said about the next time, oldest first.</summary>
    public IReadOnlyList<NextStep> Steps { get; }

    /// <summary>The visits as time.</summary>
    public VisitCourse Course { get; }

    /// <summary>Gaps, oldest first; the present one runs to today.</summary>
    public IReadOnlyList<TimelineGap> Gaps { get; }

    /// <summary>Notes about a pause that overlap no gap any more: shown as dated notes, never lost.</summary>
    public IReadOnlyList<AbsenceNote> LooseNotes { get; }

    /// <summary>Periods of follow-up, oldest first.</summary>
    public IReadOnlyList<TimelineEpisode> Episodes { get; }

    /// <summary>Flare-ups, oldest first.</summary>
    public IReadOnlyList<FlareUp> FlareUps { get; }

    /// <summary>Life events, oldest first.</summary>
    public IReadOnlyList<LifeEvent> LifeEvents { get; }

    /// <summary>One curve for each instrument that was ever answered.</summary>
    public IReadOnlyList<TimelineCurve> Curves { get; }

    /// <summary>What matters to the person: goals on their way first.</summary>
    public IReadOnlyList<GoalStanding> Goals { get; }

    /// <summary>What the person leans on: tools in use first.</summary>
    public IReadOnlyList<ToolStanding> Tools { get; }

    /// <summary>Where stock was taken, oldest first.</summary>
    public IReadOnlyList<Review> Reviews { get; }

    /// <summary>News exchanged without a visit, oldest first.</summary>
    public IReadOnlyList<Contact> Contacts { get; }

    /// <summary>What the person dictated for the day it overflows: the first one stands.</summary>
    public IReadOnlyList<WordToSelf> WordsToSelf { get; }

    /// <summary>Goals, tools, reviews, contacts and words as dated facts, oldest first.</summary>
    public IReadOnlyList<TimelineFact> Facts { get; }

    /// <summary>Closures of the practice, oldest first.</summary>
    public IReadOnlyList<Closure> Closures { get; }

    /// <summary>The first held visit.</summary>
    public DateOnly? FollowedSince => Held.Count == 0 ? null : Held[0].HeldOn;

    /// <summary>The last held visit.</summary>
    public DateOnly? LastVisit => Held.Count == 0 ? null : Held[^1].HeldOn;

    /// <summary>What stands today about the next time.</summary>
    public NextStep? StandingStep => Course.InForceOn(Today) is { } agreement ? Steps.LastOrDefault(step => step.Agreement == agreement) : null;

    /// <summary>
    /// The session with which the person came back last, for what may still be asked of a return: beside it and once more after the next
    /// session, then never again. None during a pause, for a follow-up that is closed, or before the day from which something is asked.
    /// </summary>
    public TimelineVisit? ReturnToAskAbout =>
        Gaps is [.., { To: { } back }] && !(back < Patient.AskedFrom) && Patient is { ClosedOn: null, DeceasedOn: null }
        && Held.Where(visit => visit.HeldOn >= back).Select(visit => visit.HeldOn).Distinct().Count() <= 2
            ? Held.FirstOrDefault(visit => visit.HeldOn == back)
            : null;

    /// <summary>The first day on which something is drawn.</summary>
    public DateOnly From => Firsts().Min();

    /// <summary>The last day on which something is drawn: today, or a later planned visit.</summary>
    public DateOnly To => Planned.Count > 0 && Planned[^1].HeldOn > Today ? Planned[^1].HeldOn : Today;

    /// <summary>Puts recorded rows into the order of time.</summary>
    public static PatientTimeline Create(TimelineRows rows, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new PatientTimeline(rows, today);
    }

    /// <summary>The curve of an instrument, where it was ever answered.</summary>
    public TimelineCurve? CurveOf(Instrument instrument) => Curves.FirstOrDefault(curve => curve.Instrument == instrument);

    private IEnumerable<DateOnly> Firsts() =>
        new[] { Today }
            .Concat(Held.Take(1).Concat(NotHeld.Take(1)).Select(visit => visit.HeldOn))
            .Concat(FlareUps.Select(flareUp => flareUp.Start.Earliest))
            .Concat(LifeEvents.Select(lifeEvent => lifeEvent.Start.Earliest))
            .Concat(LooseNotes.Select(note => note.From))
            .Concat(Facts.Take(1).Select(fact => fact.On));
}
