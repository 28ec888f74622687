using CareJournal.Acts;
using CareJournal.Visits;
using static CareJournal.Web.AwayReview.AwaySight;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the review one person at a time: who is shown, by which keys and addresses, and what a filter leaves.</summary>
public sealed class AwayOneByOneTests
{
    [Fact]
    public async Task One_person_is_shown_with_the_last_two_notes_whole_and_the_rhythm_as_a_line()
    {
        await using var test = AwayTestContext.French();
        var person = await test.LateAsync("Anne");
        foreach (var (day, text) in new[] { ("2026-08-30", "Marche de nouveau."), ("2026-09-13", "Une ligne,\net une autre.") })
        {
            var visit = test.Get<CareJournal.Timelines.TimelineReader>().ReadAsync(person).Result!.Held.Single(visit => visit.HeldOn == DateOnly.Parse(day));
            var form = (await test.Get<VisitReader>().ReadAsync(visit.Id))!.Form;
            form.Impression = text;
            form.Note = text == "Marche de nouveau." ? null : "Note longue.";
            Assert.IsType<SaveOutcome.Saved>(await test.Get<VisitRecorder>().RecordAsync(form));
        }

        var page = test.OpenOne();

        Assert.Equal("Anne Exemple", Name(page));
        Assert.Equal("1 sur 1", page.Find("[data-place]").Read());
        Assert.Equal(["Rythme convenu : 2 semaines", "Rythme observé : 2 semaines", "Aujourd’hui : 10 semaines depuis la dernière séance"], page.FindAll(".rhythm-line li").Select(AwaySight.Read));
        Assert.Equal(["Séance du 13 septembre 2026 il y a 10 semaines", "Séance du 30 août 2026 il y a 12 semaines"], page.FindAll(".note h3").Select(AwaySight.Read));
        Assert.Contains("Une ligne,\net une autre.", page.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Contains("Note longue.", page.Find(".note").Read(), StringComparison.Ordinal);
        Assert.Equal(["1 Préciser la suite", "2 C’est bien ainsi jusqu’au…", "3 Nouvelles échangées", "4 M’en reparler le…"], page.FindAll(".choice").Select(AwaySight.Read));
    }

    [Fact]
    public async Task J_and_K_go_from_person_to_person_list_after_list_and_the_address_follows()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        var cecile = await test.UndecidedAsync("Cécile");
        await test.SeriesAsync("Denis");
        var page = test.OpenOne();

        await PressAsync(page, "k");
        Assert.Equal("Anne Exemple", Name(page));
        await PressAsync(page, "j");
        Assert.Equal("Cécile Exemple", Name(page));
        Assert.EndsWith($"/away?person={cecile}", test.Address, StringComparison.Ordinal);
        await PressAsync(page, "j");
        await PressAsync(page, "j");
        Assert.Equal("Denis Exemple", Name(page));
        Assert.Equal(["1 Faire le point", "2 Ce rythme est voulu : dire pourquoi, jusqu’à quand", "3 Faire le point à la prochaine séance", "4 M’en reparler le…"], page.FindAll(".choice").Select(AwaySight.Read));
        Assert.True(page.Find(".one").Button("Suivante (J)").HasAttribute("disabled"));

        await page.Find(".one").Button("Précédente (K)").ClickAsync(new());
        Assert.Equal("Cécile Exemple", Name(page));
        test.GoTo(Urls.AwayAt(anne));
        page.WaitForAssertion(() => Assert.Equal("Anne Exemple", Name(page)));
        Assert.Equal("Anne Exemple", page.Find(".names [aria-current]").TextContent);
    }

    [Fact]
    public async Task An_address_shows_its_person_and_one_of_somebody_who_has_left_shows_the_first()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var cecile = await test.UndecidedAsync("Cécile");

        Assert.Equal("Cécile Exemple", Name(test.OpenOne(cecile)));
        Assert.Equal("Anne Exemple", Name(test.OpenOne(Guid.NewGuid())));
    }

    [Fact]
    public async Task A_filter_is_left_for_everybody_where_nobody_meets_it()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Anne", "2026-05-04");
        var page = test.OpenOne();

        await page.Find(".filters").Chip("2 ans et plus").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Personne ne correspond à ces critères.", page.Find(".page").Read(), StringComparison.Ordinal);
        await page.Find(".page").Button("Montrer tout le monde").ClickAsync(new());
        Assert.Equal("Anne Exemple", Name(page));
    }
}
