using System.Text.RegularExpressions;

namespace CareJournal.Web.Resources;

/// <summary>Tests the writing rules of the host. Each test fails with the sentences that break its rule.</summary>
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

    /// <summary>French wordings that were replaced: the pattern, then the keys in which the word means something else.</summary>
    private static readonly (string Pattern, string[] Keys)[] RetiredFrench =
    [
        ("étagère", []),
        (@"\bgestes?\b", ["WhatWasDone.RetryAMovement"]), // a movement of the body; what the program did is an action
        (@"\bmilieu\b", ["Print.FoldCard"]), // where the card is folded; the statistic is the median
        (@"\btenue?s?\b", ["GoalState.Sustained"]), // a goal that holds; a session is « faite »
        ("[Pp]oussées? racontées?|^[Rr]acontée$", []),
        ("[Rr]ythme habituel|convenu ou habituel", []),
        ("[Pp]oint de retour", []),
        ("(?<!re)cherchés,", []),
        ("ou le concerne", []),
        ("Faisait avec|Accès\u00a0: délai", []),
        ("combien pesait", []),
        ("^aucune$", []),
        ("(?i)nous avions convenu|comme convenu", []),
        ("commencera l’histoire|histoire commencera", []),
        ("Il se demande", []),
        ("Chaque suivi a une suite dite", []),
        ("[Ss]uivis? clos(?! de (mon|votre) côté)", []),
        ("difficulté nouvelle à uriner", []),
        (@"\b(Enter|Shift|Esc|Escape|Home|End)\b", []),
        ("(?i)dotnet", []),
    ];

    /// <summary>English wordings that were replaced: the pattern, then the keys in which the word means something else.</summary>
    private static readonly (string Pattern, string[] Keys)[] RetiredEnglish =
    [
        (@"\bshel(f|ves)\b", []),
        (@"\bmiddle\b", ["Print.FoldCard"]),
        (@"\b[Hh]eld\b", ["Visit.HeldBy", "Visit.HeldBy.Sentence"]), // who gave the session; the person attended it
        ("[Uu]sual rhythm", []),
        ("[Dd]oor open\\b", []),
        ("It is fine", []),
        ("weightless|crushing|how heavy", []),
        ("where was your pain", []),
        (@"(?i)had agreed I|\bas agreed", []),
        ("[Ss]tory begins", []),
        ("Managing with own tools|Access: delay", []),
        ("new difficulty passing", []),
        (@"\b(Entrée|Maj|Échap|Escape)\b", []),
        ("(?i)dotnet", []),
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

    /// <summary>Only the list of options has lines and columns: it is for a terminal.</summary>
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
    public void French_never_sets_de_before_a_name() =>
        // A month follows in a proposed title: before a vowel there is a sentence of its own.
        Nobody(WordsFile.French, (key, text) => !key.StartsWith("Period.Proposed.", StringComparison.Ordinal) && Regex.IsMatch(text, @"\b[dD](e |’)«?\{\d\}(?! à \{)"));

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
        (key, text) => text.Contains("annul", StringComparison.OrdinalIgnoreCase) && !key.StartsWith("VisitStatus.", StringComparison.Ordinal) && key is not ("Today.Keys" or "Keys.Today" or "ActKind.VisitNotHeld"));

    [Fact]
    public void A_wording_that_was_replaced_does_not_come_back()
    {
        Nobody(WordsFile.French, (key, text) => RetiredFrench.Any(retired => !retired.Keys.Contains(key) && Regex.IsMatch(text, retired.Pattern)));
        Nobody(WordsFile.English, (key, text) => RetiredEnglish.Any(retired => !retired.Keys.Contains(key) && Regex.IsMatch(text, retired.Pattern)));
    }

    /// <summary>A command of the SDK is for the README: no page, script or style has one, outside of the comments of a source file.</summary>
    [Fact]
    public void No_page_shows_a_command_of_the_SDK() => Assert.Empty(
        from file in WordsFile.Sources().Concat(Directory.EnumerateFiles(Path.Combine(WordsFile.Repository, "src", "CareJournal.Web", "wwwroot"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".js" or ".html" or ".css"))
        where File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, @"\bdotnet (run|exec)\b"))
        select Path.GetRelativePath(WordsFile.Repository, file));

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
