namespace CareJournal.LifeEvents;

/// <summary>A moment of life that mattered, a point or a span, as the person reports it.</summary>
public sealed class LifeEvent : PatientRow
{
    /// <summary>The date on which it was, or began.</summary>
    public FuzzyDate Start { get; private set; } = FuzzyDate.InYear(1900);

    /// <summary>The end, for a span.</summary>
    public FuzzyDate? End { get; private set; }

    /// <summary>The day on which it was reported.</summary>
    public DateOnly ReportedOn { get; private set; }

    /// <summary>The kind of event.</summary>
    public LifeEventKind Kind { get; private set; }

    /// <summary>The impact, in the person's view.</summary>
    public Impact Impact { get; private set; }

    /// <summary>The event in free text.</summary>
    public string? Words { get; private set; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; private set; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(LifeEventForm form, DateOnly today, LifeSpan? life)
    {
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        Start = form.Start!;
        End = form.End;
        ReportedOn = form.ReportedOn ?? today;
        Kind = form.Kind;
        Impact = form.Impact;
        Words = WrittenText.Clean(form.Words);
        Hidden = form.Hidden;
        ThirdParty = form.ThirdParty;
        return [];
    }
}

/// <summary>Kinds of life events.</summary>
public enum LifeEventKind
{
    /// <summary>Work.</summary>
    Work,

    /// <summary>Family, couple.</summary>
    Family,

    /// <summary>Bereavement, loss.</summary>
    Loss,

    /// <summary>Another matter of health.</summary>
    OtherHealth,

    /// <summary>A move.</summary>
    Move,

    /// <summary>Caring for somebody close.</summary>
    Caring,

    /// <summary>Study, training.</summary>
    Study,

    /// <summary>Rest, holidays.</summary>
    Rest,

    /// <summary>Birth, pregnancy.</summary>
    Birth,

    /// <summary>Overload.</summary>
    Overload,

    /// <summary>A change of rhythm.</summary>
    ChangeOfRhythm,

    /// <summary>Money, paperwork.</summary>
    Money,

    /// <summary>Good news, a project.</summary>
    GoodNews,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>The impact of an event, in the person's view.</summary>
public enum Impact
{
    /// <summary>Not asked.</summary>
    NotAsked,

    /// <summary>Helped a lot.</summary>
    HelpedALot,

    /// <summary>Helped a little.</summary>
    HelpedALittle,

    /// <summary>Neither.</summary>
    Neither,

    /// <summary>Both.</summary>
    Both,

    /// <summary>Weighed a little.</summary>
    WeighedALittle,

    /// <summary>Weighed a lot.</summary>
    WeighedALot,
}

/// <summary>The form of a life event.</summary>
public sealed class LifeEventForm : PatientRowForm
{
    /// <inheritdoc cref="LifeEvent.Start"/>
    public FuzzyDate? Start { get; set; }

    /// <inheritdoc cref="LifeEvent.End"/>
    public FuzzyDate? End { get; set; }

    /// <inheritdoc cref="LifeEvent.ReportedOn"/>
    public DateOnly? ReportedOn { get; set; }

    /// <inheritdoc cref="LifeEvent.Kind"/>
    public LifeEventKind Kind { get; set; } = LifeEventKind.Other;

    /// <inheritdoc cref="LifeEvent.Impact"/>
    public Impact Impact { get; set; }

    /// <inheritdoc cref="LifeEvent.Words"/>
    public string? Words { get; set; }

    /// <inheritdoc cref="LifeEvent.Hidden"/>
    public bool Hidden { get; set; }

    /// <inheritdoc cref="LifeEvent.ThirdParty"/>
    public bool ThirdParty { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life)
    {
        List<Problem> problems =
        [
            .. ClinicalDate.Problems(nameof(Start), Start, today, life),
            .. ClinicalDate.Problems(nameof(ReportedOn), ReportedOn, today, life?.WithoutDeath),
            .. ClinicalDate.AfterDeath(nameof(End), End, life),
            .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestNote),
        ];
        if (Start is null)
        {
            problems.Add(new Problem(nameof(Start), ProblemKind.DateNotUnderstood));
        }

        if (End?.Latest < Start?.Earliest)
        {
            problems.Add(new Problem(nameof(End), ProblemKind.EndBeforeStart));
        }

        return problems;
    }
}
