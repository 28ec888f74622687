using System.Text.RegularExpressions;
using CareJournal.Acts;
using CareJournal.Web.Timelines;

namespace CareJournal.Web.Resources;

/// <summary>Tests that no page asks for a missing sentence, that no sentence is unused, and that every enum value shown on screen has its words.</summary>
public sealed class WordsUseTests
{
    /// <summary>The enums of the journal that no screen names by <c>EnumName.Value</c>, and why.</summary>
    private static readonly Dictionary<string, string> NeverNamed = new(StringComparer.Ordinal)
    {
        ["DateUnit"] = "a vague date is a sentence: Date.Fuzzy.* and Date.About.*",
        ["DatePart"] = "a vague date is a sentence: Date.Fuzzy.* and Date.About.*",
        ["Feast"] = "a feast is said as the date that it is: Date.About.Day",
        ["Season"] = "a vague date is a sentence: Date.Fuzzy.* and Date.About.*",
        ["EpisodeChoice"] = "offered as sentences with the period's title: Visit.NewPeriod, Visit.ContinuePeriod",
        ["CopyOccasion"] = "when a copy is due",
        ["OpenRequest"] = "what SQLite asks of the encrypted file",
        ["DemoSize"] = "how many invented people a generator makes",
        ["ZoneSource"] = "told as sentences: Settings.TimeZone.BuiltIn, Settings.TimeZone.Universal",
        ["JournalState"] = "decides which page is shown",
        ["PeriodOfferKind"] = "offered as sentences: Period.Offer.*",
        ["MeasureSource"] = "kept in the file with each answer",
        ["IntervalClass"] = "decides what is a pause",
        ["CalendarUnit"] = "how far marks are gathered",
    };

    private static readonly Type[] Choices = [.. typeof(Act).Assembly.GetExportedTypes().Concat(typeof(TimelineStop).Assembly.GetExportedTypes()).Where(type => type.IsEnum)];

    private static readonly string[] Prefixes = [.. WordsFile.French.Keys.Select(key => key.Split('.')[0]).Distinct()];

    [Fact]
    public void Every_choice_shown_on_screen_has_its_words_in_both_languages()
    {
        IEnumerable<string> missing =
            from choice in typeof(Act).Assembly.GetExportedTypes()
            where choice.IsEnum && !NeverNamed.ContainsKey(choice.Name)
            from value in Enum.GetNames(choice)
            where !(choice.IsDefined(typeof(FlagsAttribute), inherit: false) && string.Equals(value, "None", StringComparison.Ordinal))
            let key = $"{choice.Name}.{value}"
            where !WordsFile.French.ContainsKey(key) || !WordsFile.English.ContainsKey(key)
            select key;
        Assert.Empty(missing);
    }

    [Fact]
    public void No_word_is_kept_for_a_choice_that_is_gone()
    {
        Dictionary<string, Type> choices = Choices.ToDictionary(type => type.Name, StringComparer.Ordinal);
        Assert.DoesNotContain(
            WordsFile.French.Keys,
            key => key.Split('.') is [var name, var value] && choices.TryGetValue(name, out Type? choice) && !Enum.IsDefined(choice, value));
    }

    [Fact]
    public void Every_sentence_that_a_page_asks_for_exists() => Assert.Empty(
        from literal in Literals()
        where !literal.IsAttribute
        where !WordsFile.French.Keys.Any(key => Answers(literal.Text, key))
        select $"{literal.File}: {literal.Text}");

    [Fact]
    public void Every_sentence_is_asked_for_somewhere()
    {
        string[] asked = [.. Literals().Select(literal => literal.Text).Distinct()];
        HashSet<string> choices = [.. Choices.Select(type => type.Name)];
        string[] unread = [.. WordsFile.French.Keys.Where(key => !choices.Contains(key.Split('.')[0]) && !asked.Any(text => Answers(text, key)))];
        Assert.True(unread.Length == 0, $"{unread.Length} sentences are asked for nowhere:\n{string.Join('\n', unread)}");
    }

    /// <summary>Whether a literal asks for a key: by name, by the name of a count, by its beginning ("Date.About."), or with placeholders ($"Measure.{x}.Zero").</summary>
    private static bool Answers(string literal, string key)
    {
        string pattern = string.Join("[A-Za-z0-9]+", Regex.Split(literal, @"\{[^}]*\}").Select(Regex.Escape));
        return Regex.IsMatch(key, literal.EndsWith('.') ? $"^{pattern}" : $@"^{pattern}(\.One|\.Many)?$", RegexOptions.CultureInvariant);
    }

    /// <summary>Returns every literal that looks like a key; as the bare value of an attribute it may also be an expression or a cref (Value="Settings.GapThreshold").</summary>
    private static IEnumerable<(string File, string Text, bool IsAttribute)> Literals()
    {
        Regex literal = new($$"""
            "((?:{{string.Join('|', Prefixes)}})(?:\.(?:[A-Z0-9][A-Za-z0-9]*|\{[^}"]*\}))+\.?|(?:{{string.Join('|', Prefixes)}})\.)"
            """.Trim());
        return
            from file in WordsFile.Sources()
            let source = File.ReadAllText(file)
            from Match match in literal.Matches(source)
            let attribute = match.Index > 0 && source[match.Index - 1] == '='
            select (Path.GetRelativePath(WordsFile.Repository, file), match.Groups[1].Value, attribute);
    }
}
