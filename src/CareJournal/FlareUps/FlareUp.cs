using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.FlareUps;

/// <summary>
/// A flare-up as the person tells it. Never computed: 68 % of reported flare days had no above-average pain
/// (126 people with back pain over 28 days), so the person's word is the reference.
/// </summary>
public sealed class FlareUp : PatientRow
{
    /// <summary>When it began, as remembered.</summary>
    public FuzzyDate Start { get; private set; } = FuzzyDate.InYear(1900);

    /// <summary>When it ended; <c>null</c> while it goes on.</summary>
    public FuzzyDate? End { get; private set; }

    /// <summary>The day on which it was told.</summary>
    public DateOnly ToldOn { get; private set; }

    /// <summary>How much daily life was hindered, 0 (not at all) to 10 (all at a halt).</summary>
    public int? Hindrance { get; private set; }

    /// <summary>Pain at its worst, 0 to 10.</summary>
    public int? PeakPain { get; private set; }

    /// <summary>Whether it was told or seen.</summary>
    public FlareUpOrigin Origin { get; private set; }

    /// <summary>What came before.</summary>
    public string? WhatCameBefore { get; private set; }

    /// <summary>What helped, as told.</summary>
    public string? WhatHelped { get; private set; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; private set; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; private set; }

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(FlareUpForm form, DateOnly today, LifeSpan? life)
    {
        ArgumentNullException.ThrowIfNull(form);
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        Start = form.Start!;
        End = form.Ongoing ? null : form.End ?? form.Start;
        ToldOn = form.ToldOn ?? today;
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

/// <summary>Where the knowledge of a flare-up comes from.</summary>
public enum FlareUpOrigin
{
    /// <summary>Told by the person.</summary>
    Reported,

    /// <summary>Seen in a session.</summary>
    Seen,
}

/// <summary>A flare-up as it is typed.</summary>
public sealed class FlareUpForm
{
    /// <summary>The flare-up; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends, if there is one.</summary>
    public Guid? DraftId { get; set; }

    /// <inheritdoc cref="FlareUp.Start"/>
    public FuzzyDate? Start { get; set; }

    /// <summary>When it ended; left out, it ended within the dates of its beginning, unless it goes on.</summary>
    public FuzzyDate? End { get; set; }

    /// <summary>Whether it goes on.</summary>
    public bool Ongoing { get; set; }

    /// <inheritdoc cref="FlareUp.ToldOn"/>
    public DateOnly? ToldOn { get; set; }

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

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life)
    {
        List<Problem> problems =
        [
            .. ClinicalDate.Problems(nameof(Start), Start, today, life),
            .. ClinicalDate.Problems(nameof(End), End, today, life),
            .. ClinicalDate.Problems(nameof(ToldOn), ToldOn, today, life?.WithoutDeath),
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
