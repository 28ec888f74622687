using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Storage;
using CareJournal.Visits;

namespace CareJournal.Web.Kit;

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
            Assert.Equal(Fixed(french), speaking.Wording.Count(count, "Count.Visits"));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Wording.Count(count, "Count.Visits"));
        }
    }

    [Fact]
    public void A_key_that_does_not_exist_is_our_mistake()
    {
        using Speaking speaking = Speaking.French();
        Assert.Throws<ArgumentException>(() => speaking.Wording["Nothing.Here"]);
    }

    [Fact]
    public void Choices_have_names_and_flags_stand_side_by_side()
    {
        using Speaking speaking = Speaking.French();
        Assert.Equal("N’osait pas revenir", speaking.Wording.Of(WhyNoSession.DidNotDareReturn));
        Assert.Equal("Parler, comprendre · Soin manuel", speaking.Wording.Of(WhatWasDone.TalkAndUnderstand | WhatWasDone.ManualCare));
        Assert.Equal("", speaking.Wording.Of(WhatWasDone.None));
        Assert.Equal(Thin("Disque plein_: rien n’a été enregistré, votre texte est là."), speaking.Wording.Of(StorageFault.DiskFull));
    }

    [Theory]
    [InlineData(7, "Se revoir toutes les semaines", "Meet every week")]
    [InlineData(14, "Se revoir toutes les 2_semaines", "Meet every 2_weeks")]
    [InlineData(28, "Se revoir toutes les 4_semaines", "Meet every 4_weeks")]
    [InlineData(30, "Se revoir tous les mois", "Meet every month")]
    [InlineData(90, "Se revoir tous les 3_mois", "Meet every 3_months")]
    [InlineData(365, "Se revoir tous les 12_mois", "Meet every 12_months")]
    [InlineData(10, "Se revoir tous les 10_jours", "Meet every 10_days")]
    public void An_agreed_rhythm_is_said_in_the_unit_it_was_meant_in(int days, string french, string english)
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Wording.NextStep(NextStepKind.Every, days));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Wording.NextStep(NextStepKind.Every, days));
        }
    }

    [Fact]
    public void The_next_step_is_one_sentence()
    {
        using Speaking speaking = Speaking.French();
        Wording wording = speaking.Wording;
        Assert.Equal(Thin("Se revoir d’ici le 3_mai_2027"), wording.NextStep(NextStepKind.BackBy, backBy: new DateOnly(2027, 5, 3)));
        Assert.Equal("Porte ouverte", wording.NextStep(NextStepKind.DoorOpen));
        Assert.Equal("Relais passé", wording.NextStep(NextStepKind.HandedOver));
        Assert.Equal("Relais passé à Anne Le Goff", wording.NextStep(NextStepKind.HandedOver, toWhom: "Anne Le Goff"));
        Assert.Equal(Thin("Suivi conclu ensemble~; la porte reste ouverte"), wording.NextStep(NextStepKind.EndedTogether));
        Assert.Equal(
            Thin("Se revoir tous les 3_mois~; à rediscuter le 1ᵉʳ_juin_2027~; en parallèle avec Anne Le Goff"),
            wording.NextStep(NextStepKind.Every, 90, alongside: "Anne Le Goff", reviewOn: new DateOnly(2027, 6, 1)));
        Assert.Equal("décidé à deux", wording.Decided(DecidedBy.Both));
    }

    [Fact]
    public void A_pause_is_its_length_its_days_and_what_was_told()
    {
        using Speaking speaking = Speaking.French();
        (DateOnly from, DateOnly to) = (new DateOnly(2018, 11, 26), new DateOnly(2019, 9, 2));
        Assert.Equal(Thin("9_mois sans séance notée, du 26_novembre_2018 au 2_septembre_2019."), speaking.Wording.Gap(from, to));
        Assert.Equal(
            Thin("9_mois sans séance notée, du 26_novembre_2018 au 2_septembre_2019. Dit au retour_: plutôt bien. Faisait avec ses outils."),
            speaking.Wording.Gap(from, to, HowItWas.RatherWell, WhyNoSession.OwnTools));
        Assert.Equal(Thin("Dernière séance notée il y a 9_mois."), speaking.Wording.SinceLastVisit(from, to));
        Assert.Equal(Thin("Rythme habituel_: 8_semaines. Dernière séance il y a 9_mois."), speaking.Wording.UsualRhythm(56, from, to));
    }

    [Fact]
    public void A_flare_up_is_told_with_a_length_only_where_its_dates_allow_one()
    {
        using Speaking speaking = Speaking.French();
        FuzzyDate march = FuzzyDate.InMonth(2024, 3);
        Assert.Equal(Thin("Poussée racontée, en mars_2024."), speaking.Wording.FlareUp(march, march, FlareUpOrigin.Reported));
        Assert.Equal(
            Thin("Poussée racontée, début le 4_mars_2024, fin le 25_mars_2024, environ 3_semaines. Au plus fort, 7 sur 10."),
            speaking.Wording.FlareUp(FuzzyDate.OnDay(new DateOnly(2024, 3, 4)), FuzzyDate.OnDay(new DateOnly(2024, 3, 25)), FlareUpOrigin.Reported, 7));
        Assert.Equal(Thin("Poussée en cours, vers mars_2024."), speaking.Wording.FlareUp(march.Roughly(), null, FlareUpOrigin.Seen));
        Assert.Equal(Thin("Déménagement, en mars_2024."), speaking.Wording.LifeEvent(LifeEventKind.Move, march, null));
    }

    [Fact]
    public void A_problem_is_told_by_its_field_where_the_field_says_it_better()
    {
        using Speaking speaking = Speaking.French();
        Wording wording = speaking.Wording;
        Assert.Equal("Une séance tenue ne peut pas être datée après aujourd’hui.", wording.Problem(new Problem("HeldOn", ProblemKind.AfterToday)));
        Assert.Equal("Cette date est après aujourd’hui.", wording.Problem(new Problem("BirthDate", ProblemKind.AfterToday)));
        Assert.Equal("Un nombre entier, de 0 à 10.", wording.Problem(new Problem("PeakPain", ProblemKind.OutOfRange, 0, 10)));
        Assert.Equal(
            Thin("Texte trop long (200~000_caractères). Il est gardé~; partagez-le en deux notes."),
            wording.Problem(new Problem("Note", ProblemKind.TooLong, 200_000)));
    }

    [Fact]
    public void An_act_is_said_once_done_and_once_undone()
    {
        using Speaking speaking = Speaking.French();
        Assert.Equal(Thin("Séance enregistrée à 14_h_22"), speaking.Wording.Done(ActKind.VisitLogged, new TimeOnly(14, 22)));
        Assert.Equal(Thin("«~Poussée ajoutée~»_: c’est défait."), speaking.Wording.Undone(ActKind.FlareUpRecorded));
    }

    [Fact]
    public void English_says_the_same_acts()
    {
        using Speaking speaking = Speaking.English();
        Assert.Equal("Session saved 14:22", speaking.Wording.Done(ActKind.VisitLogged, new TimeOnly(14, 22)));
        Assert.Equal("“Flare-up added”: undone.", speaking.Wording.Undone(ActKind.FlareUpRecorded));
    }

    private static string Fixed(string text) => text.Replace('_', '\u00a0');

    private static string Thin(string text) => Fixed(text).Replace('~', '\u202f');
}
