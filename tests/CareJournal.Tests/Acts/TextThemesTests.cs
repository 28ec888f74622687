using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Acts;

/// <summary>Which words of a text are themes, and how a text is begun.</summary>
public sealed class TextThemesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Nuits courtes.", "")]
    [InlineData("Nuits courtes. #Sommeil", "sommeil")]
    [InlineData("(#sommeil), #SOMMEIL et #Éveil", "sommeil eveil")]
    [InlineData("#sommeil-profond #mal_de_dos", "sommeil mal")]
    [InlineData("#l’été", "l")]
    [InlineData("# seul, ## deux, #!", "")]
    [InlineData("##double et #a#b", "double a")]
    [InlineData("C#5, page.html#titre, 😀#soir", "")]
    [InlineData("(#un)#deux", "un deux")]
    [InlineData("＃travail", "travail")]
    [InlineData("#2026", "2026")]
    public void A_theme_is_the_letters_and_digits_after_a_sign_that_begins_a_word(string? text, string themes) => Assert.Equal(themes, string.Join(' ', TextThemes.Of(text)));

    [Fact]
    public void Any_text_is_read_and_a_theme_that_is_added_is_one_of_its_themes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Gen.Elements("sommeil", "travail", "marche2").ToArbitrary(), (text, theme) =>
        {
            IReadOnlyList<string> themes = TextThemes.Of($"{text} #{theme}");
            return themes.Contains(theme) && themes.Distinct().Count() == themes.Count && themes.All(one => one.Length > 0 && one == FoldedText.Fold(one));
        }).Check(seed: 20261130);

    [Theory]
    [InlineData("Court.", 20, "Court.")]
    [InlineData("Deux lignes\nen une.", 30, "Deux lignes en une.")]
    [InlineData("Marche du matin tenue.", 10, "Marche du…")]
    [InlineData("Anticonstitutionnellement", 4, "Anti…")]
    [InlineData("a😀😀", 2, "a…")]
    public void A_text_is_begun_on_one_line_and_cut_between_words(string text, int most, string begun) => Assert.Equal(begun, WrittenText.Beginning(text, most));

    [Fact]
    public void A_beginning_is_never_longer_than_asked_for_and_splits_no_character() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), Gen.Choose(2, 40).ToArbitrary(), (text, most) =>
        {
            string whole = WrittenText.Valid(text.Get);
            string begun = WrittenText.Beginning(whole, most);
            return begun.Length <= most + 1 && begun == WrittenText.Valid(begun) && !begun.Contains('\n', StringComparison.Ordinal);
        }).Check(seed: 20261130);
}
