using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.NextSteps;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Caseload;

/// <summary>What a row of the overview says beside its strip: durations and dates, never a ratio. Pure.</summary>
internal sealed class CaseloadRowWords(CaseloadChoice choice, DateOnly today, Wording wording)
{
    /// <summary>The words above the last column: what the rows are ranked by, or the time between two days.</summary>
    public static string LastColumn(CaseloadChoice choice) => choice switch
    {
        { Second: not null } => "Caseload.Column.Between",
        { Rank: CaseloadRank.AgreedDate } => "Caseload.Column.AgreedDate",
        { Rank: CaseloadRank.FlareUps } => "Caseload.Column.FlareUps",
        _ => "Caseload.Column.SinceLastVisit",
    };

    /// <summary>The cells after the strip: last session, what comes next, and why the row stands where it does.</summary>
    public IEnumerable<string> Of(CaseloadPerson person)
    {
        yield return person.Facts.LastVisit is { } last ? wording.Since(last, today) : wording["Empty.NoVisit"];
        yield return Next(person);
        yield return Reason(person);
    }

    /// <summary>Said where a person has no day to be aligned on.</summary>
    public string Nowhere(CaseloadAnchor anchor) => wording[$"Caseload.Without.{anchor}"];

    /// <summary>The strip as a sentence.</summary>
    public string Strip(DateOnly from, DateOnly to, CaseloadStrip strip) => wording["Caseload.Strip",
        wording.Month(from), wording.Month(to), wording.Count(strip.Course.VisitCount, "Count.Visits"), wording.Count(strip.Course.GapCount, "Count.Pauses")];

    private string Next(CaseloadPerson person) => person.Judgement switch
    {
        { State: AwayState.Booked } => wording["AwayState.Booked.On", wording.Date(person.Facts.Planned.First(day => day >= today))],
        { State: AwayState.Ended } => wording.Of(AwayState.Ended),
        { Step: { Kind: NextStepKind.Every or NextStepKind.BackBy or NextStepKind.DoorOpen } step } => wording.NextStep(step.Kind, step.Agreement.EveryDays, step.Agreement.BackBy),
        _ => wording["Away.Row.NoNextStep"],
    };

    private string Reason(CaseloadPerson person) => choice switch
    {
        { Second: { } second } when person.DayOf(second, today) is { } other && person.DayOf(choice.Align, today) is { } day =>
            other < day ? wording.Duration(other, day) : wording.Duration(day, other),
        { Rank: CaseloadRank.AgreedDate } => person.AgreedOn is { } agreed ? wording.Date(agreed) : wording["Caseload.NoDate"],
        { Rank: CaseloadRank.FlareUps } => wording.Count(person.FlareUpsInTwelveMonths(today), "Count.FlareUps"),
        _ => person.Facts.Course is { Latest.Days: { } days } ? wording.Interval(days) : wording["Caseload.NoRhythm"],
    };
}
