using System.Diagnostics.CodeAnalysis;
using CareJournal.Patients;
using CareJournal.Web.Host;
using CareJournal.Web.Security;
using Microsoft.Extensions.Localization;

namespace CareJournal.Web.Wording;

/// <summary>
/// Writes figures, dates and choices as text, in the language of <see cref="CultureInfo.CurrentUICulture"/>:
/// English when that is English, French otherwise. Nothing depends on the computer's own formats.
/// </summary>
public sealed partial class Words(IStringLocalizerFactory localizers)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] NamedKeys = ["Enter", "Shift", "Esc", "Home", "End"];

    private readonly IStringLocalizer _sentences = localizers.Create("Resources.Words", typeof(Words).Assembly.GetName().Name!);

    /// <summary>The culture of every number and date that this class writes: fr-FR or en-GB.</summary>
    public static CultureInfo Culture => IsEnglish ? English : French;

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>The text of a key; a missing key is a mistake of ours and throws.</summary>
    public string this[string key] => Find(key) ?? throw new ArgumentException($"No sentence has the key {key}.", nameof(key));

    /// <summary>The text of a key with its placeholders filled; numbers are written in <see cref="Culture"/>.</summary>
    public string this[string key, params object?[] places] => string.Format(Culture, this[key], places);

    /// <summary>The text of a key; <c>null</c> if there is none.</summary>
    public string? Find(string key)
    {
        LocalizedString found = _sentences[key];
        return found.ResourceNotFound ? null : found.Value;
    }

    /// <summary>The name of a choice, by the key <c>EnumName.Value</c>. Several flags are joined; none of them gives an empty text.</summary>
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
    /// <param name="places">The values of the placeholders after the number's own.</param>
    public string Count(int count, string key, params object?[] places)
    {
        bool plural = IsEnglish ? count != 1 : count >= 2;
        return this[plural ? key + ".Many" : key + ".One", [count.ToString("N0", Culture), .. places]];
    }

    /// <summary>Keys under the names printed on the keyboard of the language: « Alt Maj 1 – 6 », « Échap ».</summary>
    /// <param name="keys">The keys under their English names; <c>null</c> for none.</param>
    [return: NotNullIfNotNull(nameof(keys))]
    public string? Keys(string? keys) => keys is null ? null : NamedKeys.Aggregate(keys, (all, key) => all.Replace(key, this[$"Key.{key}"], StringComparison.Ordinal));

    /// <summary>The number of fields of a form that were refused, so that nothing of it was saved.</summary>
    public string Refused(int fields) => Count(fields, "Fault.Refused");

    /// <summary>Parts of one line, with a dot between them: « 12 mai 2026 · Recalibré ». What is empty is left out, with its dot.</summary>
    public static string Joined(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Joins parts that contain commas into one sentence: separated by semicolons, in each language's own way.</summary>
    public static string Listed(IEnumerable<string> things) => string.Join(IsEnglish ? "; " : "\u202F; ", things);

    /// <summary>The error message of a field: the field's own sentence if there is one (<c>ProblemKind.Missing.Start</c>), else the kind's.</summary>
    public string Problem(Problem problem)
    {
        // A field of something listed in a form is named by its path.
        string field = problem.Field[(problem.Field.LastIndexOf('.') + 1)..];
        string sentence = Find($"ProblemKind.{problem.Kind}.{field}") ?? this[$"ProblemKind.{problem.Kind}"];
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

    /// <summary>The notice shown once an act is saved: « Séance enregistrée à 14 h 22 ».</summary>
    public string Done(ActKind act, TimeOnly at) => this["Toast.DoneAt", Of(act), Time(at)];

    /// <inheritdoc cref="Done(ActKind, TimeOnly)"/>
    public string Done(string what, TimeOnly at) => this["Toast.DoneAt", what, Time(at)];

    /// <summary>The notice shown after an act was undone: « Poussée ajoutée » : c’est défait.</summary>
    public string Undone(ActKind act) => this["Toast.Undone", Of(act)];
}
