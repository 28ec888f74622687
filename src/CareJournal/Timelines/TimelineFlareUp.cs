using CareJournal.FlareUps;

namespace CareJournal.Timelines;

/// <summary>A flare-up as it was reported.</summary>
public sealed record TimelineFlareUp
{
    private const int MostHelped = 3;

    /// <summary>The flare-up.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The beginning, as remembered.</summary>
    public required FuzzyDate Start { get; init; }

    /// <summary>The end; <c>null</c> while it goes on.</summary>
    public FuzzyDate? End { get; init; }

    /// <summary>The day on which it was reported.</summary>
    public DateOnly ReportedOn { get; init; }

    /// <summary>The hindrance of daily life, 0 to 10.</summary>
    public int? Hindrance { get; init; }

    /// <summary>Pain at its worst, 0 to 10.</summary>
    public int? PeakPain { get; init; }

    /// <summary>Whether it was reported or seen.</summary>
    public FlareUpOrigin Origin { get; init; }

    /// <summary>The text about what came before.</summary>
    public string? WhatCameBefore { get; init; }

    /// <summary>The text about what helped, as the person reported it.</summary>
    public string? WhatHelped { get; init; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; init; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; init; }

    /// <summary>Returns the last three different texts about what helped, without their full stops.</summary>
    /// <param name="flareUps">Flare-ups, oldest first.</param>
    public static IReadOnlyList<string> Helped(IEnumerable<TimelineFlareUp> flareUps) =>
        [.. flareUps.Select(flareUp => flareUp.WhatHelped).OfType<string>().Select(words => words.TrimEnd('.')).Distinct(StringComparer.Ordinal).TakeLast(MostHelped)];
}
