using System.Globalization;
using System.Text;

namespace CareJournal.Patients;

/// <summary>Names as they are compared: without accents, ligatures, case or punctuation, so that "coeur" finds "Cœur".</summary>
public static class FoldedName
{
    /// <summary>The words of a name, folded.</summary>
    public static string[] Words(string? name)
    {
        StringBuilder folded = new();
        foreach (char character in (name ?? "").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(character switch
            {
                'œ' or 'Œ' => "oe",
                'æ' or 'Æ' => "ae",
                'ß' => "ss",
                'ø' or 'Ø' => "o",
                'ł' or 'Ł' => "l",
                _ when char.IsLetterOrDigit(character) => char.ToLowerInvariant(character).ToString(),
                _ => " ",
            });
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
