using CareJournal.AwayReview;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Kit;

namespace CareJournal.Web.AwayReview;

/// <summary>What is said of one person's rhythm: durations side by side, counts side by side.</summary>
public static class RhythmWords
{
    private static readonly VisitStatus[] Order =
        [VisitStatus.Held, VisitStatus.NoShow, VisitStatus.CancelledByPerson, VisitStatus.CancelledByPractice, VisitStatus.Planned];

    /// <summary>Where the person stands today: how the follow-up ended, else how long ago the last session was, within or beyond their own past.</summary>
    public static IEnumerable<string> Present(PersonRhythm rhythm, PatientTimeline timeline, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(wording);
        if (timeline.LastVisit is not { } last)
        {
            yield return wording["Empty.NoVisit"];
            yield break;
        }

        if (timeline.Patient is { DeceasedOn: { } died })
        {
            yield return $"{wording["Patient.DeceasedOn"]} {wording.Date(died)}.";
        }
        else if (timeline.Patient is { Closing: { } closing, ClosedOn: { } closedOn })
        {
            yield return $"{wording["State.EndedOn", wording.Of(closing), wording.Date(closedOn)]}.";
        }
        else
        {
            string since = timeline.Course.Latest!.Days is { } days ? wording.UsualRhythm(days, last, timeline.Today) : wording.SinceLastVisit(last, timeline.Today);
            yield return Range(rhythm, timeline.Today, wording) is { } range ? $"{since} {range}" : since;
        }

        if (timeline.Course.UsualAbsence is { } usual)
        {
            yield return wording["Away.Row.Usual", wording.Interval(usual)];
        }
    }

    /// <summary>Each kind of visit with its count, in a fixed order; what nobody has logged yet comes last, where there is any.</summary>
    public static IEnumerable<(string What, string Count)> Visits(PersonRhythm rhythm, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        ArgumentNullException.ThrowIfNull(wording);
        IEnumerable<(string, string)> visits = Order.Select(status => (wording.Of(status), rhythm.Visits[status].ToString("N0", Wording.Culture)));
        return rhythm.Unlogged == 0 ? visits : visits.Append((wording["Rhythm.Unlogged"], rhythm.Unlogged.ToString("N0", Wording.Culture)));
    }

    // Only a silence that is an absence by now, and only where there is a past of one's own to look at.
    private static string? Range(PersonRhythm rhythm, DateOnly today, Wording wording)
    {
        if (rhythm.PastRange is not var (shortest, longest) || rhythm.Absences is not [{ Gap: { To: null } present }, ..])
        {
            return null;
        }

        string range = present.Days(today) <= longest.Days(today)
            ? wording["Timeline.Gap.Within", wording.Duration(shortest.From, shortest.To!.Value), wording.Duration(longest.From, longest.To!.Value)]
            : wording["Timeline.Gap.Beyond"];
        return $"{char.ToUpper(range[0], Wording.Culture)}{range[1..]}.";
    }
}
