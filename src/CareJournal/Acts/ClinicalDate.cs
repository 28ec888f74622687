using CareJournal.Dates;

namespace CareJournal.Acts;

/// <summary>The two bounds of every clinical date: not wholly after today, not before birth.</summary>
public static class ClinicalDate
{
    /// <summary>Refuses a remembered date only when its earliest day lies after today or its latest day before birth.</summary>
    public static IEnumerable<Problem> Problems(string field, FuzzyDate? date, DateOnly today, DateOnly? birth)
    {
        if (date?.Earliest > today)
        {
            yield return new Problem(field, ProblemKind.AfterToday);
        }

        if (date?.Latest < birth)
        {
            yield return new Problem(field, ProblemKind.BeforeBirth);
        }
    }

    /// <summary>Refuses a known day after today or before birth.</summary>
    public static IEnumerable<Problem> Problems(string field, DateOnly? day, DateOnly today, DateOnly? birth) =>
        Problems(field, day is { } known ? FuzzyDate.OnDay(known) : null, today, birth);
}
