using CareJournal.Drafts;
using CareJournal.Web.Patients;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CareJournal.Web.Shell;

/// <summary>Tests that a fault affects only the part where it happened, which shows a sentence, the text, and ways to continue.</summary>
public sealed class FaultBoundaryTests
{
    private const string Reference = "Référence : [3-9A-Y]{3}-[3-9A-Y]{3}";

    [Fact]
    public async Task A_part_that_fails_leaves_the_rest_and_is_tried_again_on_request_alone()
    {
        await using var test = PeopleTestContext.French();
        Breakable.Broken = true;
        var page = test.Context.Render<Parts>();
        Assert.Contains("Le reste.", page.Read(), StringComparison.Ordinal);
        Assert.Contains("Cette partie de la page s’est arrêtée. Le reste de la page et ce qui est enregistré ne sont pas touchés.", page.Read(), StringComparison.Ordinal);
        Assert.Matches(Reference, page.Read());
        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);

        Breakable.Broken = false;
        page.Render();
        Assert.Contains("s’est arrêtée", page.Read(), StringComparison.Ordinal);
        await page.Button("Réessayer").ClickAsync(new());
        Assert.Equal("La partie. Le reste.", page.Read());
    }

    [Fact]
    public async Task A_page_that_fails_leads_on_without_a_circuit_and_moving_on_tries_afresh()
    {
        await using var test = PeopleTestContext.French();
        var person = Guid.CreateVersion7();
        test.Get<NavigationManager>().NavigateTo($"{Urls.LogSession(person)}?draft=1");
        Breakable.Broken = true;
        var page = test.Context.Render<FaultBoundary>(boundary => boundary.AddChildContent<Breakable>());
        Assert.Equal(
            [("Recharger la page", $"http://localhost{Urls.LogSession(person)}?draft=1", "button primary"), ("Revenir au suivi", Urls.Person(person), "button"), ("Revenir à aujourd’hui", Urls.Today, "button")],
            page.FindAll("a").Select(way => (way.Read(), way.GetAttribute("href"), way.ClassName!.Trim())));
        Assert.All(page.FindAll("a"), way => Assert.Equal("_top", way.GetAttribute("target")));
        Assert.Single(page.FindAll("h1"));

        // It does not change when it is rendered again with its layout, as when the menu is opened.
        Breakable.Broken = false;
        page.Render(boundary => boundary.AddChildContent<Breakable>());
        Assert.Single(page.FindAll("h1"));
        test.Get<NavigationManager>().NavigateTo(Urls.Today);
        page.Render(boundary => boundary.AddChildContent<Breakable>());
        Assert.Equal("La partie.", page.Read());
    }

    [Fact]
    public async Task The_draft_of_the_form_that_left_is_shown_in_its_place_and_is_set_aside_from_there()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var draft = Guid.CreateVersion7();
        await test.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = draft, PatientId = person, Form = "visit", Number = 4, Text = """{"HeldOn":"١٢/٣","Impression":"Marche mieux."}""" });
        Breakable.Broken = true;
        var page = test.Context.Render<FaultBoundary>(boundary => boundary.AddChildContent<Breakable>());
        await page.InvokeAsync(() => page.Instance.Left(draft));

        Assert.Contains("Ce que vous aviez écrit est gardé comme brouillon (le 22 novembre 2026 à 12 h).", page.Read(), StringComparison.Ordinal);
        Assert.Equal(["Date de la séance", "١٢/٣", "Ce que je retiens", "Marche mieux."], page.FindAll("[data-word] > p").Select(PeopleSight.Read));
        await page.Button("Mettre de côté").ClickAsync(new());
        Assert.Contains("Mis de côté", page.Read(), StringComparison.Ordinal);
        Assert.Empty(await test.Get<DraftReader>().FindAsync(person, "visit"));
        await page.Button("Remettre parmi les brouillons à finir").ClickAsync(new());
        Assert.Single(await test.Get<DraftReader>().FindAsync(person, "visit"));

        await page.Button("Rouvrir le formulaire vide").ClickAsync(new());
        Assert.Equal(Urls.LogSession(person), test.Address);
        Assert.True((await test.Get<DraftReader>().ReadAsync(draft))!.Aside);
    }

    [Fact]
    public async Task A_form_that_left_without_a_fault_says_nothing()
    {
        await using var test = PeopleTestContext.French();
        Breakable.Broken = false;
        var page = test.Context.Render<FaultBoundary>(boundary => boundary.AddChildContent<Breakable>());
        await page.InvokeAsync(() => page.Instance.Left(Guid.CreateVersion7()));
        Assert.Equal("La partie.", page.Read());
    }

    private sealed class Breakable : ComponentBase
    {
        [ThreadStatic]
        private static bool _broken;

        public static bool Broken
        {
            get => _broken;
            set => _broken = value;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (Broken)
            {
                throw new InvalidOperationException("secret");
            }

            builder.AddMarkupContent(0, "<p>La partie.</p>");
        }
    }

    private sealed class Parts : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<FaultBoundary>(0);
            builder.AddComponentParameter(1, nameof(FaultBoundary.Inner), true);
            builder.AddComponentParameter(2, nameof(FaultBoundary.ChildContent), (RenderFragment)(part =>
            {
                part.OpenComponent<Breakable>(0);
                part.CloseComponent();
            }));
            builder.CloseComponent();
            builder.AddMarkupContent(3, "<p>Le reste.</p>");
        }
    }
}
