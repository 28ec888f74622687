using CareJournal.Reviews;
using CareJournal.Timelines;

namespace CareJournal.AwayReview;

/// <summary>Determines why taking stock is suggested for one person. Pure.</summary>
public static class Prompts
{
    /// <summary>
    /// Returns the prompts of the timeline's day. A series: due as in the list of the follow-up review, whatever was decided there. A return: the last held visit, still
    /// within its threshold, ended a pause, and no review was taken since. Each stays until it is put away or stock is taken; the next visit lifts what was put away.
    /// </summary>
    public static IReadOnlyList<Prompt> Of(PatientTimeline timeline)
    {
        AwayFacts facts = AwayFacts.Of(timeline);
        if (facts is not { Closed: false, LastVisit: { } last } || last < facts.AskedFrom)
        {
            return [];
        }

        DateOnly? review = timeline.Reviews.Count == 0 ? null : timeline.Reviews[^1].TakenOn;
        bool isReturn = facts.Course.Gaps.Any(gap => gap.To == last) && facts.Course.RunningGap(timeline.Today) is null;
        List<Prompt> prompts = [];
        if (SeriesToReview.Of(facts, timeline.Today)?.Due == true)
        {
            prompts.Add(Prompt.Series);
        }

        if (isReturn && !(review >= last))
        {
            prompts.Add(Prompt.Return);
        }

        return [.. prompts.Where(prompt => !timeline.Dismissals.Any(dismissal => dismissal.Prompt == prompt && dismissal.Hides(last)))];
    }
}
