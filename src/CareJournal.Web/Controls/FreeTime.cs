using System.Text.RegularExpressions;

namespace CareJournal.Web.Controls;

/// <summary>Reads a time of day as it is typed, in the digits of any script: <c>14h30</c>, <c>14:30</c>, <c>14 h</c>, <c>1430</c>, <c>9</c>.</summary>
public static class FreeTime
{
    private static readonly Regex Shape = new(
        "^(?<hour>[0-9]{1,2})( ?[h:.] ?(?<minute>[0-9]{2})?)?$|^(?<hour>[0-9]{1,2})(?<minute>[0-9]{2})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The time; <c>null</c> if not understood.</summary>
    public static TimeOnly? Read(string? typed)
    {
        Match match = Shape.Match(FoldedText.Fold(typed));
        if (!match.Success)
        {
            return null;
        }

        int hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        int minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }
}
