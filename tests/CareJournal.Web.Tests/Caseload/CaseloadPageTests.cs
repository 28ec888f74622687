using CareJournal.Acts;
using CareJournal.NextSteps;
using CareJournal.Web.AwayReview;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Caseload;

/// <summary>The overview's page: its sentence, its views, and the blocks it hands out.</summary>
public sealed class CaseloadPageTests
{
    [Fact]
    public async Task Nobody_yet_invites_to_add_somebody()
    {
        await using var room = AwayRoom.French();
        var page = room.Room.Render<CaseloadPage>();
        page.WaitForState(() => page.FindAll(".empty").Count == 1);
        Assert.Contains("Aucune personne", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frame_is_drawn_while_everybody_is_being_read_and_hands_out_no_row_before()
    {
        await using var room = AwayRoom.French();
        await room.PersonAsync("Un", null, "2026-01-12");
        room.GoTo("/caseload?align=LastVisit&who=AtLeastVisits-1");
        var page = room.Room.Render<CaseloadPage>();
        var first = page.FindComponent<CaseloadGrid>();
        page.WaitForElement(".grid[aria-rowcount='2']");
        Assert.Null(page.Find(".grid").GetAttribute("aria-busy"));

        var reading = room.Room.Render<CaseloadGrid>(grid => grid.Add(one => one.Overview, null).Add(one => one.View, null).Add(one => one.Choice, first.Instance.Choice));
        await reading.InvokeAsync(() => reading.Instance.Measured(500));
        Assert.Equal(("true", "-1", 1), (reading.Find(".grid").GetAttribute("aria-busy"), reading.Find(".grid").GetAttribute("aria-rowcount"), reading.FindAll(".waiting").Count));
        Assert.Empty(await reading.InvokeAsync(() => reading.Instance.Blocks(0, 1)));

        reading.Render(grid => grid.Add(one => one.Overview, first.Instance.Overview).Add(one => one.View, first.Instance.View).Add(one => one.Choice, first.Instance.Choice));
        Assert.NotEmpty(reading.FindAll(".tick"));
        Assert.Empty(reading.FindAll(".waiting"));
        Assert.Single(await reading.InvokeAsync(() => reading.Instance.Blocks(0, 1)));
    }

    [Fact]
    public async Task A_sentence_narrows_the_rows_names_the_narrowest_part_and_gives_it_back()
    {
        await using var room = AwayRoom.French();
        await room.PersonAsync("Un", AwayRoom.DoorOpen(), "2026-01-12");
        await room.PersonAsync("Deux", AwayRoom.Every(14), "2026-11-16");
        await room.PersonAsync("Trois", null);
        var page = room.Room.Render<CaseloadPage>();
        page.WaitForElement(".grid[aria-rowcount='4']");

        await room.ChooseAsync(page.Find(".sentence").Menu(), "sans séance depuis");
        Assert.EndsWith("?who=SilentFor-6", room.Address, StringComparison.Ordinal);
        page.Render();
        Assert.Equal("1 personne", page.Find(".found").Read());

        await room.ChooseAsync(page.Find(".sentence").Menu(), "au moins");
        page.Render();
        Assert.Contains("Critère le plus étroit : au moins 5 séances", page.Find(".empty").Read(), StringComparison.Ordinal);
        await page.Find(".empty button").ClickAsync(new());
        page.Render();
        Assert.Equal("1 personne", page.Find(".found").Read());
    }

    [Fact]
    public async Task Blocks_hold_every_row_once_in_order_and_nothing_beyond_the_end()
    {
        await using var room = AwayRoom.French();
        foreach (var number in Enumerable.Range(1, 45))
        {
            await room.PersonAsync($"N{number:00}", null);
        }

        room.GoTo("/caseload?rank=Name");
        var page = room.Room.Render<CaseloadPage>();
        page.WaitForElement(".grid[aria-rowcount='46']");
        var grid = page.FindComponent<CaseloadGrid>();
        await page.InvokeAsync(() => grid.Instance.Measured(500));
        var blocks = await page.InvokeAsync(() => grid.Instance.Blocks(0, 3));
        Assert.Equal("", blocks[2]);
        var places = blocks.SelectMany(block => System.Text.RegularExpressions.Regex.Matches(block, "data-place=\"(\\d+)\"").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(0, 45), places);
        Assert.Equal("46", page.Find(".grid").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public async Task A_view_is_kept_under_a_name_and_leads_back_to_it()
    {
        await using var room = AwayRoom.French();
        await room.PersonAsync("Un", null, "2026-01-12");
        room.GoTo("/caseload?align=LastVisit&years=5");
        var page = room.Room.Render<CaseloadPage>();
        page.WaitForElement(".grid:not([aria-busy])");
        await page.FindAll(".views button").Single(button => button.Read() == "Garder cette vue").ClickAsync(new());
        await page.Find(".views input").ChangeAsync(new ChangeEventArgs { Value = "Cinq ans" });
        await page.Find(".views form").SubmitAsync();
        var kept = page.FindAll(".own-view a").Single();
        Assert.Equal(("Cinq ans", "/caseload?align=LastVisit&years=5", "true"), (kept.Read(), kept.GetAttribute("href"), kept.GetAttribute("aria-current")));
    }
}
