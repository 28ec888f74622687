using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;

namespace CareJournal.AwayReview;

/// <summary>A calendar year of the practice in counts: nobody is named, nothing is compared with another year, nothing is divided. Pure.</summary>
/// <param name="Year">The year.</param>
public sealed record YearOfCare(int Year)
{
    /// <summary>The number of held sessions.</summary>
    public int Sessions { get; init; }

    /// <summary>The held sessions by where they took place; modes without any are left out.</summary>
    public IReadOnlyDictionary<VisitMode, int> Modes { get; init; } = new Dictionary<VisitMode, int>();

    /// <summary>The number of people with a held session in the year.</summary>
    public int People { get; init; }

    /// <summary>The number of people whose first session was in the year.</summary>
    public int FirstContacts { get; init; }

    /// <summary>The number of pauses that ended with a session in the year.</summary>
    public int Returns { get; init; }

    /// <summary>The number of periods whose first session was in the year.</summary>
    public int PeriodsOpened { get; init; }

    /// <summary>The number of periods closed in the year.</summary>
    public int PeriodsClosed { get; init; }

    /// <summary>The number of times stock was taken.</summary>
    public int Reviews { get; init; }

    /// <summary>The next steps of the year, by who decided; those without any are left out.</summary>
    public IReadOnlyDictionary<DecidedBy, int> Decided { get; init; } = new Dictionary<DecidedBy, int>();

    /// <summary>The follow-ups that ended in the year and are still ended, by how; those without any are left out.</summary>
    public IReadOnlyDictionary<PatientClosing, int> Ended { get; init; } = new Dictionary<PatientClosing, int>();

    /// <summary>The number of people who died in the year.</summary>
    public int Deaths { get; init; }

    /// <summary>The threshold of a pause, in days; printed beside the returns.</summary>
    public required int Threshold { get; init; }

    /// <summary>The first year in which anything was logged; <c>null</c> before the first session.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Whether there is nothing to count.</summary>
    public bool IsEmpty => Sessions + PeriodsClosed + Reviews + Deaths + Decided.Count + Ended.Count == 0;

    /// <summary>Counts a year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="everybody">The facts of everybody.</param>
    /// <param name="rows">What else was counted in the file.</param>
    public static YearOfCare Count(int year, IReadOnlyCollection<AwayFacts> everybody, YearRows rows) =>
        new YearOfCare(year)
        {
            Sessions = rows.Modes.Values.Sum(),
            Modes = rows.Modes,
            People = everybody.Count(facts => facts.HeldOn.Any(day => day.Year == year)),
            FirstContacts = everybody.Count(facts => facts.HeldOn is [{ } first, ..] && first.Year == year),
            Returns = everybody.Sum(facts => facts.Course.Gaps.Count(gap => gap.To.Year == year)),
            PeriodsOpened = rows.PeriodsOpened,
            PeriodsClosed = rows.PeriodsClosed,
            Reviews = rows.Reviews,
            Decided = Counts(everybody.SelectMany(facts => facts.Steps).Where(step => step.Agreement.SaidOn.Year == year).Select(step => step.DecidedBy)),
            Ended = Counts(everybody.Select(facts => EndedIn(year, facts)).OfType<PatientClosing>()),
            Deaths = everybody.Count(facts => facts.DeceasedOn?.Year == year),
            Threshold = rows.Threshold,
            FirstYear = everybody.Where(facts => facts.HeldOn.Count > 0).Min(facts => (int?)facts.HeldOn[0].Year),
        };

    // A follow-up ends with a closing, or with a next step of a session: the latest counts, once.
    private static PatientClosing? EndedIn(int year, AwayFacts facts)
    {
        if (facts.ClosedOn is { } closedOn)
        {
            return closedOn.Year == year ? facts.Closing : null;
        }

        return facts.Steps is [.., var last] && last.Agreement.SaidOn.Year == year && !(facts.LastVisit > last.Agreement.SaidOn)
            ? FollowUpEnding.Of(last.Kind)
            : null;
    }

    private static Dictionary<TKind, int> Counts<TKind>(IEnumerable<TKind> kinds)
        where TKind : notnull => kinds.CountBy(kind => kind).ToDictionary();
}

/// <summary>The counts of a year that are not part of the visit days in memory.</summary>
/// <param name="Modes">Held visits of the year by where they took place.</param>
/// <param name="PeriodsOpened">Periods whose first held visit was in the year.</param>
/// <param name="PeriodsClosed">Periods closed in the year.</param>
/// <param name="Reviews">Times stock was taken in the year.</param>
/// <param name="Threshold">The practice's threshold of a pause, in days.</param>
public sealed record YearRows(IReadOnlyDictionary<VisitMode, int> Modes, int PeriodsOpened, int PeriodsClosed, int Reviews, int Threshold);
