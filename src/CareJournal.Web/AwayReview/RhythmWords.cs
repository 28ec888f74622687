using CareJournal.AwayReview;
using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Web.AwayReview;

/// <summary>Puts one person's rhythm into sentences: durations side by side, counts side by side.</summary>
public static class RhythmWords
{
    private static readonly VisitStatus[] Order =
        [VisitStatus.Held, VisitStatus.NoShow, VisitStatus.CancelledByPerson, VisitStatus.CancelledByPractice, VisitStatus.Planned];

    /// <summary>Returns the present state: how the follow-up ended, else how long ago the last session was, within or beyond their own past.</summary>
    public static IEnumerable<string> Present(PersonRhythm rhythm, PatientTimeline timeline, Words words)
    {
        if (timeline.LastVisit is not { } last)
        {
            yield return words["Empty.NoVisit"];
            yield break;
        }

        if (timeline.Patient is { DeceasedOn: { } died })
        {
            yield return $"{words["Patient.DeceasedOn"]} {words.Date(died)}.";
        }
        else if (timeline.Patient is { Closing: { } closing, ClosedOn: { } closedOn })
        {
            yield return $"{words["State.EndedOn", words.Of(closing), words.Date(closedOn)]}.";
        }
        else
        {
            string since = words.Rhythm(timeline.Course, last, timeline.Today);
            yield return Range(rhythm, timeline, words) is { } range ? $"{since} {range}" : since;
        }

        if (timeline.Course.UsualGap is { } usual)
        {
            yield return words["Away.Row.Usual", words.Interval(usual)];
        }
    }

    /// <summary>Returns each kind of visit with its count, in a fixed order; past appointments that nobody has logged yet come last, if there are any.</summary>
    public static IEnumerable<(string What, string Count)> Visits(PersonRhythm rhythm, Words words)
    {
        IEnumerable<(string, string)> visits = Order.Select(status => (words.Of(status), rhythm.Visits[status].ToString("N0", Words.Culture)));
        return rhythm.Unlogged == 0 ? visits : visits.Append((words["Rhythm.Unlogged"], rhythm.Unlogged.ToString("N0", Words.Culture)));
    }

    // Only for a silence that is a pause by now.
    private static string? Range(PersonRhythm rhythm, PatientTimeline timeline, Words words) =>
        rhythm.Absences is [{ Gap: { To: null } present }, ..] && words.BesidePastPauses(present.Days(timeline.Today), timeline.Course) is { } range
            ? $"{char.ToUpper(range[0], Words.Culture)}{range[1..]}."
            : null;
}
