using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the timeline of the demo's first person: ten years, ten periods, and silences between them.</summary>
public sealed class TenYearPatientTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Claire = "Claire Vasseur";

    [Fact]
    public async Task Ten_years_fit_on_one_screen()
    {
        var practitioner = await OpenClaireAsync();

        await Expect(practitioner.Page.GetByText(Practitioner.Saying(@"^5\d ans · suivi commencé en 20\d\d$"))).ToBeVisibleAsync();
        await Expect(practitioner.Page.Locator("header.person dl")).ToContainTextAsync(Practitioner.Saying("Motif.+, début vers 2011.*Rythme observé.+semaines.*Dernière séance.*il y a "));
        await Expect(practitioner.OnTimeline(new Regex("^Période « .+ », du .+ au .+ : .*séances?"))).ToHaveCountAsync(10);
        await Expect(practitioner.OnTimeline(new Regex("sans séance notée, du .+ au "))).ToHaveCountAsync(9);
        await Expect(practitioner.OnTimeline(new Regex("^Dernière séance notée il y a "))).ToHaveCountAsync(1);
        await Expect(practitioner.OnTimeline(new Regex("^Poussée rapportée, .*Au plus fort, 8 sur 10"))).Not.ToHaveCountAsync(0);
        await Expect(practitioner.OnTimeline(new Regex("^Déménagement, "))).Not.ToHaveCountAsync(0);
        await Expect(practitioner.Timeline.Locator(".stop.on text.now")).ToBeVisibleAsync();
        foreach (var curve in (string[])["Activités", "Sommeil", "Stress", "Douleur"])
        {
            await Expect(practitioner.Timeline.GetByRole(AriaRole.Img, new() { NameRegex = new Regex($"^{curve} : médiane ") })).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Today_is_at_the_right_and_no_curve_crosses_a_silence()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Button("Un an").ClickAsync();
        await Expect(practitioner.Timeline.Locator(".stop.on .line").First).Not.ToHaveAttributeAsync("d", "");

        var crossings = await practitioner.Timeline.EvaluateAsync<string[]>(
            """
            drawing => {
                const silences = [...drawing.querySelectorAll('.stop.on .gap .agreed')].map(silence => silence.getBBox());
                const strokes = [...drawing.querySelectorAll('.stop.on .chart .line')].flatMap(path =>
                    path.getAttribute('d').split('M').filter(run => run).map(run => run.split('L').map(point => parseFloat(point))));
                const joined = strokes.flatMap(run => run.slice(1).map((x, index) => [run[index], x]));
                return joined.length === 0 ? ['no curve is joined at all']
                    : joined.filter(([from, to]) => silences.some(silence => from < silence.x + 1 && to > silence.x + silence.width - 1)).map(String);
            }
            """);
        var visitsAfterToday = await practitioner.Timeline.EvaluateAsync<int>(
            "drawing => { const today = drawing.querySelector('.stop.on line.today').x1.baseVal.value; return [...drawing.querySelectorAll('.stop.on .visit.held')].filter(visit => Number(visit.dataset.at) > today).length; }");

        Assert.Empty(crossings);
        Assert.Equal(0, visitsAfterToday);
    }

    [Fact]
    public async Task A_session_is_read_whole_beside_the_drawing()
    {
        var practitioner = await OpenClaireAsync();

        await practitioner.ChoosesAsync(new Regex("^Séance du .+ : On écrit les objectifs de l’année"));

        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync(Practitioner.Saying("^Séance du "));
        await Expect(practitioner.Detail).ToContainTextAsync("Deux kilomètres de plus toutes les trois semaines.");
        await Expect(practitioner.Detail).ToContainTextAsync("« dormir comme quelqu’un qui a le droit »");
        await Expect(practitioner.Detail).ToContainTextAsync("Sommeil 5");
    }

    [Fact]
    public async Task What_happened_in_a_silence_is_recorded_afterwards_and_can_be_taken_back()
    {
        var practitioner = await OpenClaireAsync();

        await practitioner.ChoosesAsync(new Regex("sans séance notée, .+ Convenu ensemble"));
        await Expect(practitioner.Detail).ToContainTextAsync("Dit au retour : plutôt bien. Convenu ensemble.");
        await practitioner.Button("Dire ce qu’il y a eu").ClickAsync();
        await practitioner.Detail.GetByText("Des hauts et des bas", new() { Exact = true }).ClickAsync();
        await practitioner.Detail.GetByText("La vie ne laissait pas la place", new() { Exact = true }).ClickAsync();
        await practitioner.Button("Enregistrer").ClickAsync();

        await practitioner.SeesNoticeAsync("Pause racontée, notée");
        await Expect(practitioner.Detail).ToContainTextAsync("Dit au retour : des hauts et des bas. Convenu ensemble, la vie ne laissait pas la place.");

        await practitioner.UndoesAsync();
        await Expect(practitioner.Detail).ToContainTextAsync("Dit au retour : plutôt bien. Convenu ensemble.");
    }

    [Fact]
    public async Task A_flare_up_is_added_as_vaguely_as_it_is_remembered()
    {
        var practitioner = await OpenClaireAsync();

        await practitioner.Link("Ajouter une poussée").ClickAsync();
        await practitioner.Field("Début").FillAsync("vers mars 2019");
        await practitioner.Field("Fin").FillAsync("avril 2019");
        await Expect(practitioner.Page.GetByText("Compris : vers mars 2019")).ToBeVisibleAsync();
        await practitioner.Field("Ce qui a aidé, d’après la personne").FillAsync("La chaleur, et attendre le printemps.");
        await practitioner.Button("Enregistrer").ClickAsync();

        await practitioner.SeesNoticeAsync("Poussée ajoutée");
        await Expect(practitioner.OnTimeline(new Regex("^Poussée rapportée, a commencé vers mars 2019, a pris fin en avril 2019"))).ToHaveCountAsync(1);
        await Expect(practitioner.Detail).ToContainTextAsync("La chaleur, et attendre le printemps.");
    }

    [Fact]
    public async Task A_life_event_is_added_from_the_timeline()
    {
        var practitioner = await OpenClaireAsync();

        await practitioner.Link("Ajouter un moment de vie").ClickAsync();
        await practitioner.Field("En quelques mots").FillAsync("Un second chien, tout petit");
        var kind = practitioner.Detail.GetByText("Bonne nouvelle, projet", new() { Exact = true });
        var place = await kind.BoundingBoxAsync();
        await practitioner.Field("Début").FillAsync("été 2020");
        await practitioner.Page.Keyboard.PressAsync("Tab");
        // The line with what was understood moves nothing below it, though the hint before it took two lines.
        await Expect(practitioner.Detail.GetByText("Compris : pendant l’été 2020")).ToBeVisibleAsync();
        Assert.Equal(place!.Y, (await kind.BoundingBoxAsync())!.Y);
        await kind.ClickAsync();
        await practitioner.Button("Enregistrer").ClickAsync();

        await practitioner.SeesNoticeAsync("Moment de vie ajouté");
        await Expect(practitioner.OnTimeline("Un second chien, tout petit, pendant l’été 2020.")).ToHaveCountAsync(1);
        await Expect(practitioner.Detail).ToContainTextAsync("Un second chien, tout petit");
    }

    [Fact]
    public async Task The_keyboard_alone_walks_the_timeline()
    {
        var practitioner = await OpenClaireAsync();
        var here = practitioner.Timeline.Locator(":focus");

        // One tab stop for the whole drawing, right after its buttons.
        await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
        await practitioner.Button("Touches du parcours").FocusAsync();
        await practitioner.Page.Keyboard.PressAsync("Tab");
        await Expect(here).ToHaveCountAsync(1);
        await practitioner.Page.Keyboard.PressAsync("Tab");
        await Expect(here).ToHaveTextAsync("Activités");
        await practitioner.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Poussée "));

        await practitioner.Page.Keyboard.PressAsync("ArrowUp");
        await practitioner.Page.Keyboard.PressAsync("End");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Dernière séance notée il y a "));
        await practitioner.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Séance du .+ : Reprise du travail à plein temps"));
        await practitioner.Page.Keyboard.PressAsync("Enter");

        await Expect(practitioner.Detail).ToContainTextAsync("Garder la marche quatre fois par semaine.");
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying("^Séance du "));
    }

    [Fact]
    public async Task The_first_text_of_a_session_stays_readable_after_a_change()
    {
        const string First = "Neuf kilomètres, sans le payer.";
        var practitioner = await OpenClaireAsync();

        await practitioner.ChoosesAsync(new Regex($"^Séance du .+ : {First}"));
        await practitioner.Detail.GetByRole(AriaRole.Link, new() { Name = "Modifier" }).ClickAsync();
        await practitioner.SeesTitleAsync("Modifier la séance");
        await practitioner.Field("Ce que je retiens").FillAsync("Dix kilomètres, vérifiés sur la carte.");
        await practitioner.Field("Pourquoi cette modification ? (facultatif)").FillAsync("Elle a mesuré depuis.");
        await practitioner.Button("Enregistrer").ClickAsync();

        await practitioner.SeesNoticeAsync("Séance modifiée");
        await Expect(practitioner.Detail).ToContainTextAsync("Dix kilomètres, vérifiés sur la carte.");
        await practitioner.Detail.GetByText("Texte d’origine et ce qui a changé (1)").ClickAsync();
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Name = "Texte d’origine" })).ToBeVisibleAsync();
        await Expect(practitioner.Detail.GetByText(First)).ToBeVisibleAsync();
        await Expect(practitioner.Detail.GetByText("Elle a mesuré depuis.")).ToBeVisibleAsync();
    }

    private async Task<Practitioner> OpenClaireAsync()
    {
        var practitioner = await demo.OpenAsync(await OpenAsync(demo.Journal), "vass", Claire);
        return practitioner;
    }
}
