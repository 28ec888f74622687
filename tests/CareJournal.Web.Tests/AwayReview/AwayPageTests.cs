using CareJournal.NextSteps;

namespace CareJournal.Web.AwayReview;

public sealed class AwayPageTests
{
    [Fact]
    public async Task Each_shelf_says_how_many_stand_there_and_in_which_order()
    {
        await using var room = AwayRoom.French();
        await room.LateAsync("Anne");
        await room.LateAsync("Bernard", "2026-09-01");
        await room.UndecidedAsync("Cécile");
        await room.SeriesAsync("Denis");
        await room.DoorOpenAsync("Élise");

        var page = room.Open();

        Assert.Equal(["Bernard Exemple", "Anne Exemple"], page.Shelf("Date convenue passée").Names());
        Assert.Contains("2 personnes", page.Shelf("Date convenue passée").Read(), StringComparison.Ordinal);
        Assert.Contains("Dans l’ordre : par date convenue.", page.Shelf("Date convenue passée").Read(), StringComparison.Ordinal);
        Assert.Equal(["Cécile Exemple"], page.Shelf("Suite à préciser").Names());
        Assert.Contains("Dans l’ordre : par durée depuis la dernière séance.", page.Shelf("Suite à préciser").Read(), StringComparison.Ordinal);
        Assert.Equal(["Denis Exemple"], page.Shelf("Point à faire").Names());
        Assert.Contains("Dans l’ordre : par nombre de séances depuis le dernier point.", page.Shelf("Point à faire").Read(), StringComparison.Ordinal);
        Assert.Equal(["Élise Exemple"], page.Shelf("Porte ouverte").Names());
    }

