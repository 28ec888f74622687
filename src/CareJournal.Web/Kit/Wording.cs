using System.Globalization;
using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Patients;
using CareJournal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CareJournal.Web.Kit;

/// <summary>
/// Puts figures, dates and choices into sentences, in the language of <see cref="CultureInfo.CurrentUICulture"/>:
/// English when that is English, French otherwise. Nothing here depends on the computer's own formats.
/// </summary>
public sealed partial class Wording(IStringLocalizer<Words> words)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The culture of every number and date that this class writes: fr-FR or en-GB.</summary>
    public static CultureInfo Culture => IsEnglish ? English : French;

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>The sentence of a key; a key that does not exist is a mistake of ours and throws.</summary>
    public string this[string key]
    {
        get
        {
            LocalizedString found = words[key];
            return found.ResourceNotFound ? throw new ArgumentException($"No sentence has the key {key}.", nameof(key)) : found.Value;
        }
    }

    /// <summary>The sentence of a key with its places filled; numbers are written in <see cref="Culture"/>.</summary>
    public string this[string key, params object?[] places] => string.Format(Culture, this[key], places);

    /// <summary>The name of a choice, by the key <c>EnumName.Value</c>. Several flags are set side by side; none of them gives an empty text.</summary>
    public string Of<TChoice>(TChoice choice)
        where TChoice : struct, Enum
    {
        string name = typeof(TChoice).Name;
        if (!typeof(TChoice).IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return this[$"{name}.{choice}"];
        }

        IEnumerable<TChoice> set = Enum.GetValues<TChoice>().Where(flag => Convert.ToInt64(flag, CultureInfo.InvariantCulture) != 0 && choice.HasFlag(flag));
        return string.Join(" · ", set.Select(flag => this[$"{name}.{flag}"]));
    }

    /// <summary>
    /// A number with its noun: <c>key.One</c> or <c>key.Many</c>. In French the plural begins at 2 (0 séance), in English everything but 1 is plural (0 sessions).
    /// </summary>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="key">The key without its ending.</param>
    /// <param name="places">What fills the places after the number's own.</param>
    public string Count(int count, string key, params object?[] places)
    {
        bool plural = IsEnglish ? count != 1 : count >= 2;
        return this[plural ? key + ".Many" : key + ".One", [count.ToString("N0", Culture), .. places]];
    }

    /// <summary>How many fields of a form were refused, so that nothing of it was saved.</summary>
    public string Refused(int fields) => Count(fields, "Fault.Refused");

    /// <summary>Several things in one sentence, each with commas of its own: set apart by semicolons, in each language's own way.</summary>
    public static string Listed(IEnumerable<string> things) => string.Join(IsEnglish ? "; " : "\u202F; ", things);

    /// <summary>What is wrong with a field: the field's own sentence where there is one (<c>ProblemKind.Missing.Start</c>), else the kind's.</summary>
    public string Problem(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        LocalizedString own = words[$"ProblemKind.{problem.Kind}.{problem.Field}"];
        string sentence = own.ResourceNotFound ? this[$"ProblemKind.{problem.Kind}"] : own.Value;
        return problem is { Kind: ProblemKind.TooLong, Figures: [int characters, ..] }
            ? string.Format(Culture, sentence, Count(characters, "Count.Characters"))
            : string.Format(Culture, sentence, [.. problem.Figures.Select(Figure)]);
    }

    private object Figure(object figure) => figure switch
    {
        DateOnly day => Date(day),
        FuzzyDate vague => Fuzzy(vague),
        DatedFactKind fact => Of(fact),
        _ => figure,
    };

    /// <summary>« Séance enregistrée à 14 h 22 »: said once an act is on disk.</summary>
    public string Done(ActKind act, TimeOnly at) => this["Toast.DoneAt", Of(act), Time(at)];

    /// <summary>« Poussée ajoutée » : c’est défait.</summary>
    public string Undone(ActKind act) => this["Toast.Undone", Of(act)];
}
