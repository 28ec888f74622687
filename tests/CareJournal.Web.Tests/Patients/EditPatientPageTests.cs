using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Measures;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Patients;

public sealed class EditPatientPageTests
{
    [Fact]
    public async Task A_person_is_added_with_what_was_typed_and_it_can_be_taken_back()
    {
        await using var test = PeopleTestContext.French();
        var page = test.OpenNamed("claire vasseur");
        Assert.Equal("Claire", page.Field("Prénom").GetAttribute("value"));
        Assert.Equal("Vasseur", page.Field("Nom").GetAttribute("value"));

        await page.Field("Date de naissance").ChangeAsync("17/7/72");
        Assert.Contains("Compris : 17 juillet 1972 · 54 ans", page.Read(), StringComparison.Ordinal);
        Assert.Equal("jardiner une heure", page.Field("Ce qui compte").GetAttribute("placeholder"));
        await page.Field("Ce qui compte").ChangeAsync("jardiner une heure");
        await page.Chip("Femme").ChangeAsync("on");
        await page.Button("Travail").ClickAsync(new());
        await page.Button("Enregistrer").ClickAsync(new());

        var added = Assert.Single(test.Get<PatientNames>().All());
        var form = (await test.Get<PatientReader>().ReadAsync(added.Id))!.Form;
        Assert.Equal(("Claire Vasseur", new DateOnly(1972, 7, 17), "jardiner une heure", Sex.Woman), (added.Name, form.BirthDate, form.OwnActivity, form.Sex));
        Assert.Equal([Instrument.Sleep, Instrument.Stress, Instrument.Pain, Instrument.Work], form.OwnScales);
        Assert.Equal(Urls.Person(added.Id), test.Address);
        Assert.StartsWith("Personne ajoutée à", test.Notices.Current!.Message, StringComparison.Ordinal);
        PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        Assert.Empty(test.Get<PatientNames>().All());
    }

    [Theory]
    [InlineData("Odile", "Lemoine", "1/2/1960")]
    [InlineData("LEMOINE", "odile", "01.02.60")]
    [InlineData("odile", "LEMOINE", "1er février 1960")]
    public async Task A_new_person_who_equals_a_recorded_one_is_asked_about(string given, string family, string birth)
    {
        await using var test = PeopleTestContext.French();
        var known = await test.PersonAsync("Odile", "Lemoine", "1960-02-01");
        var page = test.Open<EditPatientPage>(Urls.NewPerson);
        await page.Field("Prénom").ChangeAsync(given);
        await page.Field("Nom").ChangeAsync(family);
        await page.Field("Date de naissance").ChangeAsync(birth);
        await page.Button("Enregistrer").ClickAsync(new());

        Assert.Single(test.Get<PatientNames>().All());
        Assert.Contains("Cette personne est-elle déjà dans le journal ?", page.Find("section[role=alert]").Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.Person(known), page.Button("Odile Lemoine · 1ᵉʳ février 1960").GetAttribute("href"));

        await page.Button("C’est une autre personne : l’ajouter").ClickAsync(new());
        Assert.Equal(2, test.Get<PatientNames>().All().Count);
    }

    [Fact]
    public async Task A_namesake_born_on_another_day_is_added_without_a_question()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Odile", "Lemoine", "1960-02-01");
        var page = test.OpenNamed("LEMOINE odile 02/02/1960");
        Assert.Equal(("Odile", "LEMOINE", "02/02/1960"), (Value("Prénom"), Value("Nom"), Value("Date de naissance")));

        await page.Button("Enregistrer").ClickAsync(new());

