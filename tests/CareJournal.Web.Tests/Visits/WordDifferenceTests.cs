namespace CareJournal.Web.Visits;

/// <summary>Tests that the changes of a text are shown word by word.</summary>
public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("Marche mieux, dort moins.", "Marche mieux, dort bien.", "Marche mieux, dort [-moins-]{+bien+}.")]
    [InlineData("Marche mieux.", "Marche beaucoup mieux.", "Marche {+beaucoup +}mieux.")]
    [InlineData("Marche beaucoup mieux.", "Marche mieux.", "Marche [-beaucoup -]mieux.")]
    [InlineData("Neuf kilomètres, sans le payer.", "Dix kilomètres, vérifiés sur la carte.", "[-Neuf-]{+Dix+} kilomètres, [-sans le payer-]{+vérifiés sur la carte+}.")]
    [InlineData(null, "Rendez-vous à l’été.", "{+Rendez-vous à l’été.+}")]
    [InlineData("Rendez-vous à l’été.", "", "[-Rendez-vous à l’été.-]")]
    [InlineData("un\ndeux", "un\n\ndeux", "un[-\n-]{+\n\n+}deux")]
    [InlineData("Pareil.", "Pareil.", "Pareil.")]
    [InlineData("", null, "")]
    public void Words_that_were_taken_away_and_added_are_shown_where_they_were(string? before, string? after, string told) =>
        Assert.Equal(told, string.Concat(WordDifference.Between(before, after).Select(Shown)));

    [Fact]
    public void The_parts_make_both_texts_again_letter_by_letter()
    {
        Random random = new(7);
        string[] words = ["douleur", "marche", ",", " ", "  ", "\n", "l’été", "rendez-vous", "😀", ".", "dort", "moins"];
        for (int round = 0; round < 300; round++)
        {
            (string before, string after) = (Any(), Any());
            IReadOnlyList<WordDifferencePart> parts = WordDifference.Between(before, after);
            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != WordDifferenceKind.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != WordDifferenceKind.Removed).Select(part => part.Text)));
        }

        string Any() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
    }

    [Fact]
    public void A_sign_of_two_units_is_never_cut_in_half()
    {
        Assert.Equal(["[-😀-]", "{+😁+}"], WordDifference.Between("😀", "😁").Select(Shown));
        Assert.Equal(["l’été ", "[-e\u0301te\u0301-]", "{+autre+}"], WordDifference.Between("l’été e\u0301te\u0301", "l’été autre").Select(Shown));
    }

    [Fact]
    public void Two_long_texts_are_compared_without_keeping_the_page_waiting()
    {
        string before = string.Concat(Enumerable.Range(0, 30_000).Select(word => $"mot{word} "));
        string after = string.Concat(Enumerable.Range(0, 30_000).Select(word => $"autre{word} "));
        Assert.Equal([before.Trim(), after.Trim()], WordDifference.Between(before, after).Where(part => part.Kind != WordDifferenceKind.Kept).Select(part => part.Text.Trim()));
    }

    private static string Shown(WordDifferencePart part) => part.Kind switch
    {
        WordDifferenceKind.Removed => $"[-{part.Text}-]",
        WordDifferenceKind.Added => $"{{+{part.Text}+}}",
        _ => part.Text,
    };
}
