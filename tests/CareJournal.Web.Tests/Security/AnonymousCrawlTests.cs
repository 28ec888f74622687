using System.Net;
using System.Text.RegularExpressions;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>Tests every address without a session. Reflection finds the addresses, so that nobody can add one and forget the lock.</summary>
public sealed class AnonymousCrawlTests(RunningHost host) : IClassFixture<RunningHost>
{
    /// <summary>The addresses that answer without a session, beside our scripts, styles and pictures.</summary>
    private static readonly string[] InFront = [Urls.Unlock, Urls.Restore, Urls.FirstRun, Urls.PhraseStrength, Urls.Error, "/fault-for-tests"];

    [Fact]
    public async Task Without_a_session_every_address_is_refused()
    {
        using Browser stranger = host.NewBrowser();
        Assert.Empty(await LetInAsync(stranger));
    }

    [Fact]
    public async Task With_a_session_that_was_locked_every_address_is_refused()
    {
        using Browser browser = await host.SignedInAsync();
        Assert.NotEmpty(await LetInAsync(browser));
        await browser.PostAsync(Urls.Lock);
        Assert.Empty(await LetInAsync(browser));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_reveals_nothing_to_a_stranger()
    {
        using Browser stranger = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/no-such-page")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/../journal.db")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/no-such-page")).StatusCode);
    }

    /// <summary>Requests each address with each of its methods and returns those that answered.</summary>
    private async Task<List<string>> LetInAsync(Browser browser)
    {
        List<string> answered = [];
        foreach ((string path, string method) in Addresses())
        {
            using HttpRequestMessage request = new(new HttpMethod(method), path) { Headers = { { "Origin", $"http://{host.Host}" }, { "Accept", "text/html" } } };
            if (path == Urls.Lock || path.StartsWith("/_blazor", StringComparison.Ordinal))
            {
                // With a live session it would do its work and end the session; its refusal has a test of its own.
                continue;
            }

            using HttpResponseMessage answer = await browser.SendAsync(request);
            bool refused = answer.StatusCode == HttpStatusCode.Unauthorized
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Split('?')[0] is Urls.Unlock or Urls.FirstRun);
            if (!refused)
            {
                answered.Add($"{method} {path}: {(int)answer.StatusCode}");
            }
        }

        return answered;
    }

    [Fact]
    public async Task A_stranger_can_neither_lock_nor_reach_the_hub()
    {
        using Browser stranger = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(Urls.Lock)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/_blazor/negotiate?negotiateVersion=1")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/_blazor/disconnect")).StatusCode);
    }

    [Fact]
    public void The_crawl_finds_every_address()
    {
        string[] paths = [.. Addresses().Select(address => address.Path).Distinct()];
        Assert.Contains(Urls.Today, paths);
        Assert.Contains(Urls.Settings, paths);
        Assert.Contains(Urls.Session, paths);
        Assert.Contains("/_blazor/negotiate", paths);
        Assert.True(paths.Length > 8);
    }

    private IEnumerable<(string Path, string Method)> Addresses() =>
        from endpoint in ((IEndpointRouteBuilder)host.App).DataSources.Concat(host.App.Services.GetServices<EndpointDataSource>()).SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
        where endpoint.Metadata.GetMetadata<MayBeCached>() is null
        let path = "/" + Regex.Replace(endpoint.RoutePattern.RawText ?? "", @"\{[^}]*\}", "00000000-0000-0000-0000-000000000001").TrimStart('/')
        where !InFront.Contains(path)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]
        select (path, method);
}
