using CareJournal.Absences;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>Writes the sentences of a sheet: those of the timeline's list, each with the day on which it was reported where it is somebody's answer. Pure.</summary>
public static class SheetSentences
{
    /// <summary>The mark before what has a vague date, on paper and in its legend.</summary>
    public const string Vague = "~";

    /// <summary>Returns the periods of follow-up.</summary>
    public static IReadOnlyList<string> Periods(Sheet sheet, Words words) =>
        [.. sheet.Periods.Select(period => PeriodLane.Sentence(period, words))];

    /// <summary>Returns the pauses, and the time since the last session.</summary>
    public static IReadOnlyList<string> Gaps(Sheet sheet, Words words) =>
        [.. sheet.Gaps.Select(gap =>
        {
            string sentence = GapLane.Sentence(gap, sheet.Timeline, words);
            return gap is { To: not null, Note: { } note } && (note.HowItWas != HowItWas.NotSaid || note.WhyNoSession != WhyNoSession.NotKnown)
                ? Dated(sentence, note.ReportedOn, words)
                : sentence;
        })];

    /// <summary>Returns the flare-ups; a peak is printed with the day on which it was reported.</summary>
    public static IReadOnlyList<string> FlareUps(Sheet sheet, Words words) =>
        [.. sheet.Timeline.FlareUps.Select(flareUp =>
        {
            string sentence = Marked(words.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain), flareUp.Start, flareUp.End);
            return flareUp.PeakPain is null ? sentence : Dated(sentence, flareUp.ReportedOn, words);
        })];

    /// <summary>Returns the life events by their first words.</summary>
    public static IReadOnlyList<string> LifeEvents(Sheet sheet, Words words) =>
        [.. sheet.Timeline.LifeEvents.Select(lifeEvent => Marked(words.LifeEvent(lifeEvent), lifeEvent.Start, lifeEvent.End))];

    /// <summary>Returns each curve in figures, with the first and the last day of its answers.</summary>
    public static IReadOnlyList<string> Curves(Sheet sheet, SheetBand band, Words words) =>
        [.. band.Picture.Charts.Select(chart =>
        {
            DateOnly[] days = [.. sheet.Timeline.CurveOf(chart.Instrument)!.Answers.Select(answer => answer.TakenOn)];
            return days[0] == days[^1]
                ? Dated(chart.Summary, days[0], words)
                : $"{chart.Summary} {words["Print.ReportedBetween", words.Date(days[0]), words.Date(days[^1])]}";
        })];

    /// <summary>Returns the answers day by day: « Activités 5 · Sommeil 4 ».</summary>
    public static IReadOnlyList<(DateOnly Day, string Answers)> Figures(Sheet sheet, Words words) =>
        [.. sheet.Timeline.Curves
            .SelectMany(curve => curve.Answers)
            .GroupBy(answer => answer.TakenOn)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, string.Join(" · ", day.OrderBy(answer => answer.Instrument).Select(answer => Figure(answer, words)))))];

    /// <summary>Whether a sheet shows a vague date, so that the legend has to explain its mark.</summary>
    public static bool HasVagueDates(Sheet sheet) =>
        sheet.Timeline.FlareUps.Any(flareUp => IsVague(flareUp.Start, flareUp.End)) || sheet.Timeline.LifeEvents.Any(lifeEvent => IsVague(lifeEvent.Start, lifeEvent.End));

    // « Douleur 6 sur 10 »: without its maximum, a figure on paper means nothing to somebody who does not know the scale.
    private static string Figure(TimelineMeasure answer, Words words) =>
        words["Print.Figure", words.Of(answer.Instrument), answer.Value, InstrumentScale.Of(answer.Instrument).Maximum];

    private static string Dated(string sentence, DateOnly on, Words words) => $"{sentence} {words["Print.ReportedOn", words.Date(on)]}";

    private static string Marked(string sentence, FuzzyDate start, FuzzyDate? end) => IsVague(start, end) ? $"{Vague}\u00a0{sentence}" : sentence;

    // A month or a season is vague; a date known to the day is not.
    private static bool IsVague(FuzzyDate start, FuzzyDate? end) => start.Width > 1 || end?.Width > 1;
}
