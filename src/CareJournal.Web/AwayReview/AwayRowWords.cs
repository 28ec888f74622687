using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Timelines;
using CareJournal.Web.NextSteps;

namespace CareJournal.Web.AwayReview;

/// <summary>The sentences of a row of the review: durations side by side, never a ratio, and never what a silence means.</summary>
/// <param name="First">The sentence that explains why the person is in this list.</param>
/// <param name="Then">The other sentences, in order.</param>
public sealed record AwayRowWords(string First, IReadOnlyList<string> Then)
{
    /// <summary>Puts a row into words.</summary>
    public static AwayRowWords Of(AwayRow row, AwayList list, DateOnly today, Words words) =>
        Of(row, list, words, string.Join(' ', [words.Rhythm(row.Facts.Course, row.Facts.LastVisit!.Value, today), .. Around(row, list, today, words)]));

    /// <summary>Puts a row into words beside a line of its rhythm, which shows the durations; the sentences stand each on its own.</summary>
    public static IReadOnlyList<string> BesideRhythm(AwayRow row, AwayList list, DateOnly today, Words words) =>
        [.. Sentences(Of(row, list, words, since: null)), .. Around(row, list, today, words)];

    private static AwayRowWords Of(AwayRow row, AwayList list, Words words, string? since) => list switch
    {
        AwayList.TakeStock => new AwayRowWords(Series(row, words), [.. Said(since), Step(row, list, words)]),
        AwayList.Late when row is { AgreedOn: { } agreed, Judgement.Step: { } step } => Late(row, agreed, step, Said(since), words),
        _ => new AwayRowWords(since ?? Step(row, list, words), since is null ? [] : [Step(row, list, words)]),
    };

    private static IEnumerable<string> Sentences(AwayRowWords said) => [said.First, .. said.Then];

    private static IEnumerable<string> Around(AwayRow row, AwayList list, DateOnly today, Words words)
    {
        if (list != AwayList.TakeStock && row.Facts.Course.UsualGap is { } usual)
        {
            yield return words["Away.Row.Usual", words.Interval(usual)];
        }

        if (row.Facts.Decisions.Where(decision => decision.Kind == AwayDecisionKind.InTouch).MaxBy(decision => decision.DecidedOn) is { } contact)
        {
            yield return words["Away.Row.LastContact", words.Since(contact.DecidedOn, today)];
        }
    }

    private static string[] Said(string? since) => since is null ? [] : [since];

    /// <summary>Returns the next step that was recorded last, to be shown beside the question; <c>null</c> when none ever was.</summary>
    public static TimelineStep? Previous(AwayRow row) =>
        row.Facts.Steps is not [.., var said] ? null : new TimelineStep
        {
            SaidOn = said.Agreement.SaidOn,
            Number = said.Agreement.Number,
            Kind = said.Kind,
            Days = said.Agreement.EveryDays,
            BackBy = said.Agreement.BackBy,
            ReviewOn = said.ReviewOn,
            DecidedBy = said.DecidedBy,
        };

    // "Back by" is itself the agreed date: it is written once, with who decided.
    private static AwayRowWords Late(AwayRow row, DateOnly agreed, NextStepFact step, string[] since, Words words)
    {
        string date = words["Away.Row.AgreedFor", words.Date(agreed)];
        return step.Kind == NextStepKind.BackBy
            ? new AwayRowWords(NextStepSentence.And(date, step.DecidedBy, step.Agreement.SaidOn, words), since)
            : new AwayRowWords(date, [.. since, Step(row, AwayList.Late, words)]);
    }

    private static string Step(AwayRow row, AwayList list, Words words) =>
        list != AwayList.Undecided && row.Judgement.Step is { } step
            ? words["Away.Row.NextStep", Said(step, words)]
            : row.Facts.Steps.Count > 0
                ? $"{words["Away.Row.NoNextStep"]}. {words["NextStep.Previous", Said(row.Facts.Steps[^1], words)]}"
                : words["Away.Row.NoNextStep"];

    private static string Said(NextStepFact step, Words words) => NextStepSentence.Of(
        words.NextStep(step.Kind, step.Agreement.EveryDays, step.Agreement.BackBy, reviewOn: step.ReviewOn), step.DecidedBy, step.Agreement.SaidOn, words);

    private static string Series(AwayRow row, Words words)
    {
        var series = row.Judgement.Series!;
        return words.Count(series.Sessions, series.Reviewed ? "Away.Row.Series" : "Away.Row.SeriesNever", words.Date(series.Since));
    }
}
