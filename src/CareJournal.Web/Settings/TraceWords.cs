using CareJournal.Keeping;

namespace CareJournal.Web.Settings;

/// <summary>Writes what a trace was about as words. Pure.</summary>
public sealed class TraceWords(Words words, PracticeClock clock)
{
    /// <summary>The words for a detail; as it was written where it is of no known form, and <c>null</c> where there is none.</summary>
    public string? Of(Trace trace) => (trace.Kind, TraceDetail.Parts(trace.Detail)) switch
    {
        (ActKind.RecordPrinted, [var what, "-"]) => Sheet(what),
        (ActKind.RecordPrinted, [var what, var fingerprint]) => words["Trace.Printed", Sheet(what), fingerprint],
        (ActKind.UnlockFailed, [var count, var first, var last]) when int.TryParse(count, CultureInfo.InvariantCulture, out int tries) =>
            tries == 1 ? words["Trace.UnlockFailed.Once", Moment(first)] : words["Trace.UnlockFailed", tries, Moment(first), Moment(last)],
        (ActKind.JournalUpgraded, [var from, var to]) => words["Trace.Upgraded", from, to],
        (ActKind.ClockSetBack, [var expected, var shown]) => words["Trace.ClockSetBack", Moment(expected), Moment(shown)],
        (ActKind.OlderJournalAccepted, [var kind, var known, var knownAt, var found, var foundAt]) when words.Find($"{nameof(HeadDoubtKind)}.{kind}") is { } sentence =>
            string.Format(Words.Culture, sentence, known, Moment(knownAt), found, Moment(foundAt)),
        (ActKind.CopyMade, _) when CopyMark.Of(trace.Detail) is { } mark => mark.OnOwnDisk ? words["Trace.CopyMade.OwnDisk", mark.Path] : mark.Path,
        (ActKind.CopyRestored, ["copy", var made, "head", var head]) => words["Trace.CopyRestored", Moment(made), head],
        (ActKind.CopyRestored, ["back", var stamp]) => words["Trace.CopyRestored.Back", AsideAt(stamp)],
        (ActKind.RestoreTried, { Length: > 0 } copies) => words["Trace.RestoreTried", copies.Count(part => part.TrimEnd(';') == "Whole"), copies.Length / 2],
        (ActKind.KeysChanged, [var change]) => words.Find($"{nameof(KeyChange)}.{change}") ?? change,
        _ => trace.Detail,
    };

    // What is set aside is named by the moment, in UTC.
    private string AsideAt(string stamp) =>
        DateTime.TryParseExact(stamp, "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime atUtc) ? words.Moment(clock.Local(atUtc)) : words["Trace.NoTime"];

    private string Sheet(string what) => words.Find($"Print.Kind.{what}") ?? words.Find($"{what}.Title") ?? what;

    private string Moment(string part) => TraceDetail.InstantOf(part) is { } instant ? words.Moment(clock.Local(instant)) : words["Trace.NoTime"];
}
