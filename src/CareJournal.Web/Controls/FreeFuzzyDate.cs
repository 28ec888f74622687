using System.Text.RegularExpressions;

namespace CareJournal.Web.Controls;

/// <summary>
/// Reads a date as a person remembers it: every day that <see cref="FreeDate"/> reads, and <c>2019</c>, <c>03/2019</c>, <c>mars 2019</c>, <c>fin mars</c>, <c>mi-2019</c>,
/// <c>printemps 2019</c>, <c>hiver 2019-2020</c>, <c>l’été dernier</c>, <c>Noël 2021</c>, <c>la rentrée 2020</c>, <c>il y a deux mois</c>, each also with « vers », <c>about</c> or <c>~</c> before it.
/// </summary>
/// <remarks>
/// A name without a year is the most recent one that has begun; with « dernier » or <c>last</c> the most recent one that is over. A winter is named by its first year
/// (winter 2019 begins in December 2019); named by its second it is only accepted if the first would be entirely in the future (« hiver 2026 », typed in January 2026).
/// A feast is a time about its day. What was so long ago has the unit in which it was said: <c>il y a deux mois</c> is a month, <c>il y a deux ans</c> a year.
/// </remarks>
public static class FreeFuzzyDate
{
    private const RegexOptions Shape = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const int YearsBack = 2;

    // « Il y a huit jours » is a week, « quinze jours » are two: nobody counts them.
    private const int FewestRoundDays = 7;

    private static readonly Regex AboutShape = new(@"^(~ ?|vers |environ |autour de |aux alentours de |about |around |circa |approx )", Shape);
    private static readonly Regex LeadShape = new(@"^((en|au|aux|a|le|la|les|in|at|during|the|pendant|pdt|courant|depuis|since|mois de|month of|annee|year) |l'|mois d')*", Shape);
    private static readonly Regex InsideShape = new("^(en|in|pendant|pdt|during|courant) ", Shape);
    private static readonly Regex FiguresShape = new("^((?<month>[0-9]{1,2})[/.\\- ](?<year>[0-9]{4})|(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2}))$", Shape);
    private static readonly Regex NamedShape = new($"^{FreeDateWords.Dated}( ?[-/] ?(?<end>[0-9]{{4}}|[0-9]{{2}}))?$", Shape);
    private static readonly Regex PartShape = new(
        "^((tout )?(?<early>debut)|(very )?(?<early>beginning|start|early)|(?<middle>mi|milieu|middle|mid)|(toute )?(?<late>fin)|(very )?(?<late>end|late))[ \\-]((de|du|des|d|of|in|le|la|les|the|mois de|annee|year) |d'|l'|mois d')*(?<rest>.+)$",
        Shape);

    /// <summary>The date, no more precise than what was typed; <c>null</c> if it is not understood, or could mean two.</summary>
    public static FuzzyDate? Read(string? typed, DateOnly today) => Readings(typed, today) is [var only] ? only : null;

    /// <summary>
    /// Every date that the text can mean: none, one, or two. <c>mars 19</c> is a day or a month, and only the one who typed it knows which.
    /// </summary>
    public static IReadOnlyList<FuzzyDate> Readings(string? typed, DateOnly today)
    {
        string text = FreeDateWords.Fold(typed);
        Match about = AboutShape.Match(text);
        return [.. Plain(text[about.Length..], today).OfType<FuzzyDate>().Select(date => about.Success ? date.Roughly() : date)];
    }

    private static IEnumerable<FuzzyDate?> Plain(string text, DateOnly today)
    {
        string bare = text[LeadShape.Match(text).Length..];
        FuzzyDate? day = (FreeDate.Read(text, today) ?? FreeDate.Read(bare, today)) is { } read ? FuzzyDate.OnDay(read) : null;
        Match named = NamedShape.Match(bare);
        bool isShort = named.Groups["year"].Length == 2 && FreeDateWords.Month(named.Groups["name"].Value) is not null;
        return isShort && day is not null && !InsideShape.IsMatch(text) ? [day, Unit(bare, today)] : [Ago(text, today) ?? Unit(bare, today) ?? day];
    }

    private static FuzzyDate? Unit(string text, DateOnly today) =>
        Relative(text, today) ?? Year(text) ?? Figures(text) ?? Named(text, today, DatePart.Whole) ?? OfPart(text, today);

