using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.Episodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CareJournal.Web.Caseload;

/// <summary>Writes the choice of the overview into the page's address and reads it: figures and ids, no text of the record, so no theme. What is not understood is left out.</summary>
public static class CaseloadAddress
{
    private const string Align = "align";
    private const string Second = "second";
    private const string Rank = "rank";
    private const string Years = "years";
    private const string Ended = "ended";
    private const string Who = "who";
    private const char Between = '-';

    /// <summary>Returns the query of a choice, without its question mark; what is usual is left out.</summary>
    public static string Write(CaseloadChoice choice)
    {
        List<KeyValuePair<string, StringValues>> parts = [];
        Add(parts, Align, choice.Align == default ? null : $"{choice.Align}");
        Add(parts, Second, choice.Second is { } second ? $"{second}" : null);
        Add(parts, Rank, choice.Rank == default ? null : $"{choice.Rank}");
        Add(parts, Years, choice.Years?.ToString(CultureInfo.InvariantCulture));
        Add(parts, Ended, choice.Ended ? "true" : null);
#if SABOTAGE_THEME_ADDRESS
        parts.AddRange(choice.Criteria.Select(criterion => KeyValuePair.Create(Who, new StringValues(criterion.Kind == CaseloadCriterionKind.Theme ? $"{criterion}" : Write(criterion)))));
#else
        parts.AddRange(choice.Criteria.Where(criterion => criterion.Kind != CaseloadCriterionKind.Theme).Select(criterion => KeyValuePair.Create(Who, new StringValues(Write(criterion)))));
#endif
        return QueryHelpers.AddQueryString("", parts).TrimStart('?');
    }

    /// <summary>Reads the choice from a query.</summary>
    /// <param name="query">The query, with or without its question mark.</param>
    /// <param name="conditions">The reasons for which people are followed.</param>
    /// <param name="usualYears">The number of years that is shown when none was chosen.</param>
    public static CaseloadChoice Read(string? query, IReadOnlyList<FollowUpCondition> conditions, int usualYears = CaseloadOverview.MostUsualYears)
    {
        Dictionary<string, StringValues> parts = QueryHelpers.ParseQuery(query);
        return new CaseloadChoice
        {
            Align = Named<CaseloadAnchor>(parts, Align) ?? default,
            Second = Named<CaseloadAnchor>(parts, Second),
            Rank = Named<CaseloadRank>(parts, Rank) ?? default,
            Years = parts.TryGetValue(Years, out StringValues years) && int.TryParse(years, CultureInfo.InvariantCulture, out int span) && CaseloadChoice.Spans.Contains(span) ? span : null,
            UsualYears = usualYears,
            Ended = parts.TryGetValue(Ended, out StringValues ended) && ended == "true",
            Criteria = parts.TryGetValue(Who, out StringValues who) ? [.. who.Select(part => Criterion(part, conditions)).OfType<CaseloadCriterion>().DistinctBy(criterion => criterion.Kind)] : [],
        };
    }

    private static void Add(List<KeyValuePair<string, StringValues>> parts, string key, string? value)
    {
        if (value is not null)
        {
            parts.Add(KeyValuePair.Create(key, new StringValues(value)));
        }
    }

    private static string Write(CaseloadCriterion criterion) => criterion switch
    {
        { Condition: { } condition } => $"{criterion.Kind}{Between}{condition.Id:N}",
        { Kind: CaseloadCriterionKind.Period } => $"{criterion.Kind}{Between}{criterion.Because}",
        { Number: { } number } => string.Create(CultureInfo.InvariantCulture, $"{criterion.Kind}{Between}{number}"),
        _ => $"{criterion.Kind}",
    };

    private static CaseloadCriterion? Criterion(string? part, IReadOnlyList<FollowUpCondition> conditions)
    {
        string[] written = (part ?? "").Split(Between, 2);
        string about = written.Length > 1 ? written[1] : "";
        if (!Is(written[0], out CaseloadCriterionKind kind))
        {
            return null;
        }

        return kind switch
        {
            CaseloadCriterionKind.Condition => conditions.FirstOrDefault(condition => condition.Id.ToString("N") == about) is { } known
                ? new CaseloadCriterion(kind) { Condition = known }
                : null,
            CaseloadCriterionKind.Theme => null,
            CaseloadCriterionKind.Period => Is(about, out OpenedBecause because) ? new CaseloadCriterion(kind) { Because = because } : null,
            _ when CaseloadCriterion.UsualNumber(kind) is { } usual => new CaseloadCriterion(kind, int.TryParse(about, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, CaseloadCriterion.LargestNumber) : usual),
            _ => new CaseloadCriterion(kind),
        };
    }

    private static T? Named<T>(Dictionary<string, StringValues> parts, string key)
        where T : struct, Enum =>
        parts.TryGetValue(key, out StringValues value) && Is(value, out T named) ? named : null;

    // TryParse also takes a number for a name.
    private static bool Is<T>(string? written, out T named)
        where T : struct, Enum =>
        Enum.TryParse(written, out named) && Enum.IsDefined(named) && written!.All(char.IsLetter);
}
