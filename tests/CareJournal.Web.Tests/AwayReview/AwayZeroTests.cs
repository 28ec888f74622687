using CareJournal.Decisions;
using static CareJournal.Web.AwayReview.AwaySight;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the page on which nobody of the review is left.</summary>
public sealed class AwayZeroTests
{
    [Fact]
    public async Task When_nobody_is_left_it_says_what_was_looked_at_the_doors_open_for_long_and_when_to_come_back()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        await test.UndecidedAsync("Cécile");
        await test.PersonAsync("Élise", AwayTestContext.DoorOpen(), "2025-01-12");
        await test.DoorOpenAsync("Fanny");
        var page = test.OpenOne();
        await PressAsync(page, "4");
        await page.Find("form").Field("M’en reparler").ChangeAsync(new() { Value = "+3s" });
        await page.Find("form").SubmitAsync();
        await PressAsync(page, "6");
        await page.Find("form").SubmitAsync();

        var zero = page.WaitForElement(".zero li").Closest(".zero")!.Read();
        Assert.StartsWith("Tout est regardé. Prochaine revue utile : dimanche 13 décembre 2026, dans 3 semaines.", zero, StringComparison.Ordinal);
        Assert.Contains("1 porte ouverte, sans séance depuis plus d’un an", zero, StringComparison.Ordinal);
        Assert.Contains("2 personnes", zero, StringComparison.Ordinal);
        Assert.Equal(["Cécile Exemple Suivi clos de mon côtéDéfaire", "Anne Exemple À revoir le 13 décembre 2026Défaire"], page.FindAll(".zero li").Select(AwaySight.Read));
        Assert.DoesNotContain("suite", zero, StringComparison.Ordinal);

        await page.FindAll(".zero li")[1].Button("Défaire").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Anne Exemple", Name(page)));
        Assert.EndsWith($"?person={anne}", test.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_doors_are_one_click_from_the_end_of_the_review()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Élise", AwayTestContext.DoorOpen(), "2025-01-12");
        var page = test.OpenOne();

        await page.Find(".zero").Button("1 porte ouverte, sans séance depuis plus d’un an").ClickAsync(new());

        Assert.Equal(["Élise Exemple"], page.AwayList("Porte ouverte").Names());
        Assert.NotNull(page.AwayList("Porte ouverte").Closest(".lists"));
        Assert.Equal("list", test.Context.JSInterop.Invocations["remember"].Single().Arguments[1]);
    }
}
