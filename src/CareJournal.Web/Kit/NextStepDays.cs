using System.Globalization;

namespace CareJournal.Web.Kit;

/// <summary>A number of days in a field.</summary>
public static class NextStepDays
{
    /// <summary>The whole number that was typed; <c>null</c> for anything else.</summary>
    public static int? Read(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : null;

    /// <summary>The number as it stands in the field.</summary>
    public static string? Write(int? days) => days?.ToString(CultureInfo.InvariantCulture);
}
