using System.Globalization;
using System.Text.RegularExpressions;
using CareJournal.Dates;

namespace CareJournal.Web.Kit;

/// <summary>
/// Reads a date as a person remembers it: every day that <see cref="FreeDate"/> reads, and <c>2019</c>, <c>03/2019</c>, <c>mars 2019</c>,
/// <c>printemps 2019</c>, <c>hiver 2019-2020</c>, <c>l’an dernier</c>, each also with « vers », <c>about</c> or <c>~</c> before it.
/// </summary>
/// <remarks>
/// A month or season without a year is the most recent one that has begun. A winter is named by its first year (winter 2019 begins in December 2019);
/// named by its second it is only taken where the first would lie wholly ahead (« hiver 2026 », typed in January 2026).
/// </remarks>
public static class FreeFuzzyDate
{
    private const RegexOptions Shape = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex AboutShape = new(@"^(~ ?|vers |environ |autour de |about |around |circa |approx )", Shape);
    private static readonly Regex LeadShape = new(@"^((en|au|le|la|pendant|pdt|a|in|during|the) |l')*", Shape);
    private static readonly Regex MonthShape = new(@"^((?<month>[0-9]{1,2})[/.\- ](?<year>[0-9]{4})|(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})|(?<name>[a-z]{3,9})( (?<year>[0-9]{4}))?)$", Shape);
    private static readonly Regex SeasonShape = new(@"^(last )?(?<name>[a-z]+)( dernier)?( (?<year>[0-9]{4})( ?[-/] ?(?<end>[0-9]{4}|[0-9]{2}))?)?$", Shape);

    /// <summary>The date, no more precise than what was typed; <c>null</c> when not understood.</summary>
    public static FuzzyDate? Read(string? typed, DateOnly today)
    {
        string text = FreeDateWords.Fold(typed);
        Match match = AboutShape.Match(text);
        FuzzyDate? date = ReadPlain(text[match.Length..], today);
        return match.Success ? date?.Roughly() : date;
    }

    private static FuzzyDate? ReadPlain(string text, DateOnly today)
    {
        string bare = text[LeadShape.Match(text).Length..];
        return Year(bare, today) ?? Month(bare, today) ?? Season(bare, today)
            ?? (FreeDate.Read(text, today) is { } day ? FuzzyDate.OnDay(day) : null);
    }

    private static FuzzyDate? Year(string text, DateOnly today) => text switch
    {
        "cette annee" or "this year" => FuzzyDate.InYear(today.Year),
        "an dernier" or "an passe" or "annee derniere" or "annee passee" or "last year" => FuzzyDate.InYear(today.Year - 1),
        { Length: 4 } when Number(text) is { } year && FreeDateWords.IsYear(year) => FuzzyDate.InYear(year),
        _ => null,
    };

    private static FuzzyDate? Month(string text, DateOnly today)
    {
        if (text is "ce mois-ci" or "ce mois" or "this month")
        {
            return FuzzyDate.InMonth(today.Year, today.Month);
        }

        if (text is "mois dernier" or "mois passe" or "last month")
        {
            DateOnly before = today.AddMonths(-1);
            return FuzzyDate.InMonth(before.Year, before.Month);
        }

        Match match = MonthShape.Match(text);
        int? month = match.Groups["name"].Success ? FreeDateWords.Month(match.Groups["name"].Value) : Number(match.Groups["month"].Value);
        int year = Number(match.Groups["year"].Value) ?? (month <= today.Month ? today.Year : today.Year - 1);
        return match.Success && month is >= 1 and <= 12 && FreeDateWords.IsYear(year) ? FuzzyDate.InMonth(year, month.Value) : null;
    }

    private static FuzzyDate? Season(string text, DateOnly today)
    {
        Match match = SeasonShape.Match(text);
        if (!match.Success || FreeDateWords.SeasonOf(match.Groups["name"].Value) is not { } season)
        {
            return null;
        }

        int year = Number(match.Groups["year"].Value) ?? today.Year;
        if (!FreeDateWords.IsYear(year) || !EndsRightly(season, year, match.Groups["end"].Value))
        {
            return null;
        }

        bool ahead = FuzzyDate.InSeason(year, season).First > today;
        bool maybeBefore = !match.Groups["year"].Success || (season == Dates.Season.Winter && year == today.Year && !match.Groups["end"].Success);
        return FuzzyDate.InSeason(ahead && maybeBefore ? year - 1 : year, season);
    }

    /// <summary>Only a winter has a second year, and it is the next one: 2019-2020 or 2019-20.</summary>
    private static bool EndsRightly(Season season, int year, string end) =>
        end.Length == 0 || (season == Dates.Season.Winter && Number(end) == (end.Length == 2 ? (year + 1) % 100 : year + 1));

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
