using System.Net;
using System.Text.RegularExpressions;
using CareJournal.Acts;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the page of the year over HTTP, on 22 November 2026.</summary>
public sealed class YearPageTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_year_is_printed_in_counts_without_a_name_and_leads_to_the_years_beside_it()
    {
        await FillAsync();
        using var browser = await host.SignedInAsync();

        var page = await ReadAsync(browser, "/year/2025");

        Assert.Contains("Une année d’accompagnement · 2025", page, StringComparison.Ordinal);
        Assert.Contains("Séances faites 2 Personnes accompagnées 1 Premiers contacts 0 Retours après une pause 2", page, StringComparison.Ordinal);
        Assert.Contains("Une pause commence après 90 jours sans séance notée.", page, StringComparison.Ordinal);
        Assert.Contains("La personne 1 Nous deux 0 Moi 0 Pas précisé 0", page, StringComparison.Ordinal);
        Assert.Contains("Aucun suivi conclu cette année-là.", page, StringComparison.Ordinal);
        Assert.Contains("← Année 2024", page, StringComparison.Ordinal);
        Assert.Contains("Année 2026 →", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Vasseur", page, StringComparison.Ordinal);
        Assert.DoesNotContain("%", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_present_year_runs_to_today_and_one_that_has_not_begun_says_so()
    {
        await FillAsync();
        using var browser = await host.SignedInAsync();

        Assert.Contains("jusqu’au 22 novembre 2026", await ReadAsync(browser, Urls.Year), StringComparison.Ordinal);
        Assert.DoesNotContain("→", await ReadAsync(browser, Urls.Year), StringComparison.Ordinal);
        Assert.Contains("Rien n’est noté pour 2001.", await ReadAsync(browser, "/year/2001"), StringComparison.Ordinal);
        Assert.DoesNotContain("←", await ReadAsync(browser, "/year/2001"), StringComparison.Ordinal);
        Assert.Contains("Cette année n’a pas commencé.", await ReadAsync(browser, "/year/2099"), StringComparison.Ordinal);
        Assert.Contains("Cette année n’a pas commencé.", await ReadAsync(browser, "/year/2147483647"), StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        var services = host.App.Services;
        if (services.GetRequiredService<PatientNames>().All().Count > 0)
        {
            return;
        }

        var person = Assert.IsType<SaveOutcome.Saved>(await services.GetRequiredService<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = "Vasseur", GivenName = "Claire" })).RowId;
        NextStepForm open = new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Person };
        foreach (var (day, step) in new[] { (new DateOnly(2024, 6, 3), null), (new DateOnly(2025, 1, 6), open), (new DateOnly(2025, 9, 1), null) })
        {
            Assert.IsType<SaveOutcome.Saved>(await services.GetRequiredService<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = day, NextStep = step }));
        }
    }

    private static async Task<string> ReadAsync(Browser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = WebUtility.HtmlDecode(Regex.Replace(await answer.Content.ReadAsStringAsync(), "<style>.*?</style>|<[^>]*>", " ", RegexOptions.Singleline));
        return Regex.Replace(text.Replace('\u00a0', ' ').Replace('\u202f', ' '), @"\s+", " ");
    }
}
