using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Drafts;

/// <summary>Tests what becomes of a request that is no draft.</summary>
public sealed class DraftEndpointsTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task What_is_no_draft_is_refused_and_is_no_fault_of_the_program()
    {
        using Browser browser = await host.SignedInAsync();
        Guid id = Guid.CreateVersion7();
        string whole = $$"""{"id":"{{id}}","form":"visit","number":1,"text":"x"}""";
        (string Body, string Type)[] malformed =
        [
            ("{", "application/json"), ("", "application/json"), ("null", "application/json"), ("[]", "application/json"), (new string('[', 10_000), "application/json"),
            ("{\"id\":\"\xff\"}", "application/json"), (whole.Replace("1", "1e999", StringComparison.Ordinal), "application/json"), (whole.Replace("\"x\"", "null", StringComparison.Ordinal), "application/json"),
            (whole.Replace("\"x\"", "\"\\ud800\"", StringComparison.Ordinal), "application/json"), (whole, "text/plain"), (whole, ""),
            (whole.Replace(id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal), "application/json"),
        ];
        foreach ((string body, string type) in malformed)
        {
            Assert.Equal((HttpStatusCode.BadRequest, body, type), (await PutAsync(browser, id, body, type), body, type));
        }

        // The framework's own reading throws at a character set that does not exist; the text is UTF-8 whatever it is called.
        Assert.Equal(HttpStatusCode.OK, await PutAsync(browser, id, whole, "application/json; charset=nonsense"));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(browser, id, whole, "application/json"));
        Assert.DoesNotContain(" ERR ", await LogAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> PutAsync(Browser browser, Guid id, string body, string type)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"{Urls.Drafts}/{id}")
        {
            Headers = { { "Origin", $"http://{host.Host}" } },
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)),
        };
        request.Content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        return (await browser.SendAsync(request)).StatusCode;
    }

    private async Task<string> LogAsync()
    {
        using StreamReader reader = new(new FileStream(Directory.EnumerateFiles(host.Journal.Folder.LogPath).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync();
    }
}
