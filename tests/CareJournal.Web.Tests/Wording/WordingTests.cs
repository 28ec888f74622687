using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Storage;
using CareJournal.Visits;
using CareJournal.Web.Host;
using CareJournal.Web.Security;

namespace CareJournal.Web.Wording;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "0_séance", "0_sessions")]
    [InlineData(1, "1_séance", "1_session")]
    [InlineData(2, "2_séances", "2_sessions")]
    [InlineData(1200, "1\u202f200_séances", "1,200_sessions")]
    public void The_plural_begins_at_two_in_French_and_spares_only_one_in_English(int count, string french, string english)
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Words.Count(count, "Count.Visits"));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Words.Count(count, "Count.Visits"));
        }
    }

    [Theory]
    [InlineData("Avec ce point · Réajusté", "Avec ce point", "Réajusté", "")]
    [InlineData("Réajusté", null, " ", "Réajusté")]
    [InlineData("", null, "", "  ")]
    public void A_part_that_is_empty_takes_its_dot_with_it(string line, params string?[] parts) => Assert.Equal(line, Words.Joined(parts));

    [Fact]
    public void A_key_that_does_not_exist_is_our_mistake()
    {
        using Speaking speaking = Speaking.French();
        Assert.Throws<ArgumentException>(() => speaking.Words["Nothing.Here"]);
    }

    [Fact]
    public void Choices_have_names_and_flags_are_listed_side_by_side()
    {
        using Speaking speaking = Speaking.French();
        Assert.Equal("N’osait pas revenir", speaking.Words.Of(WhyNoSession.DidNotDareReturn));
        Assert.Equal("Parler, comprendre · Soin manuel", speaking.Words.Of(WhatWasDone.TalkAndUnderstand | WhatWasDone.ManualCare));
        Assert.Equal("", speaking.Words.Of(WhatWasDone.None));
        Assert.Equal(Thin("Disque plein_: rien n’a été enregistré, votre texte est là."), speaking.Words.Of(StorageFault.DiskFull));
    }

    [Theory]
    [InlineData(7, "Se revoir toutes les semaines", "Meet every week")]
    [InlineData(14, "Se revoir toutes les 2_semaines", "Meet every 2_weeks")]
    [InlineData(28, "Se revoir toutes les 4_semaines", "Meet every 4_weeks")]
    [InlineData(30, "Se revoir tous les mois", "Meet every month")]
    [InlineData(90, "Se revoir tous les 3_mois", "Meet every 3_months")]
    [InlineData(365, "Se revoir tous les 12_mois", "Meet every 12_months")]
    [InlineData(10, "Se revoir tous les 10_jours", "Meet every 10_days")]
    public void An_agreed_rhythm_is_written_in_the_unit_it_was_meant_in(int days, string french, string english)
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Words.NextStep(NextStepKind.Every, days));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Words.NextStep(NextStepKind.Every, days));
        }
    }

    [Fact]
    public void The_next_step_is_one_sentence()
    {
        using Speaking speaking = Speaking.French();
        Words words = speaking.Words;
        Assert.Equal(Thin("Se revoir d’ici le 3_mai_2027"), words.NextStep(NextStepKind.BackBy, backBy: new DateOnly(2027, 5, 3)));
        Assert.Equal("Porte ouverte", words.NextStep(NextStepKind.DoorOpen));
        Assert.Equal("Relais passé", words.NextStep(NextStepKind.HandedOver));
        Assert.Equal("Relais passé à Anne Le Goff", words.NextStep(NextStepKind.HandedOver, toWhom: "Anne Le Goff"));
        Assert.Equal(Thin("Suivi conclu ensemble~; la porte reste ouverte"), words.NextStep(NextStepKind.EndedTogether));
        Assert.Equal(
            Thin("Se revoir tous les 3_mois~; à rediscuter le 1ᵉʳ_juin_2027~; en parallèle avec Anne Le Goff"),
            words.NextStep(NextStepKind.Every, 90, alongside: "Anne Le Goff", reviewOn: new DateOnly(2027, 6, 1)));
        Assert.Equal("décidé à deux", words.Decided(DecidedBy.Both));
    }

    [Fact]
    public void A_pause_is_its_length_its_days_and_what_was_reported()
    {
        using Speaking speaking = Speaking.French();
        (DateOnly from, DateOnly to) = (new DateOnly(2018, 11, 26), new DateOnly(2019, 9, 2));
        Assert.Equal(Thin("9_mois sans séance notée, du 26_novembre_2018 au 2_septembre_2019."), speaking.Words.Gap(from, to));
        Assert.Equal(
            Thin("9_mois sans séance notée, du 26_novembre_2018 au 2_septembre_2019. Dit au retour_: plutôt bien. A fait avec ses outils."),
            speaking.Words.Gap(from, to, HowItWas.RatherWell, WhyNoSession.OwnTools));
        Assert.Equal(Thin("Dernière séance notée il y a 9_mois."), speaking.Words.SinceLastVisit(from, to));
        Assert.Equal(
            Thin("9_mois sans séance notée, du 26_novembre_2018 au 2_septembre_2019. Trajet, plus d’ordonnance."),
            speaking.Words.Gap(from, to, why: WhyNoSession.NoPrescription | WhyNoSession.Travel));
    }

    [Fact]
    public void A_rhythm_is_called_agreed_only_while_the_agreement_stands_and_observed_otherwise()
    {
        using Speaking speaking = Speaking.French();
        DateOnly first = new(2026, 6, 1);
        DateOnly[] visits = [first, first.AddDays(14), first.AddDays(28), first.AddDays(42)];
        Agreement every = new(visits[3], 1, 28, null);
        Agreement open = new(visits[3].AddDays(3), 2, null, null);
        string Said(params Agreement[] said) => speaking.Words.Rhythm(VisitCourse.Create(visits, said, 90), visits[3], visits[3].AddDays(35));

        Assert.Equal(Thin("Rythme observé_: 2_semaines. Dernière séance il y a 5_semaines."), Said());
        Assert.Equal(Thin("Rythme convenu_: 4_semaines. Dernière séance il y a 5_semaines."), Said(every));
        Assert.Equal(Thin("Rythme observé_: 2_semaines. Dernière séance il y a 5_semaines."), Said(every, open));
        Assert.Equal(
            Thin("Dernière séance notée il y a 5_semaines."),
            speaking.Words.Rhythm(VisitCourse.Create(visits[3..], [every, open], 90), visits[3], visits[3].AddDays(35)));
    }

    [Fact]
    public void Keys_are_named_as_on_the_keyboard_of_the_language()
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(["Ctrl Maj Entrée", "Alt+Maj+1", "Échap", "Début · Fin"], new[] { "Ctrl Shift Enter", "Alt+Shift+1", "Esc", "Home · End" }.Select(keys => speaking.Words.Keys(keys)));
            Assert.Contains(JournalKeys.All(speaking.Words), key => key.Keys == "Alt Maj 1 – 6");
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal("Ctrl Shift Enter · Esc", speaking.Words.Keys("Ctrl Shift Enter · Esc"));
            Assert.Null(speaking.Words.Keys(null));
        }
    }

    [Fact]
    public void A_flare_up_is_described_with_a_length_only_where_its_dates_allow_one()
    {
        using Speaking speaking = Speaking.French();
        FuzzyDate march = FuzzyDate.InMonth(2024, 3);
        Assert.Equal(Thin("Poussée rapportée, en mars_2024."), speaking.Words.FlareUp(march, march, FlareUpOrigin.Reported));
        Assert.Equal(
            Thin("Poussée rapportée, a commencé le 4_mars_2024, a pris fin le 25_mars_2024, environ 3_semaines. Au plus fort, 7 sur 10."),
            speaking.Words.FlareUp(FuzzyDate.OnDay(new DateOnly(2024, 3, 4)), FuzzyDate.OnDay(new DateOnly(2024, 3, 25)), FlareUpOrigin.Reported, 7));
        Assert.Equal(Thin("Poussée en cours, commencée vers mars_2024."), speaking.Words.FlareUp(march.Roughly(), null, FlareUpOrigin.Seen));
        Assert.Equal(
            Thin("Poussée rapportée, a commencé fin mars_2024, a pris fin à l’automne_2024, environ 7_mois."),
            speaking.Words.FlareUp(march.Of(DatePart.Late), FuzzyDate.InSeason(2024, Season.Autumn), FlareUpOrigin.Reported));
        Assert.Equal(
            Thin("Poussée rapportée, a commencé en_2019, a pris fin le 12_mars_2021, environ 2_ans."),
            speaking.Words.FlareUp(FuzzyDate.InYear(2019), FuzzyDate.OnDay(new DateOnly(2021, 3, 12)), FlareUpOrigin.Reported));
        Assert.Equal(Thin("Déménagement, en mars_2024."), speaking.Words.LifeEvent(LifeEventKind.Move, march, null));
    }

    [Fact]
    public void A_problem_is_worded_by_its_field_where_the_field_has_better_words()
    {
        using Speaking speaking = Speaking.French();
        Words words = speaking.Words;
        Assert.Equal("Une séance faite ne peut pas être datée après aujourd’hui.", words.Problem(new Problem("HeldOn", ProblemKind.AfterToday)));
        Assert.Equal("Cette date est après aujourd’hui.", words.Problem(new Problem("BirthDate", ProblemKind.AfterToday)));
        Assert.Equal("Un nombre entier, de 0 à 10.", words.Problem(new Problem("PeakPain", ProblemKind.OutOfRange, 0, 10)));
        Assert.Equal(
            Thin("Texte trop long (200~000_caractères). Il est gardé~; partagez-le en deux notes."),
            words.Problem(new Problem("Note", ProblemKind.TooLong, 200_000)));
    }

    [Fact]
    public void An_act_has_words_for_done_and_for_undone()
    {
        using Speaking speaking = Speaking.French();
        Assert.Equal(Thin("Séance enregistrée à 14_h_22"), speaking.Words.Done(ActKind.VisitLogged, new TimeOnly(14, 22)));
        Assert.Equal(Thin("«~Poussée ajoutée~»_: c’est défait."), speaking.Words.Undone(ActKind.FlareUpRecorded));
    }

    [Fact]
    public void English_has_words_for_the_same_acts()
    {
        using Speaking speaking = Speaking.English();
        Assert.Equal("Session saved 14:22", speaking.Words.Done(ActKind.VisitLogged, new TimeOnly(14, 22)));
        Assert.Equal("“Flare-up added”: undone.", speaking.Words.Undone(ActKind.FlareUpRecorded));
    }

    private static string Fixed(string text) => text.Replace('_', '\u00a0');

    private static string Thin(string text) => Fixed(text).Replace('~', '\u202f');
}
