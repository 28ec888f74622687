namespace CareJournal.Patients;

/// <summary>Something recorded about a person that has a date of its own.</summary>
/// <param name="Kind">The kind of fact.</param>
/// <param name="When">When it was, or began.</param>
/// <param name="Until">When it ended, where that is recorded.</param>
/// <param name="WhileAlive">Whether it can only have been before a death. What is said or written about a person may come later.</param>
public sealed record DatedFact(DatedFactKind Kind, FuzzyDate When, FuzzyDate? Until = null, bool WhileAlive = true)
{
    private FuzzyDate Last => Until ?? When;

    /// <summary>Returns the problems of a day of birth or of death, given what is recorded: each with the fact that contradicts it most.</summary>
    public static IEnumerable<Problem> Problems(LifeSpan life, IReadOnlyCollection<DatedFact> facts)
    {
        if (facts.Where(fact => fact.When.Latest < life.Birth).MinBy(fact => fact.When.Latest) is { } earlier)
        {
            yield return new Problem(nameof(Patient.BirthDate), ProblemKind.ContradictsFact, earlier.Kind, earlier.When);
        }

#if !SABOTAGE_AFTER_DEATH
        if (facts.Where(fact => fact.WhileAlive && fact.Last.Earliest > life.Death).MaxBy(fact => fact.Last.Earliest) is { } later)
        {
            yield return new Problem(nameof(Patient.DeceasedOn), ProblemKind.ContradictsFact, later.Kind, later.Last);
        }
#endif
    }
}

/// <summary>The kinds of dated facts.</summary>
public enum DatedFactKind
{
    /// <summary>A held session.</summary>
    Visit,

    /// <summary>An answer to a scale.</summary>
    Measure,

    /// <summary>A flare-up.</summary>
    FlareUp,

    /// <summary>A life event.</summary>
    LifeEvent,

    /// <summary>A goal or one of its steps.</summary>
    Goal,

    /// <summary>A tool or one of its steps.</summary>
    Tool,

    /// <summary>A word for when it overflows.</summary>
    WordToSelf,

    /// <summary>The beginning of a reason for follow-up.</summary>
    Condition,

    /// <summary>News exchanged without a visit.</summary>
    Contact,

    /// <summary>A review.</summary>
    Review,

    /// <summary>The next step that was said.</summary>
    NextStep,
}
