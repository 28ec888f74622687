using System.Text.RegularExpressions;

namespace CareJournal.Web.Resources;

/// <summary>The writing rules of the room. Each test answers with the sentences that break its rule.</summary>
public sealed class WordsLintTests
{
    private static readonly string[] BannedFrench =
    [
        "absent", "absence", "retard", "perdu de vue", "perdue de vue", "relance", "rappel", "abandon", "échec", "rechute", "guéri", "dépendance",
        "inobservance", "inactif", "inactive", "à risque", "alerte", "file active", "sortie", "impression",
    ];

    private static readonly string[] BannedEnglish =
    [
        "absent", "absence", "overdue", "lost to follow", "reminder", "dropout", "drop-out", "failure", "relapse", "cured", "dependence",
        "compliance", "inactive", "at risk", "alert", "discharge",
    ];

    /// <summary>Labels in the practitioner’s or the person’s own voice; the journal itself never says « je ».</summary>
    private static readonly string[] InSomeonesOwnVoice = ["Visit.Impression", "CheckInConsent.ByPhone", "CheckInConsent.InWriting", "Measure.OwnActivity.Ten", "CheckIn.Text", "CheckIn.Letter.Nothing", "CheckIn.Letter.Stop"];

    [Fact]
    public void French_never_says_a_word_that_judges_a_silence() => Nobody(WordsFile.French, (key, text) =>
    {
        string judged = key.StartsWith("Fault.", StringComparison.Ordinal) || key.StartsWith("StorageFault.", StringComparison.Ordinal)
            ? text.Replace("risque de perte", "", StringComparison.OrdinalIgnoreCase)
            : text;
        return BannedFrench.Any(word => judged.Contains(word, StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void English_never_says_a_word_that_judges_a_silence() =>
        Nobody(WordsFile.English, (_, text) => BannedEnglish.Any(word => Regex.IsMatch(text, $@"\b{word}", RegexOptions.IgnoreCase)));

    [Fact]
    public void French_sets_a_narrow_space_before_double_signs_and_inside_quotes() =>
        Nobody(WordsFile.French, (_, text) => Regex.IsMatch(text, "(?<!\u202f)[;!?»]|«(?!\u202f)|\u202f(?![;!?»])(?<!«\u202f)"));

    [Fact]
    public void French_sets_a_fixed_space_before_a_colon() => Nobody(WordsFile.French, (_, text) => Regex.IsMatch(text, "(?<!\u00a0):"));

    [Fact]
    public void French_keeps_a_number_and_its_noun_on_one_line() => Nobody(WordsFile.French, (_, text) => Regex.IsMatch(
        text, @"\d (?!(à|sur|ou)\b)\p{Ll}|\{\d\} (jours?|semaines?|mois|ans?|minutes?|secondes?|séances?|personnes?|poussées?|pauses?|caractères?|h)\b"));

    /// <summary>The list of options alone stands in lines and columns: it is for a terminal.</summary>
    [Fact]
    public void Both_languages_use_curly_signs_and_single_plain_spaces()
    {
        Nobody(WordsFile.French, (key, text) => key is not "Start.Options" && Regex.IsMatch(text, """['"“”]|\.\.\.|  |^\s|\s$|[\t\r\n]"""));
        Nobody(WordsFile.English, (key, text) => key is not "Start.Options" && Regex.IsMatch(text, """['"«»\u202f]|\.\.\.|  |^\s|\s$|[\t\r\n]"""));
    }

    [Fact]
    public void French_needs_no_doubled_gender() =>
        Nobody(WordsFile.French, (_, text) => Regex.IsMatch(text, @"\((e|ne|s|es|le)\)|\p{L}[·•⋅]\p{L}", RegexOptions.ExplicitCapture));

    [Fact]
    public void French_never_sets_de_before_a_name() => Nobody(WordsFile.French, (_, text) => Regex.IsMatch(text, @"\b[dD](e |’)«?\{\d\}(?! à \{)"));

    [Fact]
    public void French_writes_ordinals_and_capitals_in_full() =>
        Nobody(WordsFile.French, (_, text) => Regex.IsMatch(text, @"\d(er|e|ème)\b|^A [nv]|\bEt(at|ape|endue)|\bEl[oa]|\bEc"));

    [Fact]
    public void The_journal_never_says_I() => Nobody(
        WordsFile.French,
        (key, text) => !InSomeonesOwnVoice.Contains(key) && Regex.IsMatch(text, @"\b[jJ](e\b|’)"));

    [Fact]
    public void Annuler_is_only_for_appointments() => Nobody(
        WordsFile.French,
        (key, text) => text.Contains("annul", StringComparison.OrdinalIgnoreCase) && !key.StartsWith("VisitStatus.", StringComparison.Ordinal) && key is not ("Today.Keys" or "Keys.Today"));

    [Fact]
    public void Kept_is_for_drafts_and_saved_is_for_the_record() => Nobody(
        WordsFile.French,
        (_, text) => text.Contains("brouillon", StringComparison.OrdinalIgnoreCase) && text.Contains("enregistré", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Both_languages_have_the_same_keys() => Assert.Equal(
        WordsFile.French.Keys.Order(StringComparer.Ordinal),
        WordsFile.English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_the_same_places() =>
        Nobody(WordsFile.French, (key, text) => !WordsFile.Places(text).SequenceEqual(WordsFile.Places(WordsFile.English[key])));

    [Fact]
    public void No_sentence_is_empty()
    {
        Nobody(WordsFile.French, (_, text) => string.IsNullOrWhiteSpace(text));
        Nobody(WordsFile.English, (_, text) => string.IsNullOrWhiteSpace(text));
    }

    [Fact]
    public void A_singular_and_a_plural_go_together() => Nobody(WordsFile.French, (key, _) =>
        (key.EndsWith(".One", StringComparison.Ordinal) && !WordsFile.French.ContainsKey(key[..^4] + ".Many"))
        || (key.EndsWith(".Many", StringComparison.Ordinal) && !WordsFile.French.ContainsKey(key[..^5] + ".One")));

    private static void Nobody(IReadOnlyDictionary<string, string> words, Func<string, string, bool> breaks) =>
        Assert.Empty(words.Where(word => breaks(word.Key, WordsFile.Bare(word.Value))).Select(word => $"{word.Key}: {word.Value}"));
}
