using CareJournal.Measures;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>
/// One person's follow-up in chronological order: visits, gaps, periods, flare-ups, life events and curves.
/// Pure; drawn on screen and on paper, never stored.
/// </summary>
public sealed class PatientTimeline
{
    private PatientTimeline(TimelineRows rows, DateOnly today)
    {
        Rows = rows;
        Patient = rows.Patient;
        Today = today;
        Shared = rows.Shared;
        GapThreshold = rows.GapThreshold;
        Conditions = [.. rows.Conditions.OrderBy(condition => condition.Id)];
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
        Dismissals = rows.Dismissals;
        Contacts = [.. rows.Contacts.OrderBy(contact => contact.On).ThenBy(contact => contact.Id)];
        WordsToSelf = [.. rows.WordsToSelf.OrderByDescending(word => word.On).ThenByDescending(word => word.Id)];
        Facts = TimelineFact.Of(this);
        Closures = [.. rows.Closures.OrderBy(closure => closure.From)];
    }

    /// <summary>The recorded rows from which it was made.</summary>
    internal TimelineRows Rows { get; }

    /// <summary>The person.</summary>
    public TimelinePatient Patient { get; }

    /// <summary>The practice's civil day.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether it contains only what may be looked at together with the person; nothing of it is then counted or summed up.</summary>
    public bool Shared { get; }

    /// <summary>The practice's threshold for a gap, in days; printed beside what is counted with it.</summary>
    public int GapThreshold { get; }

    /// <summary>Reasons for follow-up, in the order in which they were first written.</summary>
    public IReadOnlyList<TimelineCondition> Conditions { get; }

    /// <summary>Held visits, oldest first.</summary>
    public IReadOnlyList<TimelineVisit> Held { get; }

    /// <summary>Missed and cancelled visits: shown, never counted.</summary>
    public IReadOnlyList<TimelineVisit> NotHeld { get; }

    /// <summary>Planned visits.</summary>
    public IReadOnlyList<TimelineVisit> Planned { get; }

    /// <summary>Next steps: what was said about the next time, oldest first.</summary>
    public IReadOnlyList<TimelineStep> Steps { get; }

    /// <summary>The visits as a course in time.</summary>
    public VisitCourse Course { get; }

    /// <summary>Gaps, oldest first; the present one runs to today.</summary>
    public IReadOnlyList<TimelineGap> Gaps { get; }

    /// <summary>Notes about a pause that no longer overlap a gap: shown as dated notes, never lost.</summary>
    public IReadOnlyList<TimelineAbsenceNote> LooseNotes { get; }

    /// <summary>Periods of follow-up, oldest first.</summary>
    public IReadOnlyList<TimelineEpisode> Episodes { get; }

    /// <summary>Flare-ups, oldest first.</summary>
    public IReadOnlyList<TimelineFlareUp> FlareUps { get; }

    /// <summary>Life events, oldest first.</summary>
    public IReadOnlyList<TimelineLifeEvent> LifeEvents { get; }

    /// <summary>One curve for each instrument that was ever answered.</summary>
    public IReadOnlyList<TimelineCurve> Curves { get; }

    /// <summary>Goals, the open ones first.</summary>
    public IReadOnlyList<TimelineGoal> Goals { get; }

    /// <summary>Tools, those in use first.</summary>
    public IReadOnlyList<TimelineTool> Tools { get; }

    /// <summary>Reviews, oldest first.</summary>
    public IReadOnlyList<TimelineReview> Reviews { get; }

    /// <summary>Prompts to take stock that were put away.</summary>
    public IReadOnlyList<TimelineDismissal> Dismissals { get; }

    /// <summary>News exchanged without a visit, oldest first.</summary>
    public IReadOnlyList<TimelineContact> Contacts { get; }

    /// <summary>Words that the person dictated for when it overflows: the first ones are current.</summary>
    public IReadOnlyList<TimelineWord> WordsToSelf { get; }

    /// <summary>Goals, tools, reviews, contacts and words as dated facts, oldest first.</summary>
    public IReadOnlyList<TimelineFact> Facts { get; }

    /// <summary>Closures of the practice, oldest first.</summary>
    public IReadOnlyList<TimelineClosure> Closures { get; }

    /// <summary>The first held visit.</summary>
    public DateOnly? FollowedSince => Held.Count == 0 ? null : Held[0].HeldOn;

    /// <summary>The last held visit.</summary>
    public DateOnly? LastVisit => Held.Count == 0 ? null : Held[^1].HeldOn;

    /// <summary>The next step that is in force today.</summary>
    public TimelineStep? StepInForce => StepOn(Today);

    /// <summary>
    /// The session of the last return, for what may still be asked about it: beside that session and once more after the next
    /// one, then never again. None during a pause, for a follow-up that is closed, or before the day from which questions are asked.
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

    /// <summary>Creates a timeline from recorded rows.</summary>
    public static PatientTimeline Create(TimelineRows rows, DateOnly today) =>
        new PatientTimeline(rows, today);

    /// <summary>Returns the follow-up as it was on an earlier day: without what came later, and with every duration counted up to that day.</summary>
    public PatientTimeline AsOf(DateOnly day) => day >= Today ? this : new PatientTimeline(Rows.Until(day), day);

    /// <summary>Returns the next step that is in force on a day.</summary>
    public TimelineStep? StepOn(DateOnly day) => Course.InForceOn(day, Steps, step => step.Agreement);

    /// <summary>Returns the last next step of a visit.</summary>
    public TimelineStep? StepSaidAt(Guid visitId) => Steps.Where(step => step.VisitId == visitId).MaxBy(step => step.Number);

    /// <summary>Returns what the person reported on a day.</summary>
    public TimelineReported ReportedOn(DateOnly day) => TimelineReported.On(day, Rows.AbsenceNotes, FlareUps, LifeEvents);

    /// <summary>Returns the curve of an instrument; <c>null</c> where it was never answered.</summary>
    public TimelineCurve? CurveOf(Instrument instrument) => Curves.FirstOrDefault(curve => curve.Instrument == instrument);

    private IEnumerable<DateOnly> Firsts() =>
        new[] { Today }
            .Concat(Held.Take(1).Concat(NotHeld.Take(1)).Select(visit => visit.HeldOn))
            .Concat(FlareUps.Select(flareUp => flareUp.Start.Earliest))
            .Concat(LifeEvents.Select(lifeEvent => lifeEvent.Start.Earliest))
            .Concat(LooseNotes.Select(note => note.From))
            .Concat(Facts.Take(Shared ? 0 : 1).Select(fact => fact.On)); // Together, the picture begins with what is drawn.
}
