using System.Text.RegularExpressions;

namespace CareJournal.Web.Wording;

/// <summary>
/// A length of time as it is typed, in figures or in words of both languages, without accents and in lower case: <c>2 semaines</c>, <c>deux mois</c>, <c>a year</c>.
/// </summary>
/// <param name="Amount">How many units.</param>
/// <param name="Unit">The unit: d, w, m or y.</param>
/// <param name="About">Whether « environ » or <c>about</c> was said.</param>
internal sealed record FreeLength(int Amount, char Unit, bool About = false)
{
    /// <summary>The pattern of a unit's name or abbreviation: the group <c>unit</c>.</summary>
    public const string Units = "(?<unit>j|jours?|d|days?|s|sem|semaines?|w|weeks?|m|mois|months?|a|ans?|annees?|y|years?|fortnights?)";

    private const string Amounts = "(?<amount>[0-9]{1,3}|[a-z]+)";

    private static readonly Regex AgoShape = new(
        $"^(- ?(?<amount>[0-9]{{1,3}}) ?{Units}|(il y a|voila|voici|depuis|for) (?<about>environ |a peu pres |about |around )?{Amounts} ?{Units}|{Amounts} {Units} ago)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>How long ago something was: <c>il y a deux mois</c>, <c>2 weeks ago</c>, <c>-3j</c>; <c>null</c> if the text does not say that.</summary>
    public static FreeLength? Ago(string text)
    {
        Match match = AgoShape.Match(text);
        return match.Success && Figure(match.Groups["amount"].Value) is { } amount ? Of(amount, match.Groups["unit"].Value, match.Groups["about"].Success) : null;
    }

    /// <summary>The length of a number of units, by their name or abbreviation; a fortnight is two weeks.</summary>
    public static FreeLength Of(int amount, string unit, bool about = false) => unit[0] switch
    {
        'j' or 'd' => new(amount, 'd', about),
        's' or 'w' => new(amount, 'w', about),
        'f' => new(2 * amount, 'w', about),
        'm' => new(amount, 'm', about),
        _ => new(amount, 'y', about),
    };

    /// <summary>The day that lies this length after a day; clipped at the end of a month.</summary>
    public DateOnly After(DateOnly day) => Moved(day, Amount);

    /// <summary>The day that lies this length before a day; clipped at the end of a month.</summary>
    public DateOnly Before(DateOnly day) => Moved(day, -Amount);

    private DateOnly Moved(DateOnly day, int amount) => Unit switch
    {
        'd' => day.AddDays(amount),
        'w' => day.AddDays(7 * amount),
        'm' => day.AddMonths(amount),
        _ => day.AddYears(amount),
    };

    private static int? Figure(string amount) => int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : amount switch
    {
        "un" or "une" or "one" or "a" or "an" => 1,
        "deux" or "two" => 2,
        "trois" or "three" => 3,
        "quatre" or "four" => 4,
        "cinq" or "five" => 5,
        "six" => 6,
        "sept" or "seven" => 7,
        "huit" or "eight" => 8,
        "neuf" or "nine" => 9,
        "dix" or "ten" => 10,
        "onze" or "eleven" => 11,
        "douze" or "twelve" => 12,
        "quinze" or "fifteen" => 15,
        "vingt" or "twenty" => 20,
        _ => null,
    };
}