    /// <summary>« fin mars », « mi-juin 2021 », « début 2019 »; a season has no parts, so that « fin de l’été » says no more than the summer.</summary>
    private static FuzzyDate? OfPart(string text, DateOnly today)
    {
        Match match = PartShape.Match(text);
        if (!match.Success)
        {
            return null;
        }

        DatePart part = match.Groups["early"].Success ? DatePart.Early : match.Groups["late"].Success ? DatePart.Late : DatePart.Middle;
        string rest = match.Groups["rest"].Value;
        FuzzyDate? whole = Relative(rest, today) ?? Year(rest) ?? Figures(rest);
        return rest.Length == 2 && Number(rest) is { } year ? FuzzyDate.InYear(FreeDateWords.PastYear(year, today)).Of(part)
            : whole is { Unit: DateUnit.Month or DateUnit.Year } ? whole.Of(part)
            : Named(rest, today, part);
    }

    private static FuzzyDate? Ago(string text, DateOnly today)
    {
        if (FreeLength.Ago(text) is not { } length || !FreeDateWords.IsYear(length.Before(today).Year))
        {
            return null;
        }

        DateOnly then = length.Before(today);
        FuzzyDate date = length.Unit switch
        {
            'm' => FuzzyDate.InMonth(then.Year, then.Month),
            'y' => FuzzyDate.InYear(then.Year),
            'd' when length.Amount < FewestRoundDays => FuzzyDate.OnDay(then),
            _ => FuzzyDate.OnDay(then).Roughly(),
        };
        return length.About ? date.Roughly() : date;
    }

    private static FuzzyDate? Relative(string text, DateOnly today) => text switch
    {
        "cette annee" or "this year" => FuzzyDate.InYear(today.Year),
        "an dernier" or "an passe" or "derniere" or "passee" or "last year" => FuzzyDate.InYear(today.Year - 1),
        "ce mois-ci" or "ce mois" or "this month" => FuzzyDate.InMonth(today.Year, today.Month),
        "mois dernier" or "mois passe" or "last month" => FuzzyDate.InMonth(today.AddMonths(-1).Year, today.AddMonths(-1).Month),
        "semaine derniere" or "semaine passee" or "last week" => FuzzyDate.OnDay(today.AddDays(-7)).Roughly(),
        _ => null,
    };

    private static FuzzyDate? Year(string text) => text.Length == 4 && Number(text) is { } year && FreeDateWords.IsYear(year) ? FuzzyDate.InYear(year) : null;

    private static FuzzyDate? Figures(string text)
    {
        Match match = FiguresShape.Match(text);
        return match.Success && Number(match.Groups["month"].Value) is { } month and >= 1 and <= 12 && Number(match.Groups["year"].Value) is { } year && FreeDateWords.IsYear(year)
            ? FuzzyDate.InMonth(year, month)
            : null;
    }

    /// <summary>A month, a season, a feast or the start of the school year, of a year or the latest one.</summary>
    private static FuzzyDate? Named(string text, DateOnly today, DatePart part)
    {
        Match match = NamedShape.Match(text);
        string name = match.Groups["name"].Value;
        string end = match.Groups["end"].Value;
        bool isLast = match.Groups["last"].Success;
        int? year = Number(match.Groups["year"].Value) is not { } number ? null : match.Groups["year"].Length == 2 ? FreeDateWords.PastYear(number, today) : number;
        if (!match.Success || (isLast && year is not null) || (year is { } written && !FreeDateWords.IsYear(written)) || (end.Length > 0 && FreeDateWords.SeasonOf(name) != Season.Winter))
        {
            return null;
        }

        return (FreeDateWords.Month(name) ?? FreeDateWords.MonthOf(name)) is { } month ? Latest(of => FuzzyDate.InMonth(of, month).Of(part))
            : FreeDateWords.SeasonOf(name) is { } season ? InSeason(season)
            : part == DatePart.Whole && FreeDateWords.FeastOf(name) is { } feast ? Latest(of => FuzzyDate.OnDay(FeastDay.In(of, feast)).Roughly())
            : null;

        FuzzyDate? InSeason(Season season)
        {
            // Only a winter has a second year, and it is the next one: 2019-2020 or 2019-20.
            if (end.Length > 0 && Number(end) != (end.Length == 2 ? (year + 1) % 100 : year + 1))
            {
                return null;
            }

            bool isNamedByItsEnd = season == Season.Winter && end.Length == 0 && year == today.Year && FuzzyDate.InSeason(today.Year, season).First > today;
            return isNamedByItsEnd ? FuzzyDate.InSeason(today.Year - 1, season) : Latest(of => FuzzyDate.InSeason(of, season));
        }

        FuzzyDate Latest(Func<int, FuzzyDate> inYear) => year is { } known
            ? inYear(known)
            : Enumerable.Range(0, YearsBack + 1).Select(back => inYear(today.Year - back)).First(date => isLast ? date.Last < today : date.First <= today);
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
