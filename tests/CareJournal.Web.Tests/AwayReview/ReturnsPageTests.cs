using System.Globalization;
using CareJournal.AwayReview;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.AwayReview;

public sealed class ReturnsPageTests
{
    [Fact]
    public async Task An_empty_journal_says_how_many_returns_are_missing()
    {
        await using var test = AwayTestContext.French();
        var page = Open(test, Urls.Returns);

        Assert.Equal("Au bout de combien de temps revient-on ? (0 retour, 0 personne, seuil 90 jours)", page.Find("h1").Read());
        Assert.Equal("Il faut 10 retours pour dessiner cette courbe ; il y en a 0.", page.Find(".empty").Read());
        Assert.Empty(page.FindAll("svg.returns"));
    }

    [Fact]
    public async Task Nine_returns_draw_nothing_and_ten_draw_the_curve_with_its_figures_beside_it()
    {
        await using var test = AwayTestContext.French();
        for (var person = 0; person < 9; person++)
        {
            await ReturnedAsync(test, person);
        }

        Assert.Contains("il y en a 9.", Open(test, Urls.Returns).Find(".empty").Read(), StringComparison.Ordinal);

        await ReturnedAsync(test, 9);
        var page = Open(test, Urls.Returns);
        Assert.EndsWith("(10 retours, 10 personnes, seuil 90 jours)", page.Find("h1").Read(), StringComparison.Ordinal);
        Assert.Equal("Une pause sur deux avait pris fin après 7 mois.", page.Find("p.half").Read());
        Assert.StartsWith("Au bout de combien de temps revient-on", page.Find("svg.returns").GetAttribute("aria-label"), StringComparison.Ordinal);
        string[] row = [.. page.FindAll("tbody tr")[1].Children.Select(cell => cell.Read())];
        Assert.Equal(["6 mois", "0", "10", "10"], row);
        Assert.Contains("Une pause ne dit rien de l’état de santé", page.Find(".page").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exemple", page.Find(".page").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.Find(".page").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_threshold_is_for_this_look_only_and_is_printed_beside_the_figures()
    {
        await using var test = AwayTestContext.English();
        var page = Open(test, Urls.ReturnsAfter(180));

        Assert.EndsWith("(0 returns, 0 people, threshold 180 days)", page.Find("h1").Read(), StringComparison.Ordinal);
        Assert.Equal("180 days", page.Find(".chip[aria-current]").Read());
        Assert.Contains("For this look only. The practice’s threshold: 90 days.", page.Find(".page").Read(), StringComparison.Ordinal);
        Assert.EndsWith("threshold 90 days)", Open(test, Urls.ReturnsAfter(7)).Find("h1").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_are_looked_at_only_with_two_whole_years_and_twenty_four_beginnings()
    {
        await using var test = AwayTestContext.French();
        await ReturnedAsync(test, 0);
        Assert.Contains("Il faut 24 débuts sur 2 années entières pour regarder les mois ; il y en a 0 sur 0 an.", Open(test, Urls.Returns).Find(".page").Read(), StringComparison.Ordinal);
    }

    private static Task<Guid> ReturnedAsync(AwayTestContext test, int person) => test.PersonAsync(
        $"Personne{(char)('A' + person)}", null, "2025-12-15", new DateOnly(2026, 7, 6).AddDays(person).ToString("O", CultureInfo.InvariantCulture));

    private static IRenderedComponent<ReturnsPage> Open(AwayTestContext test, string address)
    {
        test.Get<NavigationManager>().NavigateTo(address);
        var page = test.Context.Render<ReturnsPage>();
        page.WaitForElement(".thresholds");
        return page;
    }
}
