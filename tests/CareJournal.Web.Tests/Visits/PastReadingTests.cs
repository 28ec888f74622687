using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Support;
using CareJournal.Visits;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Visits;

/// <summary>What is understood of the grid for a paper file, and what each cell says.</summary>
public sealed class PastReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly PastFacts Facts = new(Guid.CreateVersion7(), new LifeSpan(new DateOnly(1970, 5, 4), new DateOnly(2025, 1, 1)), [(new DateOnly(2018, 12, 3), null)], new Dictionary<Guid, DateOnly>(), [], 90);

    [Fact]
    public void A_row_is_a_session_with_its_texts_answer_and_next_step()
    {
        PastVisit session = Assert.Single(Read("12 mars 2019\tMieux\tMarcher\t2 semaines\t7/10\tÉpaule").Sessions).Session!;
        Assert.Equal((new DateOnly(2019, 3, 12), "Mieux", "Marcher", 14, 7, "Épaule"), (session.Visit.HeldOn!.Value, session.Visit.Impression!, session.Visit.Agreed!, session.Visit.NextStep!.Days!.Value, session.Visit.Scores[Instrument.Activities]!.Value, session.PeriodTitle!));
    }

    [Theory]
    [InlineData("\tMieux", PastColumn.Date, "Une date est nécessaire.")]
    [InlineData("le jour de la pluie\tMieux", PastColumn.Date, "Date non comprise. Essayez 12 mars 2019 ou 12/3/19.")]
    [InlineData("mars 2019\tMieux", PastColumn.Date, "Il manque le jour.")]
    [InlineData("l’été dernier\tMieux", PastColumn.Date, "Il manque le jour.")]
    [InlineData("3/1/2018\nmars 19\tMieux", PastColumn.Date, "« mars 19 » : lequel des deux ?")]
    [InlineData("3/1/2019\nlundi 12/3\tMieux", PastColumn.Date, "Le 12 mars 2019 est un mardi. Laquelle de ces dates ?")]
    [InlineData("hier\tMieux", PastColumn.Date, "Date non comprise. Essayez 12 mars 2019 ou 12/3/19.")]
    [InlineData("12/3/2019\nmardi\tMieux", PastColumn.Date, "Date non comprise. Essayez 12 mars 2019 ou 12/3/19.")]
    [InlineData("23/11/2026", PastColumn.Date, "Une séance faite ne peut pas être datée après aujourd’hui.")]
    [InlineData("3/5/1970", PastColumn.Date, "Cette date précède la naissance.")]
    [InlineData("12/3/2025", PastColumn.Date, "Un décès est noté le 1ᵉʳ janvier 2025 : aucune séance ne peut être faite ou prévue après.")]
    [InlineData("12/3/2019\t\t\ton verra", PastColumn.NextStep, "Suite non comprise. Essayez « 2 semaines » ou « porte ouverte ».")]
    [InlineData("12/3/2019\t\t\td’ici le 1/3/2019", PastColumn.NextStep, "Cette date est déjà passée.")]
    [InlineData("12/3/2019\t\t\t2 jours", PastColumn.NextStep, "Un nombre entier, de 3 à 400.")]
    [InlineData("12/3/2019\t\t\t\t11", PastColumn.Activities, "De 0 à 10.")]
    [InlineData("12/3/2019\t\t\t\tbof", PastColumn.Activities, "De 0 à 10.")]
    [InlineData("12/12/2018\t\t\t\t\tÉpaule\n20/12/2018\t\t\t\t\tÉpaule", PastColumn.PeriodTitle, "Aucune période ne commence ici : déplacez ce titre, ou effacez-le.")]
    [InlineData("12/12/2018\t\t\t\t\t\t\tPartie en mer", PastColumn.PauseWords, "Aucune pause ne précède cette séance : déplacez ces mots, ou effacez-les.")]
    public void The_cell_says_in_one_sentence_what_keeps_it_from_being_saved(string text, PastColumn column, string sentence)
    {
        using Speaking french = Speaking.French();
        PastReading reading = Read(text);
        Assert.True(reading.HasFaults);
        string said = PastPainting.Of(reading, french.Words).Rows[^1].Faults[(int)column];
        Assert.Equal(sentence, said.Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Theory]
    [InlineData("3/1/2018\nmars 19", "19 mars 2018 (jour), mars 2019")]
    [InlineData("3/1/2019\nlundi 12/3", "12 mars 2019 (jour), 12 mars 2018 (jour)")]
    [InlineData("lundi 12/3/2019", "12 mars 2019 (jour)")]
    [InlineData("mars 2019", "")]
    [InlineData("3/1/2019\nmardi 12/3", "")]
    [InlineData("12 mars 19", "")]
    public void What_can_be_two_dates_is_asked_with_both_and_is_no_session_until_it_is_answered(string text, string choices)
    {
        using Speaking french = Speaking.French();
        PastReading reading = Read(text);
        PastRowPainting row = PastPainting.Of(reading, french.Words).Rows[^1];
        Assert.Equal(choices, Plain(string.Join(", ", row.Choices.Select(choice => choice.Text + (choice.IsDay ? " (jour)" : "")))));
        Assert.All(row.Choices.Where(choice => choice.IsDay), choice => Assert.False(Read(choice.Text).HasFaults));
        Assert.Equal(choices == "" && text != "mars 2019", !reading.HasFaults);
    }

    [Fact]
    public void The_sum_and_the_pauses_say_which_rows_they_leave_out()
    {
        using Speaking french = Speaking.French();
        PastPainting painting = PastPainting.Of(Read("12 mars 2019\nmars 19\n3/2/2020\n4/2/2020"), french.Words);
        Assert.Equal("3 séances, 1 ligne à préciser · du 12 mars 2019 au 4 février 2020 · 2 pauses", Plain(painting.Summary));
        Assert.Equal(["", "", "10 mois sans séance notée, depuis le 12 mars 2019, si la ligne à préciser n’en est pas", ""], painting.Rows.Select((row, at) => at == 0 ? "" : Plain(row.Pause)));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused_in_its_cell_and_not_cut()
    {
        string note = new('n', WrittenText.LongestNote + 1);
        string line = new('l', WrittenText.LongestLine + 1);
        PastReading reading = Read(PastTable.Write([["12/3/2019", note, note, "", "", line, "", note]]));
        Assert.Equal([PastColumn.Impression, PastColumn.Agreed, PastColumn.PeriodTitle, PastColumn.PauseWords], reading.Rows[0].Faults.Select(fault => fault.Column).Distinct());
        Assert.Equal(note, reading.Rows[0].Session!.Visit.Impression);
    }

    [Fact]
    public void What_prevents_nothing_is_said_as_a_note()
    {
        PastReading reading = Read("12/3/2019\n3/12/2018\n12/3/2019\n\n1/4/2019");
        Assert.False(reading.HasFaults);
        Assert.Equal([[PastNote.Doubled], [PastNote.Earlier, PastNote.AlreadyThere], [PastNote.Doubled], [], []], reading.Rows.Select(row => row.Notes));
        Assert.Equal(4, reading.Sessions.Count);
    }

    [Fact]
    public void A_file_that_is_typed_from_its_latest_session_backwards_is_no_disorder() =>
        Assert.All(Read("1/6/2019\n3/5/2019\n12/3").Rows, row => Assert.Empty(row.Notes));

    [Fact]
    public void A_pause_that_is_told_of_in_its_own_words_or_by_a_choice_belongs_to_the_row_after_it()
    {
        PastReading reading = Read("12/3/2019\n3/12\t\t\t\t\tRetour\tUpsAndDowns\tDes soucis de travail");
        Assert.Equal((new DateOnly(2019, 3, 12), true), (reading.Rows[1].Since!.Value, reading.Rows[1].Opens));
        Assert.Equal((HowItWas.UpsAndDowns, "Des soucis de travail"), (reading.Rows[1].Session!.PauseHow, reading.Rows[1].Session!.PauseWords!));
        Assert.Equal(HowItWas.NotSaid, Read("12/3/2019\t\t\t\t\t\tQuelconque").Rows[0].Session!.PauseHow);
    }

    [Fact]
    public void The_sentences_around_the_cells_name_the_day_the_pause_and_the_sum()
    {
        using Speaking french = Speaking.French();
        PastPainting painting = PastPainting.Of(Read("12 mars 2019\t\t\tporte ouverte\n3/2"), french.Words);
        Assert.Equal(("mardi 12 mars 2019", "Porte ouverte"), (Plain(painting.Rows[0].Day), painting.Rows[0].Step));
        Assert.Equal(("10 mois sans séance notée, depuis le 12 mars 2019", true), (Plain(painting.Rows[1].Pause), painting.Rows[1].Opens));
        Assert.Equal("2 séances · du 12 mars 2019 au 3 février 2020 · 2 pauses", Plain(painting.Summary));
        Assert.Equal("", PastPainting.Of(Read("\n\n"), french.Words).Summary);
    }

    [Fact]
    public void A_draft_that_is_resumed_later_means_the_days_that_were_typed()
    {
        using Speaking french = Speaking.French();
        Assert.Equal("22 novembre 2025\tMieux\n12 mars 2019\t\n3/4\n", Plain(PastDates.WrittenOut("22/11\tMieux\n12 mars 2019\t\n3/4\n", Today.AddDays(-1), Today, french.Words)) + "\n");
    }

    [Fact]
    public void No_text_throws()
    {
        using Speaking french = Speaking.French();
        AnyText.Throughout(3_000, 20261130, text => PastPainting.Of(Read($"12/3/2019\t{text}\n{text}\n\t\t\t{text}\t{text}"), french.Words));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static PastReading Read(string text) => PastReading.Of(PastTable.Read(text), Facts, Today);
}
