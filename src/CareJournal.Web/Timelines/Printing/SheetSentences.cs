using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>What a sheet says: the sentences of the timeline's list, each with the day on which it was told where it is somebody's answer. Pure.</summary>
public static class SheetSentences
{
    /// <summary>Stands before what has a vague date, on paper and in its legend.</summary>
    public const string Vague = "~";

    /// <summary>Periods of follow-up.</summary>
    public static IReadOnlyList<string> Periods(Sheet sheet, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return [.. sheet.Periods.Select(period => PeriodLane.Sentence(period, wording))];
    }

    /// <summary>Pauses, and the time since the last session.</summary>
    public static IReadOnlyList<string> Gaps(Sheet sheet, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(wording);
        return [.. sheet.Gaps.Select(gap =>
        {
            string sentence = GapLane.Sentence(gap, sheet.Timeline, wording);
            return gap is { To: not null, Note: { } note } && (note.HowItWas != HowItWas.NotSaid || note.WhyNoSession != WhyNoSession.NotKnown)
                ? Told(sentence, note.ToldOn, wording)
                : sentence;
        })];
    }

    /// <summary>Flare-ups; a peak is printed with the day on which it was told.</summary>
    public static IReadOnlyList<string> FlareUps(Sheet sheet, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(wording);
        return [.. sheet.Timeline.FlareUps.Select(flareUp =>
        {
            string sentence = Marked(wording.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain), flareUp.Start, flareUp.End);
            return flareUp.PeakPain is null ? sentence : Told(sentence, flareUp.ToldOn, wording);
        })];
    }

    /// <summary>Life events by their first words.</summary>
    public static IReadOnlyList<string> LifeEvents(Sheet sheet, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(wording);
        return [.. sheet.Timeline.LifeEvents.Select(lifeEvent => Marked(wording.LifeEvent(lifeEvent), lifeEvent.Start, lifeEvent.End))];
    }

    /// <summary>Each curve in figures, with the days between which they were told.</summary>
    public static IReadOnlyList<string> Curves(Sheet sheet, SheetBand band, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(band);
        ArgumentNullException.ThrowIfNull(wording);
        return [.. band.Picture.Charts.Select(chart =>
        {
            DateOnly[] days = [.. sheet.Timeline.CurveOf(chart.Instrument)!.Runs.SelectMany(run => run).Select(answer => answer.TakenOn)];
            return days[0] == days[^1]
                ? Told(chart.Summary, days[0], wording)
                : $"{chart.Summary} {wording["Print.ToldBetween", wording.Date(days[0]), wording.Date(days[^1])]}";
        })];
    }

    /// <summary>The answers day by day: « Activités 5 · Sommeil 4 ».</summary>
    public static IReadOnlyList<(DateOnly Day, string Answers)> Figures(Sheet sheet, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(wording);
        return [.. sheet.Timeline.Curves
            .SelectMany(curve => curve.Runs.SelectMany(run => run))
            .GroupBy(answer => answer.TakenOn)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, string.Join(" · ", day.OrderBy(answer => answer.Instrument).Select(answer => Figure(answer, wording)))))];
    }

    /// <summary>Whether a sheet shows a vague date, and has to say how it is marked.</summary>
    public static bool HasVagueDates(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Timeline.FlareUps.Any(flareUp => IsVague(flareUp.Start, flareUp.End)) || sheet.Timeline.LifeEvents.Any(lifeEvent => IsVague(lifeEvent.Start, lifeEvent.End));
    }

    // « Douleur 6 sur 10 »: without its end, a figure on paper says nothing to somebody who does not know the scale.
    private static string Figure(TimelineMeasure answer, Wording wording) =>
        wording["Print.Figure", wording.Of(answer.Instrument), answer.Value, InstrumentScale.Of(answer.Instrument).Maximum];

    private static string Told(string sentence, DateOnly on, Wording wording) => $"{sentence} {wording["Print.ToldOn", wording.Date(on)]}";

    private static string Marked(string sentence, FuzzyDate start, FuzzyDate? end) => IsVague(start, end) ? $"{Vague}\u00a0{sentence}" : sentence;

    // A month or a season is no day; what was said to the day is not vague.
    private static bool IsVague(FuzzyDate start, FuzzyDate? end) => start.Width > 1 || end?.Width > 1;
}