        Assert.Equal(2, test.Get<PatientNames>().All().Count);
        string? Value(string label) => page.Field(label).GetAttribute("value");
    }

    [Fact]
    public async Task The_names_of_a_new_person_can_be_swapped_and_those_of_a_recorded_one_are_left_alone()
    {
        await using var test = PeopleTestContext.French();
        var known = await test.PersonAsync("Odile", "Lemoine");

        Assert.Equal("given-name family-name", test.OpenNamed("Marchand Sonia").Button("Intervertir prénom et nom").GetAttribute("data-swap"));
        Assert.Empty(test.Open<EditPatientPage>(Urls.EditPerson(known), known).FindAll("[data-swap]"));
    }

    [Fact]
    public async Task The_reason_for_follow_up_typed_with_a_new_person_is_recorded_with_them()
    {
        await using var test = PeopleTestContext.French();
        var page = test.OpenNamed("Vasseur");

        await page.Field("Motif de suivi").ChangeAsync("Lombalgie");
        await page.Field("Début").ChangeAsync("qsdf");
        await page.Button("Enregistrer").ClickAsync(new());
        Assert.Equal("Date non comprise. Essayez 12/3, fin mars 2019, été 2019 ou 2019.", page.ProblemAt("Début"));
        Assert.Empty(test.Get<PatientNames>().All());

        await page.Field("Début").ChangeAsync("vers mars 2018");
        await page.Button("Enregistrer").ClickAsync(new());

        var condition = Assert.Single(await test.Get<ConditionReader>().ReadAsync(test.Get<PatientNames>().All()[0].Id));
        Assert.Equal(("Lombalgie", "2018-03~"), (condition.Label, condition.Onset!.ToString()));
    }

    [Fact]
    public async Task A_death_before_the_last_session_is_refused_with_the_date_that_it_contradicts()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur", "1971-03-12");
        await test.HeldAsync(person, "2026-03-16");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(person), person);

        await page.Field("Décès le").ChangeAsync("15/3/2026");
        await page.Button("Enregistrer").ClickAsync(new());
        Assert.Equal("Ce décès est avant ce qui est noté : séance, le 16 mars 2026. Corrigez l’une des deux dates.", page.ProblemAt("Décès le"));

        await page.Field("Décès le").ChangeAsync("16/3/2026");
        await page.Field("Date de naissance").ChangeAsync("17/3/2026");
        await page.Button("Enregistrer").ClickAsync(new());
        Assert.Null((await test.Get<PatientReader>().ReadAsync(person))!.Form.DeceasedOn);

        await page.Field("Date de naissance").ChangeAsync("12/3/1971");
        await page.Button("Enregistrer").ClickAsync(new());
        Assert.Equal(new DateOnly(2026, 3, 16), (await test.Get<PatientReader>().ReadAsync(person))!.Form.DeceasedOn);
    }

    [Fact]
    public async Task What_cannot_be_right_is_reported_at_its_field_and_the_text_stays()
    {
        await using var test = PeopleTestContext.French();
        var page = test.Open<EditPatientPage>(Urls.NewPerson);

        await page.Field("Date de naissance").ChangeAsync("hier");
        await page.Field("Notice d’information").ChangeAsync("demain");
        await page.Button("Enregistrer").ClickAsync(new());

        Assert.Equal("Un nom ou un prénom est nécessaire pour retrouver la personne.", page.ProblemAt("Nom"));
        Assert.Equal("Date non comprise. Essayez 12/3/1971.", page.ProblemAt("Date de naissance"));
        Assert.Equal("Cette date est après aujourd’hui.", page.ProblemAt("Notice d’information"));
        Assert.Equal("hier", page.Field("Date de naissance").GetAttribute("value"));
        Assert.Equal("demain", page.Field("Notice d’information").GetAttribute("value"));
        Assert.Empty(test.Get<PatientNames>().All());
    }

    [Fact]
    public async Task A_person_changed_elsewhere_is_shown_beside_and_both_texts_are_kept()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur", "1972-07-17");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        var elsewhere = (await test.Get<PatientReader>().ReadAsync(id))!.Form;
        (elsewhere.Phone, elsewhere.StandingNote) = ("06 11 22 33 44", "Parler lentement.");
        PeopleTestContext.Saved(await test.Get<PatientRecorder>().RecordAsync(elsewhere));

        await page.Field("Téléphone").ChangeAsync("07 00 00 00 00");
        await page.Button("Enregistrer").ClickAsync(new());

        Assert.Contains("Modifié ailleurs entre-temps. Les deux textes sont gardés.", page.Find("[role=alert] .mud-alert").Read(), StringComparison.Ordinal);
        Assert.Equal(["Téléphone 06 11 22 33 44 07 00 00 00 00", "À garder en tête Parler lentement. Parler lentement."], page.FindAll("tbody tr").Select(PeopleSight.Read));
        Assert.Equal("07 00 00 00 00", page.Field("Téléphone").GetAttribute("value"));

        await page.Button("Enregistrer mon texte").ClickAsync(new());
        var saved = (await test.Get<PatientReader>().ReadAsync(id))!.Form;
        Assert.Equal(("07 00 00 00 00", "Parler lentement."), (saved.Phone, saved.StandingNote));
    }

    [Fact]
    public async Task The_text_saved_elsewhere_can_be_kept_instead()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        var elsewhere = (await test.Get<PatientReader>().ReadAsync(id))!.Form;
        elsewhere.Phone = "06 11 22 33 44";
        PeopleTestContext.Saved(await test.Get<PatientRecorder>().RecordAsync(elsewhere));
        await page.Field("Téléphone").ChangeAsync("07 00 00 00 00");
        await page.Button("Enregistrer").ClickAsync(new());

        await page.Button("Garder l’autre texte").ClickAsync(new());

        Assert.Equal("06 11 22 33 44", page.Field("Téléphone").GetAttribute("value"));
        Assert.Empty(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task A_fault_of_the_file_is_reported_at_the_form_and_the_text_stays()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        test.Get<JournalFile>().Report(StorageFault.Damaged);

        await page.Field("Téléphone").ChangeAsync("07 00 00 00 00");
        await page.Button("Enregistrer").ClickAsync(new());

        Assert.Equal(
            "Fichier abîmé : lecture seule, rien n’y sera écrit. Rien n’a été enregistré ; votre texte est toujours là.",
            page.Find(".mud-alert[role=alert]").Read());
        Assert.Equal("07 00 00 00 00", page.Field("Téléphone").GetAttribute("value"));
        Assert.Equal(Urls.EditPerson(id), test.Address);
    }

    [Fact]
    public async Task Concluding_together_needs_words_and_can_be_taken_up_again()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);

        await page.Button("Conclure le suivi…").ClickAsync(new());
        await page.Chip("Suivi conclu ensemble").ChangeAsync("on");
        await page.Button("Confirmer").ClickAsync(new());
        Assert.Equal("Conclure ensemble suppose un échange : dites ce qui s’est dit.", page.ProblemAt("Ce qui s’est dit"));

        await page.Field("Ce qui s’est dit").ChangeAsync("Au téléphone, d’un commun accord.");
        await page.Button("Confirmer").ClickAsync(new());
        Assert.Contains("Suivi conclu ensemble, le 22 novembre 2026.", page.Read(), StringComparison.Ordinal);
        Assert.NotNull(test.Notices.Current!.ActId);

        await page.Button("Rouvrir le suivi").ClickAsync(new());
        Assert.Null((await test.Get<PatientReader>().ReadAsync(id))!.Closing);
    }

    [Fact]
    public async Task Concluding_does_not_make_what_is_being_typed_stale()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        await page.Field("Téléphone").ChangeAsync("07 00 00 00 00");

        await page.Button("Conclure le suivi…").ClickAsync(new());
        await page.Chip("Suivi clos de mon côté").ChangeAsync("on");
        await page.Button("Confirmer").ClickAsync(new());
        Assert.Equal("07 00 00 00 00", page.Field("Téléphone").GetAttribute("value"));
        await page.Button("Enregistrer").ClickAsync(new());

        var answer = (await test.Get<PatientReader>().ReadAsync(id))!;
        Assert.Equal((PatientClosing.ClosedOnMySide, "07 00 00 00 00"), (answer.Closing!.Value, answer.Form.Phone));
    }

    [Fact]
    public async Task Reasons_for_follow_up_are_added_and_changed_in_place()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur", "1972-07-17");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        Assert.Contains("Aucun motif de suivi noté.", page.Read(), StringComparison.Ordinal);

        await page.Button("Ajouter un motif de suivi").ClickAsync(new());
        await page.Find("#condition-label").ChangeAsync("Lombalgie");
        await page.Find("#condition-onset").ChangeAsync("1960");
        await page.Find("[role=group] button").ClickAsync(new());
        Assert.Equal("Cette date précède la naissance.", page.ProblemAt("Début"));

        await page.Find("#condition-onset").ChangeAsync("hiver 2019");
        await page.Find("[role=group] button").ClickAsync(new());
        Assert.Contains("Lombalgie · pendant l’hiver 2019-2020", page.Read(), StringComparison.Ordinal);

        await page.Button("Modifier").ClickAsync(new());
        await page.Find("#condition-label").ChangeAsync("Lombalgie basse");
        await page.Find("[role=group] button").ClickAsync(new());
        var condition = Assert.Single(await test.Get<ConditionReader>().ReadAsync(id));
        Assert.Equal(("Lombalgie basse", "2019-24"), (condition.Label, condition.Onset!.ToString()));
    }

    [Fact]
    public async Task A_reason_taken_back_from_the_notice_leaves_the_page_at_once()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        await page.Button("Ajouter un motif de suivi").ClickAsync(new());
        await page.Find("#condition-label").ChangeAsync("Lombalgie");
        await page.Find("[role=group] button").ClickAsync(new());

        var undone = PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        test.Notices.SayTakenBack("défait", undone.ActId, isUndo: true);

        page.WaitForAssertion(() => Assert.Contains("Aucun motif de suivi noté.", page.Read(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_still_being_typed_is_saved_with_the_rest()
    {
        await using var test = PeopleTestContext.French();
        var id = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);

        await page.Button("Ajouter un motif de suivi").ClickAsync(new());
        await page.Find("#condition-label").ChangeAsync("Lombalgie");
        await page.Find("[data-save]").ClickAsync(new());

        Assert.Equal("Lombalgie", Assert.Single(await test.Get<ConditionReader>().ReadAsync(id)).Label);
        Assert.Equal(Urls.Person(id), test.Address);
    }

    [Fact]
    public async Task About_a_person_who_is_not_in_the_journal_the_page_says_so()
    {
        await using var test = PeopleTestContext.French();
        var id = Guid.CreateVersion7();

        Assert.Contains("Cette personne n’est plus dans le journal.", test.Open<EditPatientPage>(Urls.EditPerson(id), id).Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_page_in_English()
    {
        await using var test = PeopleTestContext.English();
        var id = await test.PersonAsync("Claire", "Vasseur", "1972-07-17");

        var page = test.Open<EditPatientPage>(Urls.EditPerson(id), id);
        Assert.Contains("17 July 1972", page.Read(), StringComparison.Ordinal);
        await page.Find("#family-name").ChangeAsync("");
        await page.Find("#given-name").ChangeAsync("");
        await page.Find("[data-save]").ClickAsync(new());

        Assert.NotEmpty(page.Find("#family-name-problem").Read());
        Assert.DoesNotContain("nécessaire", page.Read(), StringComparison.Ordinal);
    }
}
