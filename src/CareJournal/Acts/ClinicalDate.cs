namespace CareJournal.Acts;

/// <summary>Checks the bounds of every clinical date: not wholly after today, not before birth, not after death.</summary>
public static class ClinicalDate
{
    /// <summary>Refuses a remembered date only when its earliest day is after today or after the death, or its latest day before birth.</summary>
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

    /// <summary>Refuses an exact day after today, before birth or after death.</summary>
    public static IEnumerable<Problem> Problems(string field, DateOnly? day, DateOnly today, LifeSpan? life) =>
        Problems(field, day is { } known ? FuzzyDate.OnDay(known) : null, today, life);

    /// <summary>Refuses a remembered date that is wholly after the death, even where it may also be after today.</summary>
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
