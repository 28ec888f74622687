namespace CareJournal.Timelines;

/// <summary>A stretch of lived time without a logged session.</summary>
/// <param name="From">The visit before it.</param>
/// <param name="To">The visit that ended it; <c>null</c> for the present one.</param>
/// <param name="AgreedUntil">The day until which it was agreed beforehand, if it was.</param>
/// <param name="Notes">How it was and why, as reported.</param>
public sealed record TimelineGap(DateOnly From, DateOnly? To, DateOnly? AgreedUntil, IReadOnlyList<TimelineAbsenceNote> Notes)
{
    /// <summary>The last note.</summary>
    public TimelineAbsenceNote? Note => Notes.Count == 0 ? null : Notes[^1];

    /// <summary>The name for links, which survives a reload: the day of the visit before it.</summary>
    public string Key => From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Returns the length in days up to the visit that ended it, or up to today.</summary>
    public int Days(DateOnly today) => (To ?? today).DayNumber - From.DayNumber;

    /// <summary>Finds the gaps of a course, including the present one once it is longer than the threshold at the last visit.</summary>
    public static IReadOnlyList<TimelineGap> Find(VisitCourse course, IReadOnlyList<TimelineAbsenceNote> notes, DateOnly today)
    {
        List<TimelineGap> gaps = [.. course.Gaps.Select(gap => new TimelineGap(gap.From, gap.To, AgreementEnd(course, gap.From), []))];
        if (course is { Latest: { } last } && course.RunningGap(today) is not null)
        {
            gaps.Add(new TimelineGap(last.At, null, AgreementEnd(course, last.At), []));
        }

        ILookup<DateOnly, TimelineAbsenceNote> byGap = notes
            .Select(note => (note, gap: MostOverlapped(gaps, SpanOf(note, course), today)))
            .Where(pair => pair.gap is not null)
            .OrderBy(pair => pair.note.ReportedOn).ThenBy(pair => pair.note.Id)
            .ToLookup(pair => pair.gap!.From, pair => pair.note);
        return [.. gaps.Select(gap => gap with { Notes = [.. byGap[gap.From]] })];
    }

    // The days between the two visits: neither visit's own day belongs to the gap.
    private DateSpan Inside(DateOnly today) => new(From.AddDays(1), (To ?? today.AddDays(1)).AddDays(-1));

    private static TimelineGap? MostOverlapped(List<TimelineGap> gaps, DateSpan span, DateOnly today) =>
        gaps.Where(gap => gap.Inside(today).OverlapDays(span) > 0).OrderByDescending(gap => gap.Inside(today).OverlapDays(span)).ThenBy(gap => gap.From).FirstOrDefault();

    // A note about a pause that still ran ends with the next held visit.
    private static DateSpan SpanOf(TimelineAbsenceNote note, VisitCourse course)
    {
        DateOnly? next = course.Rhythms.Select(rhythm => (DateOnly?)rhythm.At).FirstOrDefault(day => day > note.From);
        return new DateSpan(note.From, note.To ?? next?.AddDays(-1));
    }

    private static DateOnly? AgreementEnd(VisitCourse course, DateOnly from) => course.InForceOn(from) switch
    {
        { BackBy: { } backBy } when backBy > from => backBy,
        { EveryDays: { } days } => from.AddDays(days),
        _ => null,
    };
}
