using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Visits;

namespace CareJournal.Web.Kit;

/// <summary>A form as a draft, and back.</summary>
public sealed class FormDraftTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void What_was_chosen_and_what_was_typed_come_back_with_the_row_and_the_revision()
    {
        FlareUpForm form = new() { PatientId = Person, Revision = 3, PeakPain = 8, Hidden = true, Start = FuzzyDate.InYear(2024), WhatHelped = "older" };
        FlareUpForm read = FormDraft.Read<FlareUpForm>(new Dictionary<string, string> { ["Choices"] = FormDraft.Choices(form), ["WhatHelped"] = "La chaleur.", ["WhatCameBefore"] = "" }, Person)!;
        Assert.Equal((form.Id, 3, 8, true, "La chaleur.", null), (read.Id, read.Revision, read.PeakPain, read.Hidden, read.WhatHelped, read.WhatCameBefore));
        Assert.Null(read.Start);
    }

    [Fact]
    public void Texts_stay_out_of_what_was_chosen_and_the_lines_of_what_was_chosen_stay_in()
    {
        ReviewForm form = new() { PatientId = Person, Situation = "canari", Goals = [new GoalMove { GoalId = Guid.CreateVersion7(), State = GoalState.OnHold, Line = "Plus tard." }] };
        Assert.DoesNotContain("canari", FormDraft.Choices(form), StringComparison.Ordinal);
        Assert.Equal("Plus tard.", FormDraft.Read<ReviewForm>(new Dictionary<string, string> { ["Choices"] = FormDraft.Choices(form) }, Person)!.Goals[0].Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Interim")]
    [InlineData("[]")]
    [InlineData("{\"PatientId\":7}")]
    public void What_no_page_wrote_is_no_form(string chosen) => Assert.Null(FormDraft.Read<VisitForm>(new Dictionary<string, string> { ["Choices"] = chosen }, Person));

    [Fact]
    public void Yesterday_of_an_earlier_day_stays_the_day_that_was_meant()
    {
        using Speaking speaking = Speaking.French();
        (DateOnly typedOn, DateOnly today) = (new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 22));
        Assert.Equal(speaking.Wording.Date(typedOn), FormDraft.Day("aujourd’hui", typedOn, today, speaking.Wording));
        Assert.Equal("aujourd’hui", FormDraft.Day("aujourd’hui", today, today, speaking.Wording));
        Assert.Equal("un mardi de pluie", FormDraft.Day("un mardi de pluie", typedOn, today, speaking.Wording));
        Assert.Equal("", FormDraft.VagueDay("", typedOn, today, speaking.Wording));
    }

    [Fact]
    public void A_draft_about_somebody_else_is_no_form() =>
        Assert.Null(FormDraft.Read<VisitForm>(new Dictionary<string, string> { ["Choices"] = FormDraft.Choices(new VisitForm { PatientId = Person }) }, Guid.CreateVersion7()));

    [Fact]
    public void A_draft_whose_choices_cannot_be_read_gives_its_words_and_marks_all_the_same()
    {
        VisitForm present = new() { PatientId = Person };
        VisitForm resumed = FormDraft.Resume(present, new Dictionary<string, string> { ["Choices"] = "Interim", ["Impression"] = "Marche mieux.", ["Hidden"] = "true" }, Person);
        Assert.Equal(("Marche mieux.", true), (resumed.Impression, resumed.Hidden));
    }
}
