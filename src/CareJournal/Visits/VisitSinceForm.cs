using CareJournal.Absences;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;

namespace CareJournal.Visits;

/// <summary>
/// The part of a session's form about the time since the session before: how the pause was, flare-ups, life events. All of it is optional; it is recorded
/// with the session, in the same act, as reported on the session's day.
/// </summary>
public sealed class VisitSinceForm
{
    /// <inheritdoc cref="AbsenceNote.HowItWas"/>
    public HowItWas HowItWas { get; set; }

    /// <inheritdoc cref="AbsenceNote.WhyNoSession"/>
    public WhyNoSession WhyNoSession { get; set; }

    /// <inheritdoc cref="AbsenceNote.Words"/>
    public string? Words { get; set; }

    /// <summary>The flare-ups reported, all of them new.</summary>
    public IList<FlareUpForm> FlareUps { get; init; } = [];

    /// <summary>The life events reported, all of them new.</summary>
    public IList<LifeEventForm> LifeEvents { get; init; } = [];

    /// <summary>Whether nothing is said of the pause itself.</summary>
    internal bool SaysNothingOfThePause => HowItWas == HowItWas.NotSaid && WhyNoSession == WhyNoSession.NotKnown && WrittenText.Clean(Words) is null;

    /// <summary>Whether nothing at all is said.</summary>
    public bool SaysNothing() => SaysNothingOfThePause && FlareUps.Count == 0 && LifeEvents.Count == 0;

    /// <summary>Returns the problems, each at the path of its field in the session's form, such as <c>Since.FlareUps.0.Start</c>.</summary>
    /// <param name="heldOn">The session's day: what is reported then has begun by then. <c>null</c> if it is not known.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="life">The days of birth and death.</param>
    public IEnumerable<Problem> Problems(DateOnly? heldOn, DateOnly today, LifeSpan? life) =>
    [
        .. WrittenText.TooLong(Path(nameof(Words)), Words, WrittenText.LongestNote),
        .. FlareUps.Index().SelectMany(reported => Of(reported.Item.Problems(today, life), $"{nameof(FlareUps)}.{reported.Index}")),
        .. LifeEvents.Index().SelectMany(reported => Of(reported.Item.Problems(today, life), $"{nameof(LifeEvents)}.{reported.Index}")),
        .. FlareUps.Index().Where(reported => IsLater(reported.Item.Start, heldOn, today)).Select(reported => Later($"{nameof(FlareUps)}.{reported.Index}")),
        .. LifeEvents.Index().Where(reported => IsLater(reported.Item.Start, heldOn, today)).Select(reported => Later($"{nameof(LifeEvents)}.{reported.Index}")),
    ];

    private static IEnumerable<Problem> Of(IReadOnlyList<Problem> problems, string item) =>
        problems.Select(problem => problem with { Field = Path($"{item}.{problem.Field}") });

    private static bool IsLater(FuzzyDate? start, DateOnly? heldOn, DateOnly today) => start?.Earliest > heldOn && start.Earliest <= today;

    private static Problem Later(string item) => new(Path($"{item}.{nameof(FlareUpForm.Start)}"), ProblemKind.AfterVisit);

    private static string Path(string field) => $"{nameof(VisitForm.Since)}.{field}";
}
