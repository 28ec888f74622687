using Bunit;
using CareJournal.Acts;
using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Patients;
using CareJournal.Web.Timelines.Printing;
using CareJournal.Web.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Settings;

/// <summary>Tests how the traces of the journal are shown, and which sheets leave one.</summary>
public sealed class TraceSectionTests
{
    [Fact]
    public async Task Traces_are_shown_on_request_newest_first_with_the_person_and_in_words()
    {
        await using var test = PeopleTestContext.French();
        Guid person = await test.PersonAsync("Claire", "Vasseur");
        TraceRecorder traces = test.Get<TraceRecorder>();
        traces.Opened(person);
        await traces.WriteWaitingAsync();
        test.Clock.Now += TimeSpan.FromMinutes(5);
        await traces.PrintedAsync(nameof(SheetKind.Letter), person, "12-9F03A2C1");
        test.Clock.Now += TimeSpan.FromMinutes(5);
        await traces.UnlocksFailedAsync(3, new DateTime(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 22, 7, 2, 0, DateTimeKind.Utc));

        var section = test.Context.Render<TraceSection>();
        Assert.Empty(section.FindAll("li"));
        await section.Find("button.disclosure").ClickAsync(new());

        Assert.Equal(
            [
                "Essais d’ouverture manqués le 22 novembre 2026 à 12 h 10 · 3 essais : le premier le 22 novembre 2026 à 8 h, le dernier le 22 novembre 2026 à 8 h 02",
                "Feuille imprimée · Claire Vasseur le 22 novembre 2026 à 12 h 05 · Courrier, état 12-9F03A2C1",
                "Dossier ouvert · Claire Vasseur le 22 novembre 2026 à 12 h",
            ],
            section.FindAll("li").Select(line => Plain(PeopleSight.Read(line))!));
    }

    [Fact]
    public async Task Many_traces_are_turned_over_page_by_page()
    {
        await using var test = PeopleTestContext.French();
        for (int turn = 0; turn < TraceReader.AtOnce + 5; turn++)
        {
            test.Clock.Now += TimeSpan.FromMinutes(1);
            await test.Get<TraceRecorder>().PrintedAsync("Year", null, null);
        }

        var section = test.Context.Render<TraceSection>();
        await section.Find("button.disclosure").ClickAsync(new());
        Assert.Equal(TraceReader.AtOnce, section.FindAll("li").Count);
        await Button(section, "Plus anciennes").ClickAsync(new());
        Assert.Equal(5, section.FindAll("li").Count);
        await Button(section, "Plus récentes").ClickAsync(new());
        Assert.Equal(TraceReader.AtOnce, section.FindAll("li").Count);
        Assert.DoesNotContain("Plus récentes", section.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActKind.JournalUpgraded, "5 6", "tables de la version 5 à la version 6")]
    [InlineData(ActKind.RecordPrinted, "Caseload -", "Vue d’ensemble")]
    [InlineData(ActKind.OlderJournalAccepted, "Missing 0 - 12 2026-11-20T08:00:00Z", "dernier état connu noté nulle part ; dernière action du fichier n° 12, le 20 novembre 2026 à 9 h")]
    [InlineData(ActKind.OlderJournalAccepted, "Something else", "Something else")]
    [InlineData(ActKind.KeysChanged, "Passphrase", "phrase de passe changée")]
    [InlineData(ActKind.KeysChanged, "Something", "Something")]
    [InlineData(ActKind.CopyMade, "0157b49d73007001875 other-disk 12 /media/cle", "/media/cle")]
    [InlineData(ActKind.CopyMade, "- own-disk 12 /home/a b", "/home/a b, sur le disque du journal")]
    [InlineData(ActKind.CopyRestored, "copy 2026-11-20T08:00:00Z head 12", "la copie faite le 20 novembre 2026 à 9 h, jusqu’à l’action n° 12")]
    [InlineData(ActKind.CopyRestored, "back 20261120-080000", "retour au journal mis de côté le 20 novembre 2026 à 9 h")]
    [InlineData(ActKind.RestoreTried, "0157b49d Whole; 0157b49e Damaged", "copies en ordre : 1 sur 2")]
    [InlineData(ActKind.JournalChecked, null, null)]
    public async Task A_detail_is_written_in_words_or_as_it_is(ActKind kind, string? detail, string? said)
    {
        await using var test = PeopleTestContext.French();
        Assert.Equal(said, Plain(new TraceWords(test.Get<Words>(), test.Get<CareJournal.Settings.PracticeClock>()).Of(new Trace(Guid.NewGuid(), default, kind, detail))));
    }

    [Fact]
    public async Task A_sheet_that_is_printed_leaves_a_trace_with_the_state_that_stands_on_it()
    {
        RunningHost host = new();
        await host.InitializeAsync();
        try
        {
            using Browser browser = await host.SignedInAsync();
            string sheet = await (await browser.GetAsync(Urls.Year)).Content.ReadAsStringAsync();
            string address = System.Net.WebUtility.HtmlDecode(sheet.Split("data-printed=\"")[1].Split('"')[0]);
            Assert.Equal(Urls.Printed("Year", null, host.Journal.Fingerprint), address);

            Assert.Equal(System.Net.HttpStatusCode.NoContent, (await browser.PostAsync(address)).StatusCode);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await browser.PostAsync("/printed/Something")).StatusCode);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await browser.PostAsync("/printed/Year?state=douleur")).StatusCode);

            Trace trace = Assert.Single((await host.App.Services.GetRequiredService<TraceReader>().ReadAsync(0)).Traces);
            Assert.Equal(ActKind.RecordPrinted, trace.Kind);
            Assert.Equal($"Year {address.Split('=')[1]}", trace.Detail);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static string? Plain(string? text) => text?.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<TraceSection> section, string words) =>
        section.FindAll("button").Single(button => button.TextContent.Contains(words, StringComparison.Ordinal));
}
