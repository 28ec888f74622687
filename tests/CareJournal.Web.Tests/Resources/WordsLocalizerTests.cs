using CareJournal.Web.Wording;





namespace CareJournal.Web.Resources;

public sealed class WordsLocalizerTests
{
    [Theory]
    [InlineData("fr-FR", "Défaire")]
    [InlineData("fr-CA", "Défaire")]
    [InlineData("fr", "Défaire")]
    [InlineData("en-GB", "Undo")]
    [InlineData("en", "Undo")]
    [InlineData("de-DE", "Défaire")]
    public void Words_are_found_beside_their_class_and_French_is_the_default(string language, string expected)
    {
        using Speaking speaking = Speaking.In(language);
        Assert.Equal(expected, speaking.Words["Button.Undo"]);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void Every_sentence_is_found_by_the_running_program(string language)
    {
        using Speaking speaking = Speaking.In(language);
        IReadOnlyDictionary<string, string> file = language.StartsWith("fr", StringComparison.Ordinal) ? WordsFile.French : WordsFile.English;
        Assert.All(file, word => Assert.Equal(word.Value, speaking.Words[word.Key]));
    }
}
