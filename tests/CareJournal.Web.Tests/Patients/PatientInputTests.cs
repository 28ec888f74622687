using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Dates;
using CareJournal.Patients;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Patients;

public sealed class PatientInputTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("12/3/1971", "1971-03-12")]
    [InlineData("12/3/71", "1971-03-12")]
    [InlineData("12/3/36", "1936-03-12")]
    [InlineData("12 mars 1971", "1971-03-12")]
    [InlineData("12031971", "1971-03-12")]
    [InlineData("29/2/2024", "2024-02-29")]
    [InlineData("3/1/26", "2026-01-03")]
    [InlineData("12/3/26", "2026-03-12")]
    [InlineData("30/6/26", "2026-06-30")]
    [InlineData("22/11/26", "2026-11-22")]
    [InlineData("23/11/26", "1926-11-23")]
    [InlineData("12/3/25", "2025-03-12")]
    [InlineData("12/3/27", "1927-03-12")]
    public void A_day_of_birth_is_in_the_past(string typed, string birth) => Assert.Equal(DateOnly.Parse(birth), PatientInput.ReadBirth(typed, Today));

    [Theory]
    [InlineData("12/3")]
    [InlineData("12 mars")]
    [InlineData("hier")]
    [InlineData("-2s")]
    [InlineData("lundi")]
    [InlineData("31/2/1971")]
    [InlineData("")]
    public void A_day_of_birth_without_its_year_is_not_understood(string typed) => Assert.Null(PatientInput.ReadBirth(typed, Today));

    [Theory]
    [InlineData("claire vasseur", "Claire", "Vasseur")]
    [InlineData("VASSEUR Claire", "Claire", "VASSEUR")]
    [InlineData("Marie VAN DER BERG", "Marie", "VAN DER BERG")]
    [InlineData("vasseur", "", "Vasseur")]
    [InlineData("Mme VASSEUR Claire", "Claire", "VASSEUR")]
    [InlineData("m. jean petit", "Jean", "Petit")]
    [InlineData("l'hermite", "", "L'Hermite")]
    [InlineData("paul l’hermite", "Paul", "L’Hermite")]
    [InlineData("Paul Paul DUPONT", "Paul Paul", "DUPONT")]
    [InlineData("李", "", "李")]
    [InlineData("mme", "", "Mme")]
    [InlineData("Anne de la Tour", "Anne", "De La Tour")]
    [InlineData("  ", "", "")]
    [InlineData(null, "", "")]
    public void A_name_typed_into_the_search_becomes_given_and_family_name(string? typed, string given, string family)
    {
        using var french = Speaking.French();
        Assert.Equal(new TypedName(given, family), TypedName.Read(typed));
    }

    [Fact]
    public void What_is_recorded_is_in_the_form_and_is_read_back_the_same()
    {
        PatientForm form = new()
        {
            FamilyName = "Vasseur", BirthDate = new(1936, 3, 12), InformedOn = new(2026, 11, 22), AskedFrom = new(2020, 1, 1), DeceasedOn = new(2026, 11, 22),
            CheckInConsent = CheckInConsent.InWriting, Revision = 4,
        };

        PatientForm read = PatientInput.Of(form).ToForm(4, Today);

        Assert.Equal((form.BirthDate, form.InformedOn, form.AskedFrom, form.DeceasedOn), (read.BirthDate, read.InformedOn, read.AskedFrom, read.DeceasedOn));
        Assert.Equal((form.Id, form.Revision, form.CheckInConsent), (read.Id, read.Revision, read.CheckInConsent));
        Assert.Equal(form.OwnScales, read.OwnScales);
        Assert.Empty(PatientInput.Of(form).Problems(Today));
    }

    [Fact]
    public void A_field_that_was_not_touched_follows_what_was_recorded_elsewhere()
    {
        using var french = Speaking.French();
        PatientInput read = new() { Phone = "1", Email = "a", StandingNote = "n" };
        PatientInput typed = new() { Phone = "2", Email = "a", StandingNote = "n" };
        PatientInput recorded = new() { Phone = "3", Email = "b", StandingNote = "n" };

        var changed = PatientInputField.BringIn(typed, read, recorded, french.Words);

        Assert.Equal(["Patient.Phone", "Patient.Email"], changed.Select(field => field.Label));
        Assert.Equal(("2", "b", "n"), (typed.Phone, typed.Email, typed.StandingNote));
    }

    [Theory]
    [InlineData("2024-03-12")]
    [InlineData("2024-03-01")]
    [InlineData("2024-03")]
    [InlineData("2024-21")]
    [InlineData("2024-23~")]
    [InlineData("2019-24")]
    [InlineData("2019-24~")]
    [InlineData("2018")]
    [InlineData("2018~")]
    [InlineData("2024-03-12~")]
    public void The_beginning_of_a_reason_is_written_so_that_it_is_read_back(string edtf)
    {
        ConditionForm form = new() { PatientId = Guid.Empty, Label = "Lombalgie", Onset = FuzzyDate.Parse(edtf) };
        foreach (var speaking in new Func<Speaking>[] { Speaking.French, Speaking.English })
        {
            using var language = speaking();
            ConditionInput draft = ConditionInput.Of(form, language.Words);
            Assert.Equal(edtf, draft.ToForm(Guid.Empty, Today).Onset?.ToString());
        }
    }

    [Fact]
    public void A_reason_with_a_beginning_that_is_not_understood_is_not_recorded_without_it()
    {
        ConditionInput draft = new() { Label = "Lombalgie", Onset = "qsdf" };

        var problem = Assert.Single(draft.Problems(Guid.Empty, Today, null));
        Assert.Equal((nameof(ConditionInput.Onset), ProblemKind.DateNotUnderstood), (problem.Field, problem.Kind));
    }
}
