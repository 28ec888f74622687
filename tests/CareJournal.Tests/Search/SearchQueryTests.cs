namespace CareJournal.Search;

/// <summary>What is typed into the search becomes an expression that SQLite understands, whatever it is.</summary>
public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("épaule", "\"epaule\"*")]
    [InlineData("Épaule  NATATION", "\"epaule\"* \"natation\"*")]
    [InlineData("l’épaule", "\"l'epaule\"*")]
    [InlineData("\"mal au dos\" nuit", "\"mal au dos\" \"nuit\"*")]
    [InlineData("« mal au dos »", "\"mal au dos\"")]
    [InlineData("\"mal au", "\"mal\"* \"au\"*")]
    [InlineData("#Sommeil", "\"#sommeil\"*")]
    [InlineData("dos * - OR NEAR( ^", "\"dos\"* \"or\"* \"near(\"*")]
    [InlineData("dos dos", "\"dos\"*")]
    [InlineData("😀", "\"😀\"*")]
    [InlineData("李", "\"李\"*")]
    public void Words_are_beginnings_and_quotes_are_kept_together(string typed, string expression) => Assert.Equal(expression, SearchQuery.Of(typed).Expression);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a *")]
    [InlineData("*")]
    [InlineData("\"\"")]
    [InlineData("\"")]
    [InlineData("# -- '")]
    public void Too_little_is_no_search(string? typed) => Assert.Null(SearchQuery.Of(typed).Expression);

    [Fact]
    public void A_longer_text_than_anybody_searches_for_is_cut()
    {
        string? expression = SearchQuery.Of(new string('é', 5000)).Expression;
        Assert.Equal($"\"{new string('e', SearchQuery.Longest)}\"*", expression);
    }

    [Fact]
    public void The_words_around_the_first_term_are_shown_and_else_the_beginning()
    {
        SearchQuery query = SearchQuery.Of("epaule l'eau");
        Assert.Equal("Elle nage ; l’épaule va mieux.", query.Excerpt([null, "Elle nage ; l’épaule va mieux."]));
        Assert.Equal("Aime l’eau.", query.Excerpt(["Aime l’eau.", "rien"]));
        Assert.Equal("Aime l’eau.", SearchQuery.Of("l eau").Excerpt(["", "Aime l’eau."]));
        Assert.Equal($"{new string('x', 90)}…", SearchQuery.Of("yy").Excerpt([new string('x', 500)]));
    }
}
