using CareJournal.Acts;
using CareJournal.NextSteps;
using CareJournal.Web.AwayReview;
using CareJournal.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Caseload;

/// <summary>Tests the page of the overview: its sentence, its views, and the blocks of rows that it returns.</summary>
public sealed class CaseloadPageTests
{
    [Fact]
    public async Task Nobody_yet_invites_to_add_somebody()
    {
        await using var test = AwayTestContext.French();
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForState(() => page.FindAll(".empty").Count == 1);
        Assert.Contains("Aucune personne", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frame_is_drawn_while_everybody_is_being_read_and_returns_no_row_before()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Un", null, "2026-01-12");
        test.GoTo("/caseload?align=LastVisit&who=AtLeastVisits-1");
        var page = test.Context.Render<CaseloadPage>();
        var first = page.FindComponent<CaseloadGrid>();
        page.WaitForElement(".grid[aria-rowcount='2']");
        Assert.Null(page.Find(".grid").GetAttribute("aria-busy"));

        var reading = test.Context.Render<CaseloadGrid>(grid => grid.Add(one => one.Overview, null).Add(one => one.View, null).Add(one => one.Choice, first.Instance.Choice));
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
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Un", AwayTestContext.DoorOpen(), "2026-01-12");
        await test.PersonAsync("Deux", AwayTestContext.Every(14), "2026-11-16");
        await test.PersonAsync("Trois", null);
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForElement(".grid[aria-rowcount='4']");

        await test.ChooseAsync(page.Find(".sentence").Menu(), "sans séance depuis");
        Assert.EndsWith("?who=SilentFor-6", test.Address, StringComparison.Ordinal);
        page.Render();
        Assert.Equal("1 personne", page.Find(".found").Read());

        await test.ChooseAsync(page.Find(".sentence").Menu(), "au moins");
        page.Render();
        Assert.Contains("Critère le plus étroit : au moins 5 séances", page.Find(".empty").Read(), StringComparison.Ordinal);
        await page.Find(".empty button").ClickAsync(new());
        page.Render();
        Assert.Equal("1 personne", page.Find(".found").Read());
    }

    [Fact]
    public async Task Ended_follow_ups_are_a_view_of_their_own_that_is_counted_and_says_how_each_ended()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Un", null, "2026-01-12");
        await test.PersonAsync("Deux", new() { Kind = NextStepKind.EndedTogether, DecidedBy = DecidedBy.Both }, "2025-03-03");
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForElement(".grid[aria-rowcount='2']");
        Assert.Contains(await RowsAsync(page), row => row.Contains("Un", StringComparison.Ordinal));
        var ended = page.FindAll(".views a").Single(view => view.Read() == "Suivis conclus 1");

        test.GoTo(ended.GetAttribute("href")!);
        page.Render();
        Assert.Equal(("1 personne", "true"), (page.Find(".count").Read(), page.FindAll(".views a").Single(view => view.Read() == "Suivis conclus 1").GetAttribute("aria-current")));
        Assert.Contains("Conclu ensemble le 3 mars 2025", Assert.Single(await RowsAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_asked_for_its_last_note_and_nothing_in_it_becomes_markup()
    {
        await using var test = AwayTestContext.French();
        var person = await test.PersonAsync("Un", null);
        await test.NotedAsync(person, "2026-10-05", "<b>La rivière</b> & le pont.");
        await test.NotedAsync(person, "2026-11-02", "");
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForElement(".grid[aria-rowcount='2']");
        var grid = page.FindComponent<CaseloadGrid>();
        var note = Plain(await page.InvokeAsync(() => grid.Instance.Note(0)));
        Assert.StartsWith("<strong>Dernière séance le 2 novembre 2026, il y a 2 semaines</strong>", note, StringComparison.Ordinal);
        Assert.Contains("<p>Le 5 octobre 2026 : &lt;b&gt;La rivière&lt;/b&gt; &amp; le pont.</p>", note, StringComparison.Ordinal);
        Assert.Null(await page.InvokeAsync(() => grid.Instance.Note(1)));
    }

    [Fact]
    public async Task A_theme_filters_the_rows_and_is_in_no_address_neither_kept_nor_printed()
    {
        await using var test = AwayTestContext.French();
        await test.NotedAsync(await test.PersonAsync("Un", null), "2026-10-05", "Nuits courtes. #sommeil");
        await test.NotedAsync(await test.PersonAsync("Deux", null), "2026-10-06", "#travail et #sommeil");
        await test.PersonAsync("Trois", null, "2026-10-07");
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForElement(".grid[aria-rowcount='4']");
        page.WaitForElement("#caseload-theme");
        await test.ChooseInListAsync(page.Find("#caseload-theme"), "#sommeil · 2");
        page.WaitForElement(".grid[aria-rowcount='3']");
        Assert.Equal("avec le thème #sommeil", page.Find(".part").Read());
        Assert.DoesNotContain("sommeil", test.Address, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Imprimer", page.Find("header").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll(".views button"), button => button.Read() == "Garder cette vue");
        Assert.DoesNotContain(page.FindAll(".views a"), view => view.HasAttribute("aria-current"));

        // A view that is chosen shows everybody again, also where its address is already there.
        await page.FindAll(".views a").Single(view => view.Read() == "Suivis en cours").ClickAsync(new());
        page.WaitForElement(".grid[aria-rowcount='4']");
        Assert.Null(test.Get<ShownTheme>().Word);
    }

    [Theory]
    [InlineData("/caseload?at=2", 2)]
    [InlineData("/caseload", 3)]
    public async Task The_way_back_from_a_row_keeps_the_theme_and_another_way_begins_afresh(string address, int rows)
    {
        await using var test = AwayTestContext.French();
        await test.NotedAsync(await test.PersonAsync("Un", null), "2026-10-05", "Nuits courtes. #sommeil");
        await test.PersonAsync("Deux", null, "2026-10-07");
        test.Get<ShownTheme>().Word = "sommeil";
        test.GoTo(address);
        var page = test.Context.Render<CaseloadPage>(parameters => parameters.TryAdd("At", address.Contains('?', StringComparison.Ordinal) ? 2 : (int?)null));
        page.WaitForElement($".grid[aria-rowcount='{rows}']");
    }

    [Fact]
    public async Task Blocks_contain_every_row_once_in_order_and_nothing_beyond_the_end()
    {
        await using var test = AwayTestContext.French();
        foreach (var number in Enumerable.Range(1, 45))
        {
            await test.PersonAsync($"N{number:00}", null);
        }

        test.GoTo("/caseload?rank=Name");
        var page = test.Context.Render<CaseloadPage>();
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
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Un", null, "2026-01-12");
        test.GoTo("/caseload?align=LastVisit&years=5");
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForElement(".grid:not([aria-busy])");
        await page.FindAll(".views button").Single(button => button.Read() == "Garder cette vue").ClickAsync(new());
        await page.Find(".views input").ChangeAsync(new ChangeEventArgs { Value = "Cinq ans" });
        await page.Find(".views form").SubmitAsync();
        var kept = page.FindAll(".own-view a").Single();
        Assert.Equal(("Cinq ans", "/caseload?align=LastVisit&years=5", "true"), (kept.Read(), kept.GetAttribute("href"), kept.GetAttribute("aria-current")));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(IRenderedComponent<CaseloadPage> page)
    {
        var grid = page.FindComponent<CaseloadGrid>();
        await page.InvokeAsync(() => grid.Instance.Measured(500));
        var block = Assert.Single(await page.InvokeAsync(() => grid.Instance.Blocks(0, 1)));
        return [.. block.Split("<div role=\"row\"", StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
    }

    private static string Plain(string? text) => text!.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