    [Fact]
    public async Task A_row_says_what_was_agreed_and_two_durations_but_never_a_ratio()
    {
        await using var room = AwayRoom.French();
        var person = await room.PersonAsync("Anne", AwayRoom.Every(28) with { DecidedBy = DecidedBy.Both }, "2026-05-24", "2026-06-21", "2026-07-19", "2026-08-16", "2026-09-13");

        var row = room.Open().Find(".away-row");

        Assert.Equal($"/patients/{person}", row.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Contains("Convenu pour le 11 octobre 2026", row.Read(), StringComparison.Ordinal);
        Assert.Contains("Rythme habituel : 4 semaines. Dernière séance il y a 10 semaines.", row.Read(), StringComparison.Ordinal);
        Assert.Contains("La suite : se revoir toutes les 4 semaines ; décidé à deux ; dit le 13 septembre 2026", row.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("%", row.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("fois", row.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_was_agreed_is_said_once_with_who_decided()
    {
        await using var room = AwayRoom.French();
        NextStepForm backBy = new() { Kind = NextStepKind.BackBy, BackBy = new(2026, 10, 5), DecidedBy = DecidedBy.Person };
        await room.PersonAsync("Anne", backBy, "2026-09-01");

        var row = room.Open().Find(".away-row").Read();

        Assert.Contains("Convenu pour le 5 octobre 2026 ; décidé par la personne ; dit le 1ᵉʳ septembre 2026", row, StringComparison.Ordinal);
        Assert.DoesNotContain("La suite", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_returns_after_like_pauses_is_offered_that_rhythm_and_nobody_is_said_to_have_decided()
    {
        await using var room = AwayRoom.French();
        await room.PersonAsync("Anne", null, "2024-08-01", "2025-01-08", "2025-06-10", "2025-11-15", "2026-04-20");

        var page = room.Open();
        Assert.Contains("Ses retours dessinent un rythme : 5 mois. Le noter ?", page.Find(".away-row").Read(), StringComparison.Ordinal);
        await page.Find(".away-row").Button("Noter ce rythme…").ClickAsync(new());

        Assert.Equal("156", page.Find("form").Field("Nombre de jours").GetAttribute("value"));
        Assert.Empty(page.FindAll("form fieldset:last-of-type input[checked]"));
    }

    [Fact]
    public async Task The_series_row_counts_the_sessions_since_stock_was_taken()
    {
        await using var room = AwayRoom.French();
        await room.SeriesAsync("Denis");

        Assert.Contains("Aucun point noté ; 12 séances depuis le 30 août 2026.", room.Open().Find(".away-row").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_waits_everything_is_looked_at_and_each_shelf_says_so_in_its_own_words()
    {
        await using var room = AwayRoom.French();
        var page = room.Open();

        Assert.Equal("Tout est regardé.", page.Find("[role=status]").TextContent);
        Assert.Contains("Aucune date convenue n’est passée.", page.Shelf("Date convenue passée").Read(), StringComparison.Ordinal);
        Assert.Contains("Chaque suivi a une suite dite.", page.Shelf("Suite à préciser").Read(), StringComparison.Ordinal);
        Assert.Contains("Aucun point en attente.", page.Shelf("Point à faire").Read(), StringComparison.Ordinal);
        Assert.Contains("Personne ici pour l’instant.", page.Shelf("Porte ouverte").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_door_is_no_task()
    {
        await using var room = AwayRoom.French();
        await room.DoorOpenAsync("Élise");

        var page = room.Open();

        Assert.Equal("Tout est regardé.", page.Find("[role=status]").TextContent);
        Assert.Equal(["Élise Exemple"], page.Shelf("Porte ouverte").Names());
        Assert.NotNull(page.Shelf("Porte ouverte").Closest("aside"));
        Assert.NotNull(page.Shelf("Porte ouverte").QuerySelector("details"));
    }

    [Fact]
    public async Task The_acts_of_an_open_door_are_there_once_they_are_unfolded()
    {
        await using var room = AwayRoom.French();
        await room.DoorOpenAsync("Élise");
        var page = room.Open();
        Assert.Empty(page.FindAll(".act-buttons"));

        await page.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);

        Assert.Equal(["Préciser la suite", "C’est bien ainsi", "Nouvelles échangées", "Autre chose"], page.FindAll(".act-buttons button").Select(AwaySight.Read));
        await room.ChooseAsync(page.Find(".away-row").Menu(), "M’en reparler le…");
        Assert.Equal("M’en reparler le…", page.Find("form").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_band_filter_narrows_every_shelf_and_can_be_taken_away_where_nobody_is_left()
    {
        await using var room = AwayRoom.French();
        await room.UndecidedAsync("Six", "2026-05-04");
        await room.UndecidedAsync("Deux", "2023-03-09");
        var page = room.Open();

        await page.Find(".filters").Chip("2 ans et plus").ChangeAsync(new() { Value = "on" });
        Assert.Equal(["Deux Exemple"], page.Shelf("Suite à préciser").Names());

        await page.Find(".filters").Chip("moins de 3 mois").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Personne ne correspond.", page.Shelf("Suite à préciser").Read(), StringComparison.Ordinal);

        await page.Shelf("Suite à préciser").Button("Enlever").ClickAsync(new());
        Assert.Equal(["Deux Exemple", "Six Exemple"], page.Shelf("Suite à préciser").Names());
    }

    [Fact]
    public async Task Fifty_people_are_shown_at_a_time()
    {
        await using var room = AwayRoom.French();
        foreach (var number in Enumerable.Range(1, 53))
        {
            await room.UndecidedAsync($"Personne {number}");
        }

        var page = room.Open();
        Assert.Equal(50, page.Shelf("Suite à préciser").Names().Length);
        Assert.Contains("53 personnes", page.Shelf("Suite à préciser").Read(), StringComparison.Ordinal);

        await page.Shelf("Suite à préciser").Button("Voir la suite").ClickAsync(new());
        Assert.Equal(53, page.Shelf("Suite à préciser").Names().Length);
    }

    [Fact]
    public async Task The_same_page_in_English()
    {
        await using var room = AwayRoom.English();
        await room.LateAsync("Anne");
        await room.SeriesAsync("Denis");

        var page = room.Open();

        Assert.Contains("1 person", page.Shelf("Agreed date passed").Read(), StringComparison.Ordinal);
        Assert.Contains("In order: by agreed date.", page.Shelf("Agreed date passed").Read(), StringComparison.Ordinal);
        Assert.Contains("Usual rhythm: 2 weeks. Last session 10 weeks ago.", page.Find(".away-row").Read(), StringComparison.Ordinal);
        Assert.Contains("No review recorded; 12 sessions since 30 August 2026.", page.Shelf("Time to take stock").Read(), StringComparison.Ordinal);
    }
}
