using System.Text.RegularExpressions;

namespace CareJournal.Web.Controls;

/// <summary>
/// Reads a day as a therapist types it, in French or English whatever the language of the screen, the day always before the month:
/// <c>12/3</c>, <c>12.3.24</c>, <c>120326</c>, <c>2026-03-12</c>, <c>12 mars</c>, <c>March 12, 2024</c>, <c>hier</c>, <c>-2s</c>, <c>lundi</c>, <c>il y a 3 semaines</c>, <c>Noël 2021</c>.
/// </summary>
/// <remarks>
/// A month or a year alone (<c>mars 2024</c>, <c>il y a deux mois</c>) is not a day and is not understood: <see cref="FreeFuzzyDate"/> reads it without inventing one.
/// A two-digit year is of this century up to ten years from now, else of the last one.
/// </remarks>
public static class FreeDate
{
    private const int FarthestShortYear = 10;
    private const int SomeLeapYears = 8;
    // In linear time on any text, so that no timeout is needed: a timeout on a busy computer would break the page.
    private const RegexOptions Shape = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex MovedShape = new($@"^((?<sign>[-+]) ?|(?<in>dans |in ))?(?<amount>[0-9]{{1,3}}) ?{FreeLength.Units}$", Shape);
    private static readonly Regex FeastShape = new($"^{FreeDateWords.Dated}$", Shape);
    private static readonly Regex WeekdayShape = new(@"^((?<last>last )|(?<next>next ))?(?<name>[a-z]+)((?<last> dernier| passe)|(?<next> prochain))?$", Shape);
    private static readonly Regex NumbersShape = new(@"^(?<day>[0-9]{1,2})([/.\- ])(?<month>[0-9]{1,2})([/.\- ](?<year>[0-9]{4}|[0-9]{2}))?$|^(?<day>[0-9]{2})(?<month>[0-9]{2})(?<year>[0-9]{4}|[0-9]{2})$", Shape);
    private static readonly Regex IsoShape = new(@"^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})$", Shape);
    private static readonly Regex DayFirstShape = new(@"^(?<day>[0-9]{1,2})(er|st|nd|rd|th)?[ \-]?(of )?(?<name>[a-z]{3,9})([ ,\-]+(?<year>[0-9]{4}|[0-9]{2}))?$", Shape);
    private static readonly Regex MonthFirstShape = new(@"^(?<name>[a-z]{3,9}) (?<day>[0-9]{1,2})(st|nd|rd|th)?(,? (?<year>[0-9]{4}))?$", Shape);

    /// <summary>Reads a day of the past: without a year it is the most recent one not after today, a day of the week likewise. <c>null</c> if not understood.</summary>
    public static DateOnly? Read(string? typed, DateOnly today) => Read(typed, today, coming: false);

    /// <summary>Reads a day to come (an appointment, "back by"): without a year it is the next one, today included. <c>null</c> if not understood.</summary>
    public static DateOnly? ReadComing(string? typed, DateOnly today) => Read(typed, today, coming: true);

    private static DateOnly? Read(string? typed, DateOnly today, bool coming)
    {
        string text = FreeDateWords.Fold(typed);
        if (text.StartsWith("le ", StringComparison.Ordinal) || text.StartsWith("on ", StringComparison.Ordinal))
        {
            text = text[3..];
        }

        return Named(text, today) ?? Moved(text, today, coming) ?? Weekday(text, today, coming) ?? OnFeast(text, today, coming) ?? OnCalendar(text, today, coming);
    }

    private static DateOnly? Named(string text, DateOnly today) => text switch
    {
        "aujourd'hui" or "aujourdhui" or "auj" or "today" => today,
        "hier" or "yesterday" => today.AddDays(-1),
        "avant-hier" or "avant hier" or "the day before yesterday" => today.AddDays(-2),
        "demain" or "tomorrow" => today.AddDays(1),
        "apres-demain" or "apres demain" or "the day after tomorrow" => today.AddDays(2),
        _ => null,
    };

