using CareJournal.Support;

namespace CareJournal.Acts;

/// <summary>The folding of text: a word is compared as the same in whatever form it is written.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("L'Épaule", "l'epaule")]
    [InlineData("l\u2019e\u0301paule", "l'epaule")]
    [InlineData("l\u02BCépaule l\u00B4épaule l`épaule l\uFF07épaule", "l'epaule l'epaule l'epaule l'epaule")]
    [InlineData("Cœur ŒUVRE Ægir ﬁn", "coeur oeuvre aegir fin")]
    [InlineData("Işık Yıldız İnci", "isik yildiz inci")]
    [InlineData("Đặng Guðrún Þórsdóttir Søren Łukasz Straße", "dang gudrun thorsdottir soren lukasz strasse")]
    [InlineData("Əliyev Ŋuyen Ħal", "eliyev nuyen hal")]
    [InlineData("rendez\u2011vous rendez\u2010vous rendez\u2013vous rendez\u2212vous", "rendez-vous rendez-vous rendez-vous rendez-vous")]
    [InlineData("«\u00A0non\u202F» “non” „non‟ \"non\"", "\"non\" \"non\" \"non\" \"non\"")]
    [InlineData("et alors\u202F? oui\u00A0: non !", "et alors? oui: non!")]
    [InlineData("attends…", "attends...")]
    [InlineData("dos\u00A0et\u202Fcou\tet\r\n\u2028jambe \v x", "dos et cou et jambe x")]
    [InlineData("co\u00ADde\u200Bpostal\uFEFF", "codepostal")]
    [InlineData("١٢/٣ ９：３０ ۱۲ १२ 𝟙𝟚", "12/3 9:30 12 12 12")]
    [InlineData("5² ½ ①", "5² ½ ①")]
    [InlineData("ＡＢＣ ﬀ", "abc ff")]
    [InlineData("李 明", "李 明")]
    [InlineData(null, "")]
    [InlineData(" \u00A0 ", "")]
    public void Forms_of_one_word_are_compared_as_the_same(string? text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));

    [Theory]
    [InlineData("L’Hermite", new[] { "l", "hermite" })]
    [InlineData("Anne-Laure d'Angé", new[] { "anne", "laure", "d", "ange" })]
    [InlineData("12 bis", new[] { "12", "bis" })]
    [InlineData("… – !", new string[0])]
    public void Words_are_separated_by_apostrophes_hyphens_and_spaces(string text, string[] words) => Assert.Equal(words, FoldedText.Words(text));

    [Theory]
    [InlineData("a", false)]
    [InlineData("ab", true)]
    [InlineData("李", true)]
    [InlineData("あ", true)]
    [InlineData("김", true)]
    [InlineData("ж", false)]
    public void Two_letters_or_one_sign_that_is_a_word_are_enough(string text, bool enough) => Assert.Equal(enough, FoldedText.IsEnough(FoldedText.Words(text)));

    [Theory]
    [InlineData("Douleur de l’épaule droite", "l'epaule", "l’épaule")]
    [InlineData("un cœur calme", "coeur", "cœur")]
    [InlineData("un coe\u0301ur", "coeur", "coe\u0301ur")]
    [InlineData("fin de\u0301", "de", "de\u0301")]
    [InlineData("il dit «\u00A0non\u00A0» et part", "\"non\" et", "«\u00A0non\u00A0» et")]
    [InlineData("rien", "tout", null)]
    [InlineData(null, "tout", null)]
    public void What_is_found_is_a_span_of_the_text_as_it_was_written(string? text, string folded, string? found) =>
        Assert.Equal(found, FoldedText.Find(text, folded) is (var start, var length) ? text!.Substring(start, length) : null);

    [Fact]
    public void Digits_become_plain_sign_by_sign()
    {
        Assert.Equal("9:30 Aubert 2²", FoldedText.PlainDigits("٩：３０ Aubert ２²"));
        Assert.Equal("\ud835", FoldedText.PlainDigits("\ud835"));
    }

    [Fact]
    public void Folding_is_idempotent_throws_at_nothing_and_finds_every_part_of_a_text_in_it()
    {
        AnyText.Throughout(3_000, 20261129, text =>
        {
            string folded = FoldedText.Fold(text);
            Assert.Equal(folded, FoldedText.Fold(folded));
            Assert.Equal(text.Length, FoldedText.PlainDigits(text).Length);
            foreach (string word in FoldedText.Words(text))
            {
                (int start, int length) = FoldedText.Find(text, word)!.Value;
                Assert.InRange(start, 0, text.Length - 1);
                Assert.InRange(start + length, start + 1, text.Length);
            }
        });
    }
}
