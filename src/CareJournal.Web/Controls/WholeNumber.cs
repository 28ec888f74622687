namespace CareJournal.Web.Controls;

/// <summary>Reads and writes whole numbers of a field, in the digits of any script.</summary>
public static class WholeNumber
{
    /// <summary>Reads a whole number; <c>null</c> for anything else.</summary>
    public static int? Read(string? typed) => int.TryParse(FoldedText.Fold(typed), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Writes a number as text for a field.</summary>
    public static string? Write(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