    /// <summary>A number of days, weeks, months or years before or after today. Months and years that are said in words to have passed are no single day.</summary>
    private static DateOnly? Moved(string text, DateOnly today, bool coming)
    {
        Match match = MovedShape.Match(text);
        bool isShort = match.Success && (match.Groups["sign"].Success || match.Groups["in"].Success || coming);
        DateOnly? moved =
            !isShort ? FreeLength.Ago(text) is { Unit: 'd' or 'w', About: false } ago ? ago.Before(today) : null
            : FreeLength.Of(Number(match.Groups["amount"]), match.Groups["unit"].Value) is var length && match.Groups["sign"].ValueSpan is "-" ? length.Before(today)
            : length.After(today);
        return moved is { } day && FreeDateWords.IsYear(day.Year) ? day : null;
    }

    private static DateOnly? OnFeast(string text, DateOnly today, bool coming)
    {
        Match match = FeastShape.Match(text.StartsWith("a ", StringComparison.Ordinal) ? text[2..] : text);
        string name = match.Groups["name"].Value;
        if (!match.Success || (FreeDateWords.FeastOf(name) ?? FreeDateWords.FeastDayOf(name)) is not { } feast)
        {
            return null;
        }

        int year = match.Groups["year"].Success ? FullYear(match.Groups["year"], today) : today.Year;
        (DateOnly? day, bool isPast) = (FreeDateWords.IsYear(year) ? FeastDay.In(year, feast) : null, !coming || match.Groups["last"].Success);
        return match.Groups["year"].Success ? day
            : isPast && day > today ? FeastDay.In(year - 1, feast)
            : !isPast && day < today ? FeastDay.In(year + 1, feast) : day;
    }

    private static DateOnly? Weekday(string text, DateOnly today, bool coming)
    {
        Match match = WeekdayShape.Match(text);
        if (!match.Success || FreeDateWords.Weekday(match.Groups["name"].Value) is not { } day)
        {
            return null;
        }

        bool forward = match.Groups["next"].Success || (coming && !match.Groups["last"].Success);
        int days = (forward ? day - today.DayOfWeek + 7 : today.DayOfWeek - day + 7) % 7;
        if (days == 0 && (match.Groups["next"].Success || match.Groups["last"].Success))
        {
            days = 7;
        }

        return today.AddDays(forward ? days : -days);
    }

    private static DateOnly? OnCalendar(string text, DateOnly today, bool coming)
    {
        DayOfWeek? said = null;
        if (text.Split(' ', 2) is [var first, var rest] && FreeDateWords.Weekday(first.TrimEnd(',')) is { } weekday)
        {
            (said, text) = (weekday, rest);
        }

        Match match = NumbersShape.Match(text) is { Success: true } numbers ? numbers
            : IsoShape.Match(text) is { Success: true } iso ? iso
            : DayFirstShape.Match(text) is { Success: true } dayFirst ? dayFirst
            : MonthFirstShape.Match(text);
        if (!match.Success)
        {
            return null;
        }

        int? month = match.Groups["name"].Success ? FreeDateWords.Month(match.Groups["name"].Value) : Number(match.Groups["month"]);
        int day = Number(match.Groups["day"]);
        DateOnly? found = month is not { } known ? null
            : match.Groups["year"].Success ? Day(FullYear(match.Groups["year"], today), known, day)
            : Nearest(known, day, today, coming);
        return said is null || found?.DayOfWeek == said ? found : null;
    }

    /// <summary>The most recent (or next) year in which the day exists: eight are tried, for 29 February around 1900 and 2100.</summary>
    private static DateOnly? Nearest(int month, int day, DateOnly today, bool coming) =>
        Enumerable.Range(0, SomeLeapYears + 1)
            .Select(years => Day(today.Year + (coming ? years : -years), month, day))
            .FirstOrDefault(found => coming ? found >= today : found <= today);

    private static DateOnly? Day(int year, int month, int day) =>
        FreeDateWords.IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int FullYear(Group written, DateOnly today)
    {
        int year = Number(written);
        if (written.Length > 2)
        {
            return year;
        }

        int century = today.Year / 100 * 100;
        return century + year <= today.Year + FarthestShortYear ? century + year : century + year - 100;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
