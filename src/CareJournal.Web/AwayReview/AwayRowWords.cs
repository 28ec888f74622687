using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.AwayReview;
using CareJournal.Web.Kit;

namespace CareJournal.Web.AwayReview;

/// <summary>What a row of the review says: durations side by side, never a ratio, and never what a silence means.</summary>
/// <param name="First">The sentence that puts the person on this shelf.</param>
/// <param name="Then">What else is known, in order.</param>
public sealed record AwayRowWords(string First, IReadOnlyList<string> Then)
{
    /// <summary>Puts a row into words.</summary>
    public static AwayRowWords Of(AwayRow row, Shelf shelf, DateOnly today, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(wording);
        DateOnly last = row.Facts.LastVisit!.Value;
        List<string> durations = [row.UsualDays is { } days ? wording.UsualRhythm(days, last, today) : wording.SinceLastVisit(last, today)];
        if (shelf != Shelf.TakeStock && row.Facts.Course.UsualAbsence is { } usual)
        {
            durations.Add(wording["Away.Row.Usual", wording.Interval(usual)]);
        }

        if (row.Facts.Decisions.Where(decision => decision.Kind == AwayDecisionKind.InTouch).MaxBy(decision => decision.DecidedOn) is { } contact)
        {
            durations.Add(wording["Away.Row.LastContact", wording.Since(contact.DecidedOn, today)]);
        }

        string since = string.Join(' ', durations);
        return shelf switch
        {
            Shelf.TakeStock => new AwayRowWords(Series(row, wording), [since, Step(row, shelf, wording)]),
            Shelf.Late when row is { AgreedOn: { } agreed, Judgement.Step: { } step } => Late(row, agreed, step, since, wording),
            _ => new AwayRowWords(since, [Step(row, shelf, wording)]),
        };
    }

    /// <summary>What was said the last time, to be shown beside the question; <c>null</c> when nothing ever was.</summary>
    public static NextStep? Previous(AwayRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Facts.Steps is not [.., var said] ? null : new NextStep
        {
            PatientId = row.Facts.PatientId,
            SaidOn = said.Agreement.SaidOn,
            Number = said.Agreement.Number,
            Kind = said.Kind,
            Days = said.Agreement.EveryDays,
            BackBy = said.Agreement.BackBy,
            ReviewOn = said.ReviewOn,
            DecidedBy = said.DecidedBy,
        };
    }

    // "Back by" is itself the agreed date: it is said once, with who decided.
    private static AwayRowWords Late(AwayRow row, DateOnly agreed, NextStepFact step, string since, Wording wording)
    {
        string date = wording["Away.Row.AgreedFor", wording.Date(agreed)];
        return step.Kind == NextStepKind.BackBy
            ? new AwayRowWords(NextStepSentence.And(date, step.DecidedBy, step.Agreement.SaidOn, wording), [since])
            : new AwayRowWords(date, [since, Step(row, Shelf.Late, wording)]);
    }

    private static string Step(AwayRow row, Shelf shelf, Wording wording) =>
        shelf != Shelf.Undecided && row.Judgement.Step is { } step
            ? wording["Away.Row.NextStep", Said(step, wording)]
            : row.Facts.Steps.Count > 0
                ? $"{wording["Away.Row.NoNextStep"]}. {wording["NextStep.Previous", Said(row.Facts.Steps[^1], wording)]}"
                : wording["Away.Row.NoNextStep"];

    private static string Said(NextStepFact step, Wording wording) => NextStepSentence.Of(
        wording.NextStep(step.Kind, step.Agreement.EveryDays, step.Agreement.BackBy, reviewOn: step.ReviewOn), step.DecidedBy, step.Agreement.SaidOn, wording);

    private static string Series(AwayRow row, Wording wording)
    {
        var series = row.Judgement.Series!;
        return wording.Count(series.Sessions, series.Reviewed ? "Away.Row.Series" : "Away.Row.SeriesNever", wording.Date(series.Since));
    }
}
