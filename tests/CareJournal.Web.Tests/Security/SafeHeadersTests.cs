using System.Net;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Security;

/// <summary>Tests that every answer has the same strict headers, and that none reveals more of a fault than its reference.</summary>
public sealed class SafeHeadersTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData(Urls.Unlock, HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData(Urls.Session, HttpStatusCode.Redirect)]
    [InlineData("/app.css", HttpStatusCode.OK)]
    [InlineData("/connection.js", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/fault-for-tests", HttpStatusCode.InternalServerError)]
    [InlineData("/_blazor", HttpStatusCode.Forbidden)]
    public async Task Every_answer_to_a_stranger_carries_the_headers(string path, HttpStatusCode status)
    {
        using Browser browser = host.NewBrowser();
        AssertSafe(await browser.GetAsync(path), status);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData(Urls.Settings, HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/no-such-file.js", HttpStatusCode.NotFound)]
    public async Task Every_answer_behind_the_lock_carries_the_headers(string path, HttpStatusCode status)
    {
        using Browser browser = await host.SignedInAsync();
        AssertSafe(await browser.GetAsync(path), status);
    }

    [Theory]
    [InlineData(Urls.Unlock, "text/html; charset=utf-8")]
    [InlineData("/app.css", "text/css; charset=utf-8")]
    [InlineData("/connection.js", "text/javascript; charset=utf-8")]
    [InlineData("/icon.svg", "image/svg+xml; charset=utf-8")]
    public async Task Every_text_says_how_its_characters_are_written(string path, string type)
    {
        using Browser browser = host.NewBrowser();
        Assert.Equal(type, (await browser.GetAsync(path)).Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_refused_host_and_a_refused_script_carry_the_headers()
    {
        using Browser browser = host.NewBrowser();
        using HttpRequestMessage foreign = new(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        AssertSafe(await browser.SendAsync(foreign), HttpStatusCode.BadRequest);
        using HttpRequestMessage script = new(HttpMethod.Get, Urls.Session);
        AssertSafe(await browser.SendAsync(script), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_fault_is_identified_by_its_reference_alone()
    {
        using Browser browser = host.NewBrowser();
        string page = WebUtility.HtmlDecode(await (await browser.GetAsync("/fault-for-tests")).Content.ReadAsStringAsync());
        Assert.Contains("Quelque chose n’a pas marché", page, StringComparison.Ordinal);
        Assert.Matches("Référence\u00a0: [3-9A-Y]{3}-[3-9A-Y]{3}<", page);
        Assert.Contains("href=\"/fault-for-tests\"", page, StringComparison.Ordinal);
        Assert.Contains("Revenir à aujourd’hui", page, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningHost.FaultCanary, page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_our_own_files_may_be_kept_by_the_browser()
    {
        using Browser browser = await host.SignedInAsync();
        Assert.Equal("no-store", (await browser.GetAsync("/")).Headers.CacheControl?.ToString());
        Assert.Equal("no-store", (await browser.GetAsync(Urls.Unlock)).Headers.CacheControl?.ToString());
        Assert.NotEqual("no-store", (await browser.GetAsync("/app.css")).Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task No_page_contains_an_inline_script()
    {
        using Browser browser = await host.SignedInAsync();
        foreach (string path in new[] { "/", Urls.Unlock, Urls.Settings, "/no-such-page", "/fault-for-tests" })
        {
            string page = await (await browser.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("importmap", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"\son[a-z]+=""", page);
        }
    }

    private static void AssertSafe(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal([SafeHeaders.ContentSecurityPolicy], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal([SafeHeaders.PermissionsPolicy], answer.Headers.GetValues("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }
}
