using CareJournal.NextSteps;
using CareJournal.Support;
using CareJournal.Web.Wording;

namespace CareJournal.Web.NextSteps;

/// <summary>Next steps typed as words.</summary>
public sealed class NextStepWordsTests
{
    private static readonly DateOnly SaidOn = new(2019, 3, 12);

    [Theory]
    [InlineData("1 semaine", 7)]
    [InlineData("2 semaines", 14)]
    [InlineData("Toutes les 3 semaines", 21)]
    [InlineData("toutes les semaines", 7)]
    [InlineData("chaque semaine", 7)]
    [InlineData("tous les mois", 30)]
    [InlineData("Se revoir tous les 15 jours", 15)]
    [InlineData("3 mois", 90)]
    [InlineData("12 mois", 365)]
    [InlineData("1 an", 365)]
    [InlineData("4s", 28)]
    [InlineData("٢ semaines", 14)]
    [InlineData("every 2 weeks", 14)]
    [InlineData("1 month", 30)]
    public void A_rhythm_is_read_in_days(string typed, int days) => Assert.Equal(new NextStepForm { Kind = NextStepKind.Every, Days = days }, NextStepWords.Read(typed, SaidOn));

    [Theory]
    [InlineData("12/5", "2019-05-12")]
    [InlineData("d’ici le 12 mai", "2019-05-12")]
    [InlineData("avant le 3/2", "2020-02-03")]
    [InlineData("se revoir d'ici le 1er juillet 2019", "2019-07-01")]
    [InlineData("dans 6 semaines", "2019-04-23")]
    [InlineData("by 12 May", "2019-05-12")]
    public void A_date_is_read_as_later_than_the_session(string typed, string day) =>
        Assert.Equal(new NextStepForm { Kind = NextStepKind.BackBy, BackBy = DateOnly.Parse(day) }, NextStepWords.Read(typed, SaidOn));

    [Theory]
    [InlineData("porte ouverte", NextStepKind.DoorOpen, null)]
    [InlineData("Porte ouverte.", NextStepKind.DoorOpen, null)]
    [InlineData("open door", NextStepKind.DoorOpen, null)]
    [InlineData("conclu ensemble", NextStepKind.EndedTogether, null)]
    [InlineData("relais", NextStepKind.HandedOver, null)]
    [InlineData("Relais passé à Mme Roÿ", NextStepKind.HandedOver, "Mme Roÿ")]
    [InlineData("relais au Dr Anselme", NextStepKind.HandedOver, "Dr Anselme")]
    [InlineData("handed over to her doctor", NextStepKind.HandedOver, "her doctor")]
    public void The_other_choices_are_read_by_their_words(string typed, NextStepKind kind, string? toWhom) =>
        Assert.Equal(new NextStepForm { Kind = kind, ToWhom = toWhom }, NextStepWords.Read(typed, SaidOn));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(" — ")]
    [InlineData(null)]
    public void Nothing_says_nothing(string? typed)
    {
        Assert.True(NextStepWords.SaysNothing(typed));
        Assert.Null(NextStepWords.Read(typed, SaidOn));
    }

    [Theory]
    [InlineData("on verra")]
    [InlineData("un jour")]
    [InlineData("s")]
    [InlineData("mai")]
    public void What_is_no_choice_is_not_understood_and_never_guessed(string typed) => Assert.Null(NextStepWords.Read(typed, SaidOn));

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void Every_choice_that_is_offered_is_understood_and_so_is_its_sentence(string language)
    {
        using Speaking speaking = Speaking.In(language);
        foreach (string offered in NextStepWords.Offered(speaking.Words))
        {
            NextStepForm step = Assert.IsType<NextStepForm>(NextStepWords.Read(offered, SaidOn));
            Assert.Equal(step, NextStepWords.Read(speaking.Words.NextStep(step), SaidOn));
        }
    }

    [Fact]
    public void No_text_throws() => AnyText.Throughout(10_000, 20261130, text => NextStepWords.Read(text, SaidOn));
}
