namespace CareJournal.AwayReview;

/// <summary>
/// Estimates after how long people return: Kaplan and Meier's estimator over absences, each counted from the day after its threshold
/// (delayed entry) up to its return or as far as it was observed. It describes the past and predicts nobody's return. Pure.
/// </summary>
public sealed class TimeToReturn
{
    /// <summary>The fewest returns for which a curve is drawn.</summary>
    public const int FewestReturns = 10;

    /// <summary>The number of absences observed at once at which the curve of everybody starts, and below which it is less certain.</summary>
    public const int FewestSeen = 10;

    // Two products that are equal on paper differ in the last of their 28 digits.
    private const int Digits = 20;

    private readonly int[] _entries;
    private readonly int[] _ends;

    private TimeToReturn(Absence[] absences, int fewestSeen)
    {
        _entries = [.. absences.Select(absence => absence.Threshold).Order()];
        _ends = [.. absences.Select(absence => absence.Days).Order()];
        From = _entries.Distinct().Select(entry => (int?)entry + 1).FirstOrDefault(day => Seen(day!.Value) >= fewestSeen);
        SureUntil = _ends.Distinct().LastOrDefault(day => Seen(day) >= FewestSeen);
        AllReturns = absences.Count(absence => absence.Returned);
        Steps = From is { } from ? [.. Walk(absences.Where(absence => absence.Returned && absence.Days >= from))] : [];
    }

    /// <summary>The first day of the curve: before it, too few absences are observed. <c>null</c> when there never are enough.</summary>
    public int? From { get; }

    /// <summary>The days on which somebody returned, in order; each lowers the curve.</summary>
    public IReadOnlyList<ReturnStep> Steps { get; }

    /// <summary>The last day on which enough absences are observed for the curve to be certain; 0 when there never are.</summary>
    public int SureUntil { get; }

    /// <summary>The number of absences that ended with a visit, in the curve or before it.</summary>
    public int AllReturns { get; }

    /// <summary>The number of returns that the curve is drawn from.</summary>
    public int Returns => Steps.Sum(step => step.Returns);

    /// <summary>Whether there are enough returns for a curve.</summary>
    public bool CanBeDrawn => Returns >= FewestReturns;

    /// <summary>The first day on which at most half have not returned yet; <c>null</c> when that is not reached.</summary>
    public int? Median => Steps.FirstOrDefault(step => step.NotYet <= 0.5m)?.Day;

    /// <summary>The longest observed absence, in days.</summary>
    public int To => _ends.Length == 0 ? 0 : _ends[^1];

    /// <summary>Computes the estimate over absences, in any order.</summary>
    /// <param name="absences">All of them.</param>
    /// <param name="fewestSeen">The number of absences observed at once at which the curve starts.</param>
    public static TimeToReturn Of(IEnumerable<Absence> absences, int fewestSeen = 1) => new([.. absences], fewestSeen);

    /// <summary>Returns the number of absences observed on a day: those whose threshold was passed before it, and that had not ended before it.</summary>
    public int Seen(int day) => Below(_entries, day) - Below(_ends, day);

    /// <summary>Returns the share that has not returned by the end of a day, 1 to 0; unknown before the curve starts.</summary>
    public decimal? NotYet(int day) => day < From || From is null ? null : Steps.LastOrDefault(step => step.Day <= day)?.NotYet ?? 1;

    private IEnumerable<ReturnStep> Walk(IEnumerable<Absence> returned)
    {
        decimal notYet = 1;
        foreach (var day in returned.GroupBy(absence => absence.Days).OrderBy(day => day.Key))
        {
            (int seen, int returns) = (Seen(day.Key), day.Count());
            notYet = decimal.Round(notYet * (seen - returns) / seen, Digits);
            yield return new ReturnStep(day.Key, seen, returns, notYet);
        }
    }

    private static int Below(int[] sorted, int day)
    {
        (int from, int to) = (0, sorted.Length);
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = sorted[middle] < day ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}

/// <summary>A day on which somebody returned.</summary>
/// <param name="Day">Days since the last visit.</param>
/// <param name="Seen">The number of absences observed on that day.</param>
/// <param name="Returns">The number of them that ended on it.</param>
/// <param name="NotYet">The share that has not returned after it.</param>
public sealed record ReturnStep(int Day, int Seen, int Returns, decimal NotYet);
