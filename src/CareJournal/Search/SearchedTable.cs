using CareJournal.Conditions;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Search;

/// <summary>A table whose texts are found by the search, with the columns of those texts.</summary>
/// <param name="Type">The entity type.</param>
/// <param name="Table">The table.</param>
/// <param name="Person">The column of the person.</param>
/// <param name="Texts">The properties with text, by their names in the code.</param>
/// <param name="Columns">Their columns, in the same order.</param>
internal sealed record SearchedTable(Type Type, string Table, string Person, IReadOnlyList<string> Texts, IReadOnlyList<string> Columns)
{
    /// <summary>The largest number of texts that a row may have.</summary>
    public const int MostTexts = 4;

    // People are found by name elsewhere; a code, a number or a colleague's name is nothing that somebody said.
    private static readonly HashSet<string> LeftOut =
    [
        nameof(Patient.FamilyName), nameof(Patient.GivenName), nameof(Patient.Phone), nameof(Patient.Email),
        nameof(Condition.Icd11Code), nameof(Condition.SecondCode), nameof(Visit.HeldBy),
    ];

    /// <summary>
    /// Returns the tables of a journal in which texts are searched: every text of every row of a person, so that a table that is added later is not forgotten.
    /// </summary>
    public static IReadOnlyList<SearchedTable> Of(IModel model) =>
    [
        .. model.GetEntityTypes().OrderBy(type => type.GetTableName(), StringComparer.Ordinal)
            .Where(type => typeof(PatientRow).IsAssignableFrom(type.ClrType) || type.ClrType == typeof(Patient))
            .Select(Of)
            .Where(table => table.Texts.Count > 0),
    ];

    private static SearchedTable Of(IEntityType type)
    {
        IProperty[] texts = [.. type.GetProperties().Where(property => property.ClrType == typeof(string) && !LeftOut.Contains(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal)];
        if (texts.Length > MostTexts)
        {
            throw new InvalidOperationException($"{type.ClrType.Name} has more texts than the index has columns.");
        }

        return new SearchedTable(
            type.ClrType,
            type.GetTableName()!,
            type.ClrType == typeof(Patient) ? nameof(Patient.Id) : nameof(PatientRow.PatientId),
            [.. texts.Select(property => property.Name)],
            [.. texts.Select(property => property.GetColumnName())]);
    }
}
