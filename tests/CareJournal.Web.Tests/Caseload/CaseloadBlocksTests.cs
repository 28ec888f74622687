using System.Globalization;
using System.Text.RegularExpressions;
using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.Dates;
using CareJournal.Patients;
using CareJournal.Web.AwayReview;
using CareJournal.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Caseload;

/// <summary>Tests the grid of the overview with seven thousand people, whose rows the browser asks for in blocks.</summary>
public sealed class CaseloadBlocksTests
{
    private const int Everybody = 7000;
    private const int RowsOfABlock = 40;

    private static readonly DateOnly Today = AwayTestContext.Today;

    [Fact]
    public async Task Of_seven_thousand_people_each_is_reached_once_whatever_blocks_the_browser_asks_for()
    {
        await using var test = AwayTestContext.French();
        CaseloadChoice choice = new() { Rank = CaseloadRank.SinceLastVisit };
        var grid = await OpenAsync(test, choice);

        Assert.Equal((Everybody + 1).ToString(CultureInfo.InvariantCulture), grid.Find("[role=grid]").GetAttribute("aria-rowcount"));
        List<(int Place, int Row, string Person)> reached = [];
        for (int block = 0, asked = 1; block * RowsOfABlock < Everybody; block += asked, asked = (asked % 7) + 1)
        {
            var (first, count) = (block, asked);
            reached.AddRange((await grid.InvokeAsync(() => grid.Instance.Blocks(first, count))).SelectMany(Rows));
        }

        Assert.Equal(Enumerable.Range(0, Everybody), reached.Select(row => row.Place));
        Assert.All(reached, row => Assert.Equal(row.Place + 2, row.Row));
        Assert.Equal(People.Value.Show(choice).People.Select(person => Urls.Person(person.Facts.PatientId)), reached.Select(row => row.Person));

        var beyond = await grid.InvokeAsync(() => grid.Instance.Blocks(Everybody / RowsOfABlock, 3));
        Assert.Equal(["", "", ""], beyond);
    }

    [Fact]
    public async Task The_filter_and_the_find_count_what_is_there()
    {
        await using var test = AwayTestContext.French();
        CaseloadChoice silent = new() { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.SilentFor, 6)] };
        var grid = await OpenAsync(test, silent);

        // The drawn people were last seen 0 to 699 days ago, ten on each day.
        int expected = Enumerable.Range(0, Everybody).Count(place => Today.AddDays(-(place % 700)) <= Today.AddMonths(-6));
        Assert.Equal((expected + 1).ToString(CultureInfo.InvariantCulture), grid.Find("[role=grid]").GetAttribute("aria-rowcount"));
        int blocks = (expected / RowsOfABlock) + 1;
        List<string> rows = [];
        for (int block = 0; block < blocks; block += 20)
        {
            var first = block;
            rows.AddRange((await grid.InvokeAsync(() => grid.Instance.Blocks(first, 20))).SelectMany(Rows).Select(row => row.Person));
        }

        Assert.Equal(expected, rows.Distinct().Count());

        // Nom 00000 to Nom 06999: those whose number begins with 012 are at 1200 to 1299 in the whole list; only some are in this view.
        var found = Enumerable.Range(1200, 100).Count(place => Today.AddDays(-(place % 700)) <= Today.AddMonths(-6));
        await grid.Find("#caseload-find").InputAsync(new ChangeEventArgs { Value = "nom012" });
        Assert.StartsWith($"{found} ", grid.Find("#caseload-find-said").Read(), StringComparison.Ordinal);
        await grid.Find("#caseload-find").InputAsync(new ChangeEventArgs { Value = "personne ainsi" });
        Assert.StartsWith("0 ", grid.Find("#caseload-find-said").Read(), StringComparison.Ordinal);
    }

    private static readonly Lazy<CaseloadOverview> People = new(() => new CaseloadOverview(Today, [.. Enumerable.Range(0, Everybody).Select(place =>
    {
        DateOnly last = Today.AddDays(-(place % 700));
        DateOnly[] days = [last.AddDays(-28), last.AddDays(-14), last];
        AwayFacts facts = new(Guid.CreateVersion7(), days, VisitCourse.Create(days, [], 90), []);
        PatientName name = new(facts.PatientId, $"Nom{place.ToString("00000", CultureInfo.InvariantCulture)}", "Camille", null, false);
        return new CaseloadPerson(name, facts, AwayJudgement.Judge(facts, Today, OpenDays.Always));
    })]));

    private static async Task<IRenderedComponent<CaseloadGrid>> OpenAsync(AwayTestContext test, CaseloadChoice choice)
    {
        var grid = test.Context.Render<CaseloadGrid>(parameters => parameters
            .Add(grid => grid.Overview, People.Value)
            .Add(grid => grid.View, People.Value.Show(choice))
            .Add(grid => grid.Choice, choice));
        await grid.InvokeAsync(() => grid.Instance.Measured(500));
        return grid;
    }

    private static IEnumerable<(int Place, int Row, string Person)> Rows(string block) =>
        Regex.Matches(block, "aria-rowindex=\"(\\d+)\" data-place=\"(\\d+)\".*?href=\"([^\"]+)\"").Select(row => (Number(row.Groups[2]), Number(row.Groups[1]), row.Groups[3].Value));

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
}
