using System.Globalization;
using CareJournal.Acts;

namespace CareJournal.Web.Kit;

/// <summary>A whole number in a field, in the digits of any script.</summary>
public static class WholeNumber
{
    /// <summary>The whole number that was typed; <c>null</c> for anything else.</summary>
    public static int? Read(string? typed) => int.TryParse(FoldedText.Fold(typed), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>The number as it stands in the field.</summary>
    public static string? Write(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
