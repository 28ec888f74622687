using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests what is printed: each kind of sheet is printed by Chromium for the demo's ten-year patient, and read back from the PDF.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class PrintTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Footer = "Document de suivi, d’après ce que la personne a rapporté. Une période sans séance ne dit rien de l’état de santé. Ni certificat ni attestation.";
    private const string Everything = "chosen=1&lane=Periods&lane=Life&lane=Visits&lane=FlareUps&told=on&scores=on&curve=Activities&curve=Sleep&curve=Stress&curve=Pain";

    [Theory]
    [InlineData("Le parcours en un dessin", "course", 1)]
    [InlineData("Par tranches de cinq ans", "strips", 2)]
    [InlineData("Courrier", "letter", 1)]
    public async Task A_sheet_says_on_every_page_what_it_is_whose_it_is_and_which_page(string kind, string name, int pages)
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.ChoosesFromMenuAsync("Imprimer");
        await practitioner.SeesTitleAsync("Imprimer");
        await practitioner.Link(kind).ClickAsync();
        await practitioner.Button("Voir la feuille").ClickAsync();
        await practitioner.SeesTitleAsync("Claire Vasseur");

        var paper = await PrintedPaper.PrintAsync(practitioner.Page, name);

        Assert.Equal(pages, paper.Pages.Count);
        for (var page = 0; page < pages; page++)
        {
            Assert.Contains($"Page {page + 1} sur {pages}", paper.Pages[page], StringComparison.Ordinal);
            Assert.Matches(@"Claire Vasseur · naissance le \d+(ᵉʳ)? \p{L}+ \d{4} · imprimé le \d+", paper.Pages[page]);
            Assert.All(Footer.Split(". "), sentence => Assert.All(sentence.Split(' '), word => Assert.Contains(word, paper.Pages[page], StringComparison.Ordinal)));
        }

        Assert.Contains("mois sans séance notée, du ", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Une pause commence après 90 jours sans séance notée.", paper.Text, StringComparison.Ordinal);
        Assert.Contains("~ Poussée rapportée, ", paper.Text, StringComparison.Ordinal);
        Assert.Contains("~ dans les phrases : date approximative", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit ", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sur 10", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("plutôt bien", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_for_is_printed_with_the_day_on_which_it_was_reported()
    {
        var practitioner = await OpenClaireAsync();
        var id = IdOf(practitioner);
        foreach (var kind in (string[])["Course", "Strips", "Letter"])
        {
            await practitioner.Page.GotoAsync($"/print/patients/{id}/sheet?kind={kind}&{Everything}&from=2015");
            var paper = await PrintedPaper.PrintAsync(practitioner.Page, $"{kind.ToLowerInvariant()}-everything");
            var text = await practitioner.Page.Locator(".lists").InnerTextAsync();

            Assert.Matches(@"Dit au retour\s: [^.]+\. [^.]+\. Rapporté le \d", text);
            Assert.Matches(@"Au plus fort, 8 sur 10\. Rapporté le \d", text);
            Assert.Matches(@"Douleur\s: médiane [^.]+\. Rapporté entre le ", text);
            Assert.Contains("plus haut : mieux", paper.Text, StringComparison.Ordinal);
            Assert.Contains($"Page {paper.Pages.Count} sur {paper.Pages.Count}", paper.Pages[^1], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Course", "")]
    [InlineData("Course", Everything)]
    [InlineData("Strips", Everything)]
    [InlineData("Letter", "")]
    [InlineData("Letter", Everything)]
    [InlineData("Letter", Everything + "&from=2015")]
    [InlineData("Course", "", 390)]
    [InlineData("Strips", "", 390)]
    [InlineData("Letter", Everything, 390)]
    public async Task A_preview_says_how_many_pages_the_paper_has_and_no_signature_stands_alone(string kind, string more, int width = 1400)
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Page.SetViewportSizeAsync(width, PageLook.Height);
        await practitioner.Page.GotoAsync($"/print/patients/{IdOf(practitioner)}/sheet?kind={kind}&{more}");
        if (kind == "Letter")
        {
            await practitioner.Page.GetByRole(AriaRole.Textbox, new() { Name = "Signature" }).FillAsync("Dominique Exemple");
        }

        await Expect(practitioner.Page.Locator("[data-pages]")).ToHaveTextAsync(new Regex(@"^\d+\spages?$"));
        var said = await practitioner.Page.Locator("[data-pages]").InnerTextAsync();
        var paper = await PrintedPaper.PrintAsync(practitioner.Page, $"{kind.ToLowerInvariant()}-pages");

        Assert.Equal(paper.Pages.Count == 1 ? "1 page" : $"{paper.Pages.Count} pages", PrintedPaper.Plain(said));
        Assert.DoesNotMatch(@"^\s*Dominique Exemple\s+Document de suivi", paper.Pages[^1]);
    }

    [Fact]
    public async Task Words_without_a_break_are_wrapped_on_paper_and_the_drawing_keeps_its_size()
    {
        var practitioner = await OpenClaireAsync();
        var endless = new string('m', 275);
        await practitioner.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var kind in (string[])["Course", "Letter"])
        {
            await practitioner.Page.GotoAsync($"/print/patients/{IdOf(practitioner)}/sheet?kind={kind}&{Everything}&from=2015");
            await practitioner.Page.SetViewportSizeAsync(kind == "Course" ? 1047 : 657, 900);
            var before = await practitioner.Page.Locator(".paper-drawing svg").First.EvaluateAsync<double>("drawing => drawing.getBoundingClientRect().width");
            await practitioner.Page.Locator(".lists li, .next p").First.EvaluateAsync("(line, words) => { line.textContent = words; }", endless);
            Assert.Equal(before, await practitioner.Page.Locator(".paper-drawing svg").First.EvaluateAsync<double>("drawing => drawing.getBoundingClientRect().width"));
            Assert.Empty(await practitioner.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main.sheet :is(li, p, td, h1)')].filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).map(part => part.textContent.slice(0, 40))"));
        }
    }

    [Fact]
    public async Task No_private_word_is_on_any_sheet_whatever_is_chosen()
    {
        var practitioner = await OpenClaireAsync();
        var id = IdOf(practitioner);
        await AddLifeEventAsync(practitioner, "Un secret entre nous", "Masquer quand nous regardons ensemble");
        await AddLifeEventAsync(practitioner, "Parole de voisine", "Confié par un tiers, ou concernant un tiers");
        await practitioner.Page.GotoAsync($"/patients/{id}");
        await practitioner.Page.GetByText("Lire en liste").ClickAsync();
        await Expect(practitioner.Page.Locator("details.list a").First).ToBeVisibleAsync();
        var listed = await practitioner.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^Séance du [^:]+:") }).AllTextContentsAsync();
        string[] taken = [.. listed.Select(line => PrintedPaper.Plain(line.Split(':', 2)[1]).TrimEnd('…'))];
        Assert.True(taken.Length > 60);

        foreach (var kind in (string[])["Course", "Strips", "Letter", "DoorCard"])
        {
            await practitioner.Page.GotoAsync($"/print/patients/{id}/sheet?kind={kind}&{Everything}&from=2015");
            var paper = await PrintedPaper.PrintAsync(practitioner.Page, $"{kind.ToLowerInvariant()}-private");
            // Not even in the page that is printed: what a style sheet hides could be copied out.
            var page = PrintedPaper.Plain(await practitioner.Page.ContentAsync());

            Assert.All(taken, words => Assert.DoesNotContain(words, page, StringComparison.Ordinal));
            Assert.All(
                ["Un secret entre nous", "Parole de voisine", "Ne pas commencer par la douleur", "Bibliothécaire", "06 39 98 20 16", "Elle a ses outils", "Elle a appelé deux fois"],
                words =>
                {
                    Assert.DoesNotContain(words, page, StringComparison.Ordinal);
                    Assert.DoesNotContain(words, paper.Text, StringComparison.Ordinal);
                });
        }
    }

    [Fact]
    public async Task A_letter_carries_what_was_written_on_it_and_what_was_agreed()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Page.GotoAsync($"/print/patients/{IdOf(practitioner)}/sheet?kind=Letter");
        await practitioner.Page.GetByRole(AriaRole.Textbox, new() { Name = "À l’attention de" }).FillAsync("Docteure Lemaire");
        await practitioner.Page.GetByRole(AriaRole.Textbox, new() { Name = "Votre texte" }).FillAsync("Merci de la revoir avec cette page.");
        var address = practitioner.Page.Url;

        var paper = await PrintedPaper.PrintAsync(practitioner.Page, "letter-written");

        Assert.Contains("À l’attention de Docteure Lemaire", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Merci de la revoir avec cette page.", paper.Text, StringComparison.Ordinal);
        Assert.Matches(@"Convenu le [^:]+ : Garder la marche quatre fois par semaine\.", paper.Text);
        Assert.Contains("Porte ouverte.", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Moments de vie", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lemaire", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_carries_the_lines_that_were_left_and_neither_name_nor_diagnosis()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Page.GotoAsync($"/print/patients/{IdOf(practitioner)}/sheet?kind=DoorCard");
        var before = await PrintedPaper.PrintAsync(practitioner.Page, "door-card");
        await Line("Quand ça déborde, mes mots à moi :").FillAsync("Une chose à la fois");
        await Line("Me joindre :").FillAsync("02 40 00 00 00");
        await Line("Ce qui m’a déjà aidé :").FillAsync("");

        var paper = await PrintedPaper.PrintAsync(practitioner.Page, "door-card-written");

        Assert.Single(before.Pages);
        Assert.Contains("Les signes que nous avons repérés : Deux nuits blanches", before.Text, StringComparison.Ordinal);
        Assert.Contains("Ce qui m’a déjà aidé", before.Text, StringComparison.Ordinal);
        Assert.Contains("Quand ça déborde, mes mots à moi : « ", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Me joindre", before.Text, StringComparison.Ordinal);
        Assert.Single(paper.Pages);
        Assert.Contains("« Une chose à la fois »", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Me joindre : 02 40 00 00 00", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ce qui m’a déjà aidé", paper.Text, StringComparison.Ordinal);
        Assert.Contains("3114, jour et nuit.", paper.Text, StringComparison.Ordinal);
        Assert.All(["Vasseur", "Claire", "Douleurs du bas du dos", "Document de suivi"], words => Assert.DoesNotContain(words, paper.Text, StringComparison.Ordinal));

        ILocator Line(string name) => practitioner.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });
    }

    [Fact]
    public async Task A_date_that_is_not_understood_is_reported_at_its_field_and_an_empty_page_says_that_it_is()
    {
        var practitioner = await OpenClaireAsync();
        await practitioner.Page.GotoAsync($"/print/patients/{IdOf(practitioner)}");
        await practitioner.Field("À partir de").FillAsync("bientôt");
        await practitioner.Button("Voir la feuille").ClickAsync();
        await Expect(practitioner.Field("À partir de")).ToHaveAccessibleDescriptionAsync("→ Date non comprise. Essayez 12/3/2019, mars 2019 ou 2019.");
        await Expect(practitioner.Field("À partir de")).ToHaveValueAsync("bientôt");

        await practitioner.Field("À partir de").FillAsync("2001");
        await practitioner.Field("Jusqu’à").FillAsync("mars 2002");
        await practitioner.Button("Voir la feuille").ClickAsync();
        await practitioner.SeesTitleAsync("Claire Vasseur");
        var paper = await PrintedPaper.PrintAsync(practitioner.Page, "course-empty");
        Assert.Contains("Rien n’est noté à ces dates dans les lignes choisies.", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Page 1 sur 1", Assert.Single(paper.Pages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_gone_from_the_screen_once_the_journal_is_locked()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("401");
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.FindsAsync("vass", "Claire Vasseur");
        await visit.Page.Clock.InstallAsync();
        await visit.GoToAsync($"/print/patients/{IdOf(practitioner)}/sheet?kind=Course");
        await practitioner.SeesTitleAsync("Claire Vasseur");

        await visit.Page.EvaluateAsync("() => fetch('/lock', { method: 'POST', redirect: 'manual' })");
        // The sheet asks again after a while; the test does not wait that long.
        await visit.Page.Clock.FastForwardAsync(60_000);

        await Expect(practitioner.Title).ToHaveTextAsync("Ouvrir le journal", new() { Timeout = 30_000 });
        await Expect(visit.Page.GetByText("Vasseur")).ToHaveCountAsync(0);
    }

    private static string IdOf(Practitioner practitioner) => Regex.Match(practitioner.Page.Url, "/patients/([^/?]+)").Groups[1].Value;

    private static async Task AddLifeEventAsync(Practitioner practitioner, string words, string mark)
    {
        await practitioner.Link("Ajouter un moment de vie").ClickAsync();
        await practitioner.Field("En quelques mots").FillAsync(words);
        await practitioner.Field("Début").FillAsync("été 2020");
        await practitioner.Detail.GetByText(mark, new() { Exact = true }).ClickAsync();
        await Expect(practitioner.Detail.GetByLabel(mark, new() { Exact = true })).ToBeCheckedAsync();
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Moment de vie ajouté");
        // The notice comes before the event is shown: what is opened in between would be replaced by it.
        await Expect(practitioner.Page).ToHaveURLAsync(new Regex("item=life-event-"));
        await Expect(practitioner.Detail).ToContainTextAsync(words);
    }

    private async Task<Practitioner> OpenClaireAsync()
    {
        var practitioner = await demo.OpenAsync(await OpenAsync(demo.Journal), "vass", "Claire Vasseur");
        return practitioner;
    }
}
