using CareJournal.NextSteps;

namespace CareJournal.Web.AwayReview;

public sealed class AwayPageTests
{
    [Fact]
    public async Task Each_list_says_how_many_rows_it_has_and_in_which_order()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        await test.LateAsync("Bernard", "2026-09-01");
        await test.UndecidedAsync("Cécile");
        await test.SeriesAsync("Denis");
        await test.DoorOpenAsync("Élise");

        var page = test.Open();

        Assert.Equal(["Bernard Exemple", "Anne Exemple"], page.AwayList("Date convenue passée").Names());
        Assert.Contains("2 personnes", page.AwayList("Date convenue passée").Read(), StringComparison.Ordinal);
        Assert.Contains("Dans l’ordre : par date convenue.", page.AwayList("Date convenue passée").Read(), StringComparison.Ordinal);
        Assert.Equal(["Cécile Exemple"], page.AwayList("Suite à préciser").Names());
        Assert.Contains("Dans l’ordre : par durée depuis la dernière séance.", page.AwayList("Suite à préciser").Read(), StringComparison.Ordinal);
        Assert.Equal(["Denis Exemple"], page.AwayList("Point à faire").Names());
        Assert.Contains("Dans l’ordre : par nombre de séances depuis le dernier point.", page.AwayList("Point à faire").Read(), StringComparison.Ordinal);
        Assert.Equal(["Élise Exemple"], page.AwayList("Porte ouverte").Names());
    }

    [Fact]
    public async Task A_theme_filters_every_list_and_counts_only_who_is_in_one()
    {
        await using var test = AwayTestContext.French();
        await test.NotedAsync(await test.LateAsync("Anne"), "2026-01-12", "Nuits courtes. #sommeil");
        await test.LateAsync("Bernard");
        await test.NotedAsync(await test.UndecidedAsync("Cécile"), "2026-01-12", "#travail");
        await test.NotedAsync(await test.PersonAsync("Denis", AwayTestContext.Every(14), "2026-11-16"), "2026-11-02", "Dort mieux. #sommeil #repos");
        var page = test.Open();
        page.WaitForElement("#away-theme");
        await test.ChooseInListAsync(page.Find("#away-theme"), "#sommeil · 1");
        page.WaitForAssertion(() => Assert.Equal(["Anne Exemple"], page.AwayList("Date convenue passée").Names()));
        Assert.Contains("Critère le plus étroit : #sommeil", page.AwayList("Suite à préciser").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("sommeil", test.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("#repos", test.Popovers.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_says_what_was_agreed_and_two_durations_but_never_a_ratio()
    {
        await using var test = AwayTestContext.French();
        var person = await test.PersonAsync("Anne", AwayTestContext.Every(28) with { DecidedBy = DecidedBy.Both }, "2026-05-24", "2026-06-21", "2026-07-19", "2026-08-16", "2026-09-13");

        var row = test.Open().Find(".away-row");

        Assert.Equal($"/patients/{person}", row.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Contains("Convenu pour le 11 octobre 2026", row.Read(), StringComparison.Ordinal);
        Assert.Contains("Rythme convenu : 4 semaines. Dernière séance il y a 10 semaines.", row.Read(), StringComparison.Ordinal);
        Assert.Contains("La suite : se revoir toutes les 4 semaines ; décidé à deux ; dit le 13 septembre 2026", row.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("%", row.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("fois", row.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_was_agreed_is_shown_once_with_who_decided()
    {
        await using var test = AwayTestContext.French();
        NextStepForm backBy = new() { Kind = NextStepKind.BackBy, BackBy = new(2026, 10, 5), DecidedBy = DecidedBy.Person };
        await test.PersonAsync("Anne", backBy, "2026-09-01");

        var row = test.Open().Find(".away-row").Read();

        Assert.Contains("Convenu pour le 5 octobre 2026 ; décidé par la personne ; dit le 1ᵉʳ septembre 2026", row, StringComparison.Ordinal);
        Assert.DoesNotContain("La suite", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_returns_after_like_pauses_is_offered_that_rhythm_and_nobody_is_named_as_having_decided()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Anne", null, "2024-08-01", "2025-01-08", "2025-06-10", "2025-11-15", "2026-04-20");

        var page = test.Open();
        Assert.Contains("Ses retours dessinent un rythme : 5 mois. Le noter ?", page.Find(".away-row").Read(), StringComparison.Ordinal);
        await page.Find(".away-row").Button("Noter ce rythme…").ClickAsync(new());

        Assert.Equal("156", page.Find("form").Field("Nombre de jours").GetAttribute("value"));
        Assert.Empty(page.FindAll("form fieldset:last-of-type input[checked]"));
    }

    [Fact]
    public async Task The_series_row_counts_the_sessions_since_stock_was_taken()
    {
        await using var test = AwayTestContext.French();
        await test.SeriesAsync("Denis");

        Assert.Contains("Aucun point noté ; 12 séances depuis le 30 août 2026.", test.Open().Find(".away-row").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_waits_the_end_of_the_review_stands_in_place_of_the_lists()
    {
        await using var test = AwayTestContext.French();
        var page = test.Open();

        Assert.Equal("Tout est regardé.", page.Find("[role=status]").TextContent);
        Assert.Contains("Aucune date notée ne ramène quelqu’un sur une liste.", page.Find(".zero").Read(), StringComparison.Ordinal);
        Assert.Single(page.FindAll(".away-list"));
        Assert.Contains("Rien à regarder ici.", page.AwayList("Porte ouverte").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_door_is_no_task()
    {
        await using var test = AwayTestContext.French();
        await test.DoorOpenAsync("Élise");

        var page = test.Open();

        Assert.Equal("Tout est regardé.", page.Find("[role=status]").TextContent);
        Assert.Equal(["Élise Exemple"], page.AwayList("Porte ouverte").Names());
        Assert.NotNull(page.AwayList("Porte ouverte").Closest("aside"));
        Assert.NotNull(page.AwayList("Porte ouverte").QuerySelector("details"));
    }

    [Fact]
    public async Task The_acts_of_an_open_door_are_there_once_they_are_unfolded()
    {
        await using var test = AwayTestContext.French();
        await test.DoorOpenAsync("Élise");
        var page = test.Open();
        Assert.Empty(page.FindAll(".act-buttons"));

        await page.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);

        Assert.Equal(["Préciser la suite", "C’est bien ainsi jusqu’au…", "Nouvelles échangées", "Autre chose"], page.FindAll(".act-buttons button").Select(AwaySight.Read));
        await test.ChooseAsync(page.Find(".away-row").Menu(), "M’en reparler le…");
        Assert.Equal("M’en reparler le…", page.Find("form").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_band_filter_narrows_every_list_and_can_be_taken_away_where_nobody_is_left()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Six", "2026-05-04");
        await test.UndecidedAsync("Deux", "2023-03-09");
        var page = test.Open();

        await page.Find(".filters").Chip("2 ans et plus").ChangeAsync(new() { Value = "on" });
        Assert.Equal(["Deux Exemple"], page.AwayList("Suite à préciser").Names());

        await page.Find(".filters").Chip("moins de 3 mois").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Personne ne correspond.", page.AwayList("Suite à préciser").Read(), StringComparison.Ordinal);

        await page.AwayList("Suite à préciser").Button("Enlever").ClickAsync(new());
        Assert.Equal(["Deux Exemple", "Six Exemple"], page.AwayList("Suite à préciser").Names());
    }

    [Fact]
    public async Task Fifty_people_are_shown_at_a_time()
    {
        await using var test = AwayTestContext.French();
        foreach (var number in Enumerable.Range(1, 53))
        {
            await test.UndecidedAsync($"Personne {number}");
        }

        var page = test.Open();
        Assert.Equal(50, page.AwayList("Suite à préciser").Names().Length);
        Assert.Contains("53 personnes", page.AwayList("Suite à préciser").Read(), StringComparison.Ordinal);

        await page.AwayList("Suite à préciser").Button("Voir la suite").ClickAsync(new());
        Assert.Equal(53, page.AwayList("Suite à préciser").Names().Length);
    }

    [Fact]
    public async Task The_same_page_in_English()
    {
        await using var test = AwayTestContext.English();
        await test.LateAsync("Anne");
        await test.SeriesAsync("Denis");

        var page = test.Open();

        Assert.Contains("1 person", page.AwayList("Agreed date passed").Read(), StringComparison.Ordinal);
        Assert.Contains("In order: by agreed date.", page.AwayList("Agreed date passed").Read(), StringComparison.Ordinal);
        Assert.Contains("Agreed rhythm: 2 weeks. Last session 10 weeks ago.", page.Find(".away-row").Read(), StringComparison.Ordinal);
        Assert.Contains("No review recorded; 12 sessions since 30 August 2026.", page.AwayList("Time to take stock").Read(), StringComparison.Ordinal);
    }
}
