using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Security;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>
/// The choices made before printing, as an address keeps them: choices and dates, never text. The text of a letter or a card is
/// typed on the sheet itself, since an address stays in the browser's history.
/// </summary>
public sealed record SheetForm
{
    /// <summary>The query parameter of the kind of sheet.</summary>
    public const string KindName = "kind";

    /// <summary>The query parameter of the reason for follow-up.</summary>
    public const string ConditionName = "condition";

    /// <summary>The query parameter of the lanes, once for each.</summary>
    public const string LaneName = "lane";

    /// <summary>The query parameter of the curves, once for each.</summary>
    public const string CurveName = "curve";

    /// <summary>The query parameter of how pauses were and why.</summary>
    public const string ReportedName = "told";

    /// <summary>The query parameter of the figures.</summary>
    public const string ScoresName = "scores";

    /// <summary>The query parameter that marks a form that was sent: a box that is not ticked sends nothing by itself.</summary>
    public const string ChosenName = "chosen";

    /// <summary>The kind of sheet.</summary>
    public SheetKind Kind { get; init; }

    /// <summary>The reason for follow-up; <c>null</c> for all of them.</summary>
    public Guid? ConditionId { get; init; }

    /// <summary>The first day as it was typed.</summary>
    public string? From { get; init; }

    /// <summary>The last day as it was typed.</summary>
    public string? To { get; init; }

    /// <summary>The lanes that are printed.</summary>
    public IReadOnlyList<SheetLane> Lanes { get; init; } = [];

    /// <summary>The curves that are printed, where figures are.</summary>
    public IReadOnlyList<Instrument> Curves { get; init; } = [];

    /// <summary>Whether how a pause was and why is printed.</summary>
    public bool Reported { get; init; }

    /// <summary>Whether figures are printed.</summary>
    public bool Scores { get; init; }

    /// <summary>Reads a query; what is not understood counts as not chosen. Without a sent form, returns what is usual for the kind.</summary>
    public static SheetForm Read(IQueryCollection query)
    {
        SheetKind kind = Parse<SheetKind>([.. query[KindName]]).FirstOrDefault();
        return query.ContainsKey(ChosenName)
            ? new SheetForm
            {
                Kind = kind,
                ConditionId = Guid.TryParse(query[ConditionName], out Guid id) ? id : null,
                From = query[Urls.From],
                To = query[Urls.To],
                Lanes = [.. Parse<SheetLane>([.. query[LaneName]])],
                Curves = [.. Parse<Instrument>([.. query[CurveName]])],
                Reported = query.ContainsKey(ReportedName),
                Scores = query.ContainsKey(ScoresName),
            }
            : Usually(kind);
    }

    /// <summary>
    /// Returns what is ticked at first. A letter goes to somebody who does not know the person's life: life events are then not ticked.
    /// </summary>
    public static SheetForm Usually(SheetKind kind) => new()
    {
        Kind = kind,
        Lanes = [.. Enum.GetValues<SheetLane>().Where(lane => kind != SheetKind.Letter || lane != SheetLane.Life)],
        Curves = InstrumentScale.Usual,
    };

    /// <summary>Returns the choice, or its problems, each with its field. A month, a season or a year may be typed instead of a day.</summary>
    public (SheetChoice? Choice, IReadOnlyList<Problem> Problems) Choose(DateOnly today)
    {
        List<Problem> problems = [];
        DateOnly? from = Day(From, nameof(From), first: true);
        DateOnly? to = Day(To, nameof(To), first: false);
        if (to < from)
        {
            problems.Add(new Problem(nameof(To), ProblemKind.EndBeforeStart));
        }

        if (from > today)
        {
            problems.Add(new Problem(nameof(From), ProblemKind.AfterToday));
        }

        return problems.Count > 0 ? (null, problems) : (new SheetChoice
        {
            From = from ?? (Kind == SheetKind.Letter ? (to is { } last && last < today ? last : today).AddYears(-1).AddDays(1) : null),
            To = to,
            ConditionId = ConditionId,
            Periods = Lanes.Contains(SheetLane.Periods),
            Life = Lanes.Contains(SheetLane.Life),
            Visits = Lanes.Contains(SheetLane.Visits),
            FlareUps = Lanes.Contains(SheetLane.FlareUps),
            Reported = Reported,
            Scores = Scores,
            Curves = Curves,
        }, []);

        DateOnly? Day(string? typed, string field, bool first)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            IReadOnlyList<FuzzyDate> readings = FreeFuzzyDate.Readings(typed, today);
            if (readings.Count <= 1 && FreeDate.Read(typed, today) is { } day)
            {
                return day;
            }

            if (readings is [var vague])
            {
                return first ? vague.Earliest : vague.Latest;
            }

            problems.Add(new Problem(field, ProblemKind.DateNotUnderstood));
            return null;
        }
    }

    /// <summary>Returns the choices as a query, without its question mark.</summary>
    public string Query()
    {
        List<KeyValuePair<string, string?>> parts = [new(ChosenName, "1"), new(KindName, Kind.ToString())];
        parts.AddRange(ConditionId is { } id ? [new(ConditionName, id.ToString())] : []);
        parts.AddRange(string.IsNullOrWhiteSpace(From) ? [] : [new(Urls.From, From)]);
        parts.AddRange(string.IsNullOrWhiteSpace(To) ? [] : [new(Urls.To, To)]);
        parts.AddRange(Lanes.Select(lane => new KeyValuePair<string, string?>(LaneName, lane.ToString())));
        parts.AddRange(Curves.Select(curve => new KeyValuePair<string, string?>(CurveName, curve.ToString())));
        parts.AddRange(Reported ? [new(ReportedName, "on")] : []);
        parts.AddRange(Scores ? [new(ScoresName, "on")] : []);
        return QueryString.Create(parts).Value!.TrimStart('?');
    }

    private static IEnumerable<TChoice> Parse<TChoice>(params string?[] names)
        where TChoice : struct, Enum =>
        Enum.GetValues<TChoice>().Where(choice => names.Contains(choice.ToString(), StringComparer.OrdinalIgnoreCase));
}

/// <summary>The lanes of a drawing that can be printed or left out; curves are chosen one by one.</summary>
public enum SheetLane
{
    /// <summary>Periods of follow-up.</summary>
    Periods,

    /// <summary>Life events.</summary>
    Life,

    /// <summary>Sessions and pauses.</summary>
    Visits,

    /// <summary>Flare-ups.</summary>
    FlareUps,
}
