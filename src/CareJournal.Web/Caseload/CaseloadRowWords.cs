using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.NextSteps;
using CareJournal.Patients;

namespace CareJournal.Web.Caseload;

/// <summary>Writes the text of a row of the overview beside its strip: durations and dates, never a ratio. Pure.</summary>
internal sealed class CaseloadRowWords(CaseloadChoice choice, DateOnly today, Words words)
{
    /// <summary>Returns the resource key of the header of the last column: what the rows are ranked by, or the time between two days.</summary>
    public static string LastColumn(CaseloadChoice choice) => choice switch
    {
        { Second: not null } => "Caseload.Column.Between",
        { Rank: CaseloadRank.AgreedDate } => "Caseload.Column.AgreedDate",
        { Rank: CaseloadRank.FlareUps } => "Caseload.Column.FlareUps",
        _ => "Caseload.Column.SinceLastVisit",
    };

    /// <summary>Whether the last column says what no other does; else it is the rhythm, for which there is room on paper alone.</summary>
    public static bool NeedsLastColumn(CaseloadChoice choice) => choice is { Second: not null } or { Rank: CaseloadRank.AgreedDate or CaseloadRank.FlareUps };

    /// <summary>Returns the cells after the strip: last session, what comes next, and why the row is ranked where it is.</summary>
    public IEnumerable<string> Of(CaseloadPerson person)
    {
        yield return person.Facts.LastVisit is { } last ? words.Since(last, today) : words["Empty.NoVisit"];
        yield return Next(person);
        yield return Reason(person);
    }

    /// <summary>Returns what follows the family name: the given name, and what distinguishes the person from others of the same name.</summary>
    public string Given(PatientName name) => words.Named(name.GivenName, name.Mark);

    /// <summary>Returns the sentence for a person who has no day to be aligned on.</summary>
    public string Nowhere(CaseloadAnchor anchor) => words[$"Caseload.Without.{anchor}"];

    /// <summary>Returns the strip as a sentence.</summary>
    public string Strip(DateOnly from, DateOnly to, CaseloadStrip strip) => words["Caseload.Strip",
        words.Month(from), words.Month(to), words.Count(strip.Course.VisitCount, "Count.Visits"), words.Count(strip.Course.GapCount, "Count.Pauses")];

    /// <summary>Returns the rhythm of the follow-up, or how it ended; <c>null</c> where neither is known.</summary>
    public string? About(CaseloadPerson person) =>
        person.IsEnded ? Ended(person)
        : Rhythm(person) is { } rhythm ? words["Caseload.About.Rhythm", rhythm]
        : null;

    // Agreed or observed, each under its own name.
    private string? Rhythm(CaseloadPerson person) => person.Facts.Course switch
    {
        var course when course.InForceOn(today)?.EveryDays is { } agreed => words["Caseload.Rhythm.Agreed", words.Agreed(agreed)],
        { Latest.Observed: { } observed } => words["Caseload.Rhythm.Observed", words.Interval(observed)],
        _ => null,
    };

    private string Next(CaseloadPerson person) => person.Judgement switch
    {
        { State: AwayState.Booked } => words["State.BookedOn", words.Date(person.Facts.Planned.First(day => day >= today))],
        { State: AwayState.Ended } => Ended(person),
        { Step: { Kind: NextStepKind.Every or NextStepKind.BackBy or NextStepKind.DoorOpen } step } => words.NextStep(step.Kind, step.Agreement.EveryDays, step.Agreement.BackBy),
        _ => words["Away.Row.NoNextStep"],
    };

    private string Ended(CaseloadPerson person) =>
        FollowUpEnding.Of(person.Facts, today) is { Closing: { } closing } ending ? words[$"Caseload.Ended.{closing}", words.Date(ending.On)] : words.Of(AwayState.Ended);

    // The length from or to a flare-up is no more precise than its date.
    private string Between(FuzzyDate from, FuzzyDate to) =>
        from.Width == 1 && to.Width == 1 ? words.Duration(from.First, to.First) : words["Duration.About", words.Length(from, to)];

    private string Reason(CaseloadPerson person) => choice switch
    {
        { Second: { } second } when person.DateOf(second, today) is { } other && person.DateOf(choice.Align, today) is { } day =>
            FuzzyDate.InOrder.Compare(other, day) < 0 ? Between(other, day) : Between(day, other),
        { Rank: CaseloadRank.AgreedDate } => person.AgreedOn is { } agreed ? words.Date(agreed) : words["Caseload.NoDate"],
        { Rank: CaseloadRank.FlareUps } => words.Count(person.FlareUpsInTwelveMonths(today), "Count.FlareUps"),
        _ => Rhythm(person) ?? words["Caseload.NoRhythm"],
    };
}
