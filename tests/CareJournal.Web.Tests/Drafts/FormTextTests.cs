using System.Text.Json;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Visits;
using CareJournal.Web.Goals;
using CareJournal.Web.Patients;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Drafts;

/// <summary>Tests how a form is written as the text of a draft, and read back.</summary>
public sealed class FormTextTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void What_was_chosen_and_what_was_typed_come_back_with_the_row_and_the_revision()
    {
        FlareUpForm form = new() { PatientId = Person, Revision = 3, PeakPain = 8, Hidden = true, Start = FuzzyDate.InYear(2024), WhatHelped = "older" };
        DateText start = new(nameof(FlareUpForm.Start), DateTextKind.Vague);
        FlareUpForm read = Resume(new FlareUpForm { PatientId = Person }, Written(form, ("WhatHelped", "La chaleur."), ("WhatCameBefore", ""), ("Start", "printemps 2024")), start);
        Assert.Equal((form.Id, 3, 8, true, "La chaleur.", null), (read.Id, read.Revision, read.PeakPain, read.Hidden, read.WhatHelped, read.WhatCameBefore));
        Assert.Null(read.Start);
    }

    [Fact]
    public void A_mark_that_is_taken_off_on_the_page_is_off()
    {
        string written = Written(new FlareUpForm { PatientId = Person, Hidden = true }, ("Hidden", false));
        Assert.False(Resume(new FlareUpForm { PatientId = Person }, written).Hidden);
    }

    [Fact]
    public void Texts_are_left_out_of_what_was_chosen_and_the_lines_of_what_was_chosen_are_not()
    {
        ReviewForm form = new() { PatientId = Person, Situation = "canari", Goals = [new GoalMove { GoalId = Guid.CreateVersion7(), State = GoalState.OnHold, Line = "Plus tard." }] };
        Assert.DoesNotContain("canari", FormText<ReviewForm>.Choices(form), StringComparison.Ordinal);
        Assert.Equal("Plus tard.", Resume(new ReviewForm { PatientId = Person }, Written(form)).Goals[0].Line);
    }

    [Fact]
    public void What_is_typed_about_something_listed_in_a_form_comes_back_at_its_place_with_its_date_as_typed()
    {
        VisitForm form = new() { PatientId = Person };
        form.Since.FlareUps.Add(new FlareUpForm { PatientId = Person, PeakPain = 7, WhatHelped = "older", Start = FuzzyDate.InYear(2024) });
        form.Since.LifeEvents.Add(new CareJournal.LifeEvents.LifeEventForm { PatientId = Person });
        string written = Written(form, ("Since.Words", "Un été long."), ("Since.FlareUps.0.WhatHelped", "La chaleur."), ("Since.FlareUps.0.Start", "printemps 2024"), ("Since.LifeEvents.0.Hidden", true), ("Since.FlareUps.4.WhatHelped", "nulle part"), ("Since.Nothing.Here", "x"));
        VisitForm read = Resume(new VisitForm { PatientId = Person }, written);
        FlareUpForm flareUp = Assert.Single(read.Since.FlareUps);
        Assert.Equal((form.Since.FlareUps[0].Id, 7, "La chaleur.", null), (flareUp.Id, flareUp.PeakPain, flareUp.WhatHelped, flareUp.Start));
        Assert.Equal(("Un été long.", true), (read.Since.Words, read.Since.LifeEvents[0].Hidden));
        Assert.Equal(
            [("Pause.Words", "Un été long."), ("FlareUp.Helped", "La chaleur."), ("FlareUp.Start", "printemps 2024"), ("Visit.Hidden", null)],
            DraftWords.Of(new CareJournal.Drafts.DraftAnswer(Guid.NewGuid(), Person, "visit", null, null, 1, written, default)).Texts.Take(4).Select(word => (word.Label, word.Text)));
    }

    [Fact]
    public void A_person_comes_back_whole_with_the_reason_that_is_typed_with_them()
    {
        PatientInput input = new() { Revision = 2, CheckInConsent = CareJournal.Patients.CheckInConsent.ByPhone };
        PatientInput read = FormText<PatientInput>.Resume(new PatientInput(), DraftText.Read(Written(input, ("FamilyName", "Vasseur"), ("BirthDate", "12/3"), ("FirstLabel", "Dos")))!, null, []);
        Assert.Equal((input.Id, 2, input.CheckInConsent, "Vasseur", "12/3", "Dos"), (read.Id, read.Revision, read.CheckInConsent, read.FamilyName, read.BirthDate, read.First.Label));
    }

    [Fact]
    public void A_save_takes_the_fields_of_the_page_alone_and_no_draft_confirms_anything()
    {
        VisitForm form = new() { PatientId = Person, DeceasedConfirmed = true, Hidden = true };
        FormText<VisitForm>.Fill(form, DraftText.Read("""{"DeceasedConfirmed":false,"Hidden":false,"Impression":"Marche mieux."}""")!, [nameof(VisitForm.Impression)]);
        Assert.Equal((true, true, "Marche mieux."), (form.DeceasedConfirmed, form.Hidden, form.Impression));
        Assert.DoesNotContain("Confirmed", FormText<VisitForm>.Choices(form), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"PatientId\":7}")]
    [InlineData("{\"Choices\":\"\"}")]
    [InlineData("{\"Choices\":\"Interim\"}")]
    [InlineData("{\"Choices\":\"[]\"}")]
    [InlineData("{\"Choices\":\"{\\\"PatientId\\\":7}\"}")]
    public void Where_what_was_chosen_cannot_be_read_the_present_form_takes_the_words_and_marks_all_the_same(string written)
    {
        VisitForm present = new() { PatientId = Person };
        VisitForm resumed = Resume(present, $"{written[..^1]}{(written.Length > 2 ? "," : "")}\"Impression\":\"Marche mieux.\",\"Hidden\":\"true\"}}");
        Assert.Same(present, resumed);
        Assert.Equal(("Marche mieux.", true), (resumed.Impression, resumed.Hidden));
    }

    [Theory]
    [InlineData("{\"Since\":7,")]
    [InlineData("{")]
    public void Where_what_was_chosen_cannot_be_read_what_is_listed_is_listed_anew_for_its_words(string written)
    {
        VisitForm read = Resume(
            new VisitForm { PatientId = Person },
            $$"""{{written}}"Since.FlareUps.1.WhatHelped":"La chaleur.","Since.FlareUps.2.WhatHelped":"","Since.FlareUps.2.Hidden":"false","Since.FlareUps.99.WhatHelped":"x","Since.LifeEvents.0.Start":"2024"}""");
        Assert.Equal([(Person, null), (Person, "La chaleur.")], read.Since.FlareUps.Select(flareUp => (flareUp.PatientId, flareUp.WhatHelped)));
        Assert.NotEqual(read.Since.FlareUps[0].Id, read.Since.FlareUps[1].Id);
        Assert.Single(read.Since.LifeEvents);
    }

    [Fact]
    public void What_was_chosen_about_somebody_else_is_not_taken_over()
    {
        VisitForm present = new() { PatientId = Person };
        Assert.Same(present, Resume(present, Written(new VisitForm { PatientId = Guid.CreateVersion7() })));
    }

    [Fact]
    public void A_draft_of_the_former_version_is_taken_over_with_its_choices()
    {
        FlareUpForm form = new() { PatientId = Person, Revision = 3, PeakPain = 8 };
        string former = JsonSerializer.Serialize(new Dictionary<string, string> { ["Choices"] = FormText<FlareUpForm>.Choices(form), ["WhatHelped"] = "La chaleur.", ["Hidden"] = "true" });
        FlareUpForm read = Resume(new FlareUpForm { PatientId = Person }, former);
        Assert.Equal((form.Id, 3, 8, "La chaleur.", true), (read.Id, read.Revision, read.PeakPain, read.WhatHelped, read.Hidden));

        StateInput<GoalState> goal = FormText<StateInput<GoalState>>.Resume(new StateInput<GoalState> { PatientId = Person }, DraftText.Read("""{"Choices":"OnHold","Line":"Plus tard."}""")!, Person, []);
        Assert.Equal(("OnHold", "Plus tard."), (goal.Choices, goal.Line));
    }

    [Fact]
    public void The_day_on_which_something_was_reported_is_read_under_its_former_name()
    {
        string former = JsonSerializer.Serialize(new Dictionary<string, string> { ["Choices"] = $$"""{"PatientId":"{{Person}}","Id":"{{Guid.CreateVersion7()}}","ToldOn":"2026-03-02"}""", ["WhatHelped"] = "La chaleur." });
        Assert.Equal(new DateOnly(2026, 3, 2), Resume(new FlareUpForm { PatientId = Person }, former).ReportedOn);
    }

    [Fact]
    public void Yesterday_of_an_earlier_day_stays_the_day_that_was_meant()
    {
        using Speaking speaking = Speaking.French();
        (DateOnly typedOn, DateOnly today) = (new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 22));
        string WrittenOut(string text, DateTextKind kind, DateOnly on) => DateText.WrittenOut(text, kind, on, today, speaking.Words);
        Assert.Equal(speaking.Words.Date(typedOn), WrittenOut("aujourd’hui", DateTextKind.Day, typedOn));
        Assert.Equal("aujourd’hui", WrittenOut("aujourd’hui", DateTextKind.Day, today));
        Assert.Equal("un mardi de pluie", WrittenOut("un mardi de pluie", DateTextKind.Day, typedOn));
        Assert.Equal("", WrittenOut("", DateTextKind.Vague, typedOn));
        Assert.Equal("14 h", WrittenOut("14 h", DateTextKind.Time, typedOn));
    }

    private static TForm Resume<TForm>(TForm present, string written, params DateText[] dates)
        where TForm : class => FormText<TForm>.Resume(present, DraftText.Read(written)!, Person, dates);

    // As the script writes it: what was chosen, overwritten by what is in the fields.
    private static string Written<TForm>(TForm form, params (string Name, object Value)[] fields)
        where TForm : class
    {
        Dictionary<string, object> written = JsonSerializer.Deserialize<Dictionary<string, object>>(FormText<TForm>.Choices(form))!;
        foreach ((string name, object value) in fields)
        {
            written[name] = value;
        }

        return JsonSerializer.Serialize(written);
    }
}
