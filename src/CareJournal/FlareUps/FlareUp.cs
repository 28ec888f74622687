namespace CareJournal.FlareUps;

/// <summary>
/// A flare-up as the person reports it. Never computed: 68 % of reported flare days had no above-average pain
/// (126 people with back pain over 28 days), so the person's word is the reference.
/// </summary>
public sealed class FlareUp : PatientRow
{
    /// <summary>The beginning, as remembered.</summary>
    public FuzzyDate Start { get; private set; } = FuzzyDate.InYear(1900);

    /// <summary>The end; <c>null</c> while it goes on.</summary>
    public FuzzyDate? End { get; private set; }

    /// <summary>The day on which it was reported.</summary>
    public DateOnly ReportedOn { get; private set; }

    /// <summary>The hindrance of daily life, 0 (not at all) to 10 (all at a halt).</summary>
    public int? Hindrance { get; private set; }

    /// <summary>Pain at its worst, 0 to 10.</summary>
    public int? PeakPain { get; private set; }

    /// <summary>Whether it was reported or seen.</summary>
    public FlareUpOrigin Origin { get; private set; }

    /// <summary>The text about what came before.</summary>
    public string? WhatCameBefore { get; private set; }

    /// <summary>The text about what helped, as the person reported it.</summary>
    public string? WhatHelped { get; private set; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; private set; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(FlareUpForm form, DateOnly today, LifeSpan? life)
    {
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        Start = form.Start!;
        End = form.Ongoing ? null : form.End ?? form.Start;
        ReportedOn = form.ReportedOn ?? today;
        Hindrance = form.Hindrance;
        PeakPain = form.PeakPain;
        Origin = form.Origin;
        WhatCameBefore = WrittenText.Clean(form.WhatCameBefore);
        WhatHelped = WrittenText.Clean(form.WhatHelped);
        Hidden = form.Hidden;
        ThirdParty = form.ThirdParty;
        return [];
    }
}

/// <summary>The source of a flare-up.</summary>
public enum FlareUpOrigin
{
    /// <summary>Reported by the person.</summary>
    Reported,

    /// <summary>Seen in a session.</summary>
    Seen,
}

/// <summary>The form of a flare-up.</summary>
public sealed class FlareUpForm : PatientRowForm
{
    /// <inheritdoc cref="FlareUp.Start"/>
    public FuzzyDate? Start { get; set; }

    /// <summary>The end; without it, the flare-up ended within the dates of its beginning, unless it goes on.</summary>
    public FuzzyDate? End { get; set; }

    /// <summary>Whether it goes on.</summary>
    public bool Ongoing { get; set; }

    /// <inheritdoc cref="FlareUp.ReportedOn"/>
    public DateOnly? ReportedOn { get; set; }

    /// <inheritdoc cref="FlareUp.Hindrance"/>
    public int? Hindrance { get; set; }

    /// <inheritdoc cref="FlareUp.PeakPain"/>
    public int? PeakPain { get; set; }

    /// <inheritdoc cref="FlareUp.Origin"/>
    public FlareUpOrigin Origin { get; set; }

    /// <inheritdoc cref="FlareUp.WhatCameBefore"/>
    public string? WhatCameBefore { get; set; }

    /// <inheritdoc cref="FlareUp.WhatHelped"/>
    public string? WhatHelped { get; set; }

    /// <inheritdoc cref="FlareUp.Hidden"/>
    public bool Hidden { get; set; }

    /// <inheritdoc cref="FlareUp.ThirdParty"/>
    public bool ThirdParty { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life)
    {
        List<Problem> problems =
        [
            .. ClinicalDate.Problems(nameof(Start), Start, today, life),
            .. ClinicalDate.Problems(nameof(End), End, today, life),
            .. ClinicalDate.Problems(nameof(ReportedOn), ReportedOn, today, life?.WithoutDeath),
            .. WrittenText.TooLong(nameof(WhatCameBefore), WhatCameBefore, WrittenText.LongestNote),
            .. WrittenText.TooLong(nameof(WhatHelped), WhatHelped, WrittenText.LongestNote),
        ];
        if (Start is null)
        {
            problems.Add(new Problem(nameof(Start), ProblemKind.DateNotUnderstood));
        }

        if (!Ongoing && End?.Latest < Start?.Earliest)
        {
            problems.Add(new Problem(nameof(End), ProblemKind.EndBeforeStart));
        }

        if (Hindrance is < 0 or > 10)
        {
            problems.Add(new Problem(nameof(Hindrance), ProblemKind.OutOfRange, 0, 10));
        }

        if (PeakPain is < 0 or > 10)
        {
            problems.Add(new Problem(nameof(PeakPain), ProblemKind.OutOfRange, 0, 10));
        }

        return problems;
    }
}
