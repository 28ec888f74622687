using System.Globalization;
using System.Text.RegularExpressions;

namespace CareJournal.Web.Visits;

/// <summary>Reads a time of day as it is typed: <c>14h30</c>, <c>14:30</c>, <c>14 h</c>, <c>1430</c>, <c>9</c>.</summary>
public static partial class TodayTime
{
    /// <summary>The time; <c>null</c> when not understood.</summary>
    public static TimeOnly? Read(string? typed)
    {
        Match match = Shape().Match((typed ?? "").Trim());
        if (!match.Success)
        {
            return null;
        }

        int hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        int minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^(?<hour>\d{1,2})(\s*[hH:.]\s*(?<minute>\d{2})?)?$|^(?<hour>\d{1,2})(?<minute>\d{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
