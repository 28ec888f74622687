using System.Net;
using System.Text.RegularExpressions;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>Tests that while the screen is shared with a person, the server gives that browser one page and nothing else.</summary>
public sealed class TogetherTests(RunningHost host) : IClassFixture<RunningHost>
{
    // The id that the crawl writes into every address.
    private static readonly Guid Person = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");

    private static readonly string[] Passing = [Urls.Together(Person), $"{Urls.Drafts}/{Person}", Urls.Session, Urls.Lock, Urls.Unlock, Urls.Error];

    [Fact]
    public async Task While_it_is_on_every_other_address_leads_to_the_shared_page()
    {
        using Browser browser = await SharedAsync();
        List<string> answered = [];
        int asked = 0;
        foreach ((string path, string method) in Addresses().Where(address => !Passing.Contains(address.Path) && !address.Path.StartsWith("/_blazor", StringComparison.Ordinal)))
        {
            asked++;
            using HttpRequestMessage request = new(new HttpMethod(method), path) { Headers = { { "Origin", $"http://{host.Host}" }, { "Accept", "text/html" } } };
            using HttpResponseMessage answer = await browser.SendAsync(request);
            bool led = method == "GET"
                ? answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString == Urls.Together(Person)
                : answer.StatusCode == HttpStatusCode.Forbidden;
            if (!led)
            {
                answered.Add($"{method} {path}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.Empty(answered);
        Assert.True(asked > 10);
        Assert.Equal(Urls.Together(Person), (await browser.GetAsync("/no-such-page")).Headers.Location?.OriginalString);
        Assert.Equal(Urls.Together(Person), (await browser.GetAsync(Urls.Together(Other))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Together(Person) + "?item=x")).StatusCode);
    }

    [Fact]
    public async Task It_is_shared_with_nobody_else_while_it_is_on()
    {
        using Browser browser = await SharedAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(Urls.BeginTogether(Other))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Together(Person))).StatusCode);
    }

    [Fact]
    public async Task An_address_alone_shares_nothing()
    {
        using Browser browser = await host.SignedInAsync();
        Assert.Equal(Urls.Person(Person), (await browser.GetAsync(Urls.Together(Person))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Settings)).StatusCode);
        using HttpRequestMessage foreign = new(HttpMethod.Post, Urls.BeginTogether(Person)) { Headers = { { "Origin", "http://evil.example" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Settings)).StatusCode);
    }

    [Fact]
    public async Task It_belongs_to_one_browser()
    {
        using Browser turned = await SharedAsync();
        using Browser another = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync(Urls.Today)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await turned.GetAsync(Urls.Today)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_lost_its_connection_is_notified_before_it_comes_back()
    {
        using Browser browser = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync(Urls.Session)).StatusCode);
        await browser.PostAsync(Urls.BeginTogether(Person));
        Assert.Equal(HttpStatusCode.ResetContent, (await browser.GetAsync(Urls.Session)).StatusCode);
    }

    [Fact]
    public void Only_the_session_that_is_shared_is_notified_and_only_when_something_changes()
    {
        SessionTable sessions = host.App.Services.GetRequiredService<SessionTable>();
        string mine = sessions.Find(sessions.Open().Cookie)!;
        string other = sessions.Find(sessions.Open().Cookie)!;
        List<string> told = [];
        sessions.TogetherChanged += told.Add;
        sessions.BeginTogether(mine, Person);
        sessions.BeginTogether(mine, Other);
        sessions.EndTogether(other);
        Assert.Equal((Person, null), (sessions.TogetherOf(mine), sessions.TogetherOf(other)));
        sessions.EndTogether(mine);
        sessions.EndTogether(mine);
        sessions.BeginTogether("nobody", Person);
        sessions.TogetherChanged -= told.Add;
        Assert.Equal([mine, mine], told);
        Assert.Null(sessions.TogetherOf(mine));
    }

    [Fact]
    public async Task The_lock_works_from_there_and_the_passphrase_leads_to_ones_own_view()
    {
        using Browser browser = await SharedAsync();
        Assert.Equal(Urls.Unlock, (await browser.PostAsync(Urls.Lock)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Urls.Together(Person))).StatusCode);
        await browser.UnlockAsync(RunningHost.Passphrase);
        Assert.Equal(Urls.Today, browser.Entered);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Today)).StatusCode);
    }

    private async Task<Browser> SharedAsync()
    {
        Browser browser = await host.SignedInAsync();
        Assert.Equal(Urls.Together(Person), (await browser.PostAsync(Urls.BeginTogether(Person))).Headers.Location?.OriginalString);
        return browser;
    }

    private IEnumerable<(string Path, string Method)> Addresses() =>
        from endpoint in host.App.Services.GetServices<EndpointDataSource>().Concat(((IEndpointRouteBuilder)host.App).DataSources).SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
        where endpoint.Metadata.GetMetadata<MayBeCached>() is null
        let path = "/" + Regex.Replace(endpoint.RoutePattern.RawText ?? "", @"\{[^}]*\}", Person.ToString()).TrimStart('/')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]
        select (path, method);
}
