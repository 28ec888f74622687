using System.Security.Claims;
using CareJournal.Web.Patients;
using CareJournal.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace CareJournal.Web.Settings;

/// <summary>Tests the list of browsers in which the journal is open, and how the others are closed.</summary>
public sealed class SessionsSectionTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private const string Edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";

    [Fact]
    public async Task Each_browser_is_listed_by_its_name_and_the_time_at_which_it_was_opened()
    {
        await using var test = PeopleTestContext.French();
        var (section, _, _) = Show(test, others: [Firefox, "curl/8"]);
        string[] lines = [.. section.FindAll("li").Select(PeopleSight.Read)];
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("Celui-ci, ouvert à ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Firefox, ouvert à ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Un autre navigateur, ouvert à ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_browser_is_offered_nothing_to_close()
    {
        await using var test = PeopleTestContext.French();
        var (section, _, _) = Show(test);
        Assert.Single(section.FindAll("li"));
        Assert.Empty(section.FindAll("button"));
    }

    [Fact]
    public async Task The_other_browsers_are_closed_once_the_passphrase_was_given()
    {
        await using var test = PeopleTestContext.French();
        var (section, own, others) = Show(test, others: [Edge]);
        var sessions = test.Get<SessionTable>();

        await EndOthersAsync(section, "pas la bonne");
        section.WaitForAssertion(() => Assert.Contains("Ce n’est pas la bonne phrase de passe.", section.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.NotNull(sessions.Find(others[0].Cookie));

        await EndOthersAsync(section, "une phrase de passe pour les essais");
        section.WaitForAssertion(() => Assert.Equal("Les autres navigateurs sont fermés.", section.Find("[role=status]").Read()), TimeSpan.FromSeconds(30));
        Assert.Null(sessions.Find(others[0].Cookie));
        Assert.NotNull(sessions.Find(own.Cookie));
        Assert.Single(section.FindAll("li"));
    }

    [Theory]
    [InlineData(Edge, "Edge")]
    [InlineData(Firefox, "Firefox")]
    [InlineData("", "")]
    public void A_browser_is_named_by_what_it_calls_itself(string header, string name) => Assert.Equal(name, BrowserName.Of(header));

    private static async Task EndOthersAsync(IRenderedComponent<SessionsSection> section, string secret)
    {
        await section.Find("input").ChangeAsync(new() { Value = secret });
        await section.FindAll("button").Single(button => button.TextContent.Contains("Fermer les autres", StringComparison.Ordinal)).ClickAsync(new());
    }

    private static (IRenderedComponent<SessionsSection> Section, SessionTokens Own, SessionTokens[] Others) Show(PeopleTestContext test, params string[] others)
    {
        var sessions = test.Get<SessionTable>();
        var own = sessions.Open(BrowserName.Of(Firefox));
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionHandler.SessionClaim, sessions.Find(own.Cookie)!)], SessionHandler.SchemeName));
        SessionTokens[] opened = [.. others.Select(browser => { test.Clock.Now += TimeSpan.FromMinutes(1); return sessions.Open(BrowserName.Of(browser)); })];
        return (test.Context.Render<SessionsSection>(section => section.AddCascadingValue(Task.FromResult(new AuthenticationState(user)))), own, opened);
    }
}
