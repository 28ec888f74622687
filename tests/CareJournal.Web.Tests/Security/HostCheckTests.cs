using CareJournal.Web.Host;



namespace CareJournal.Web.Security;

/// <summary>Tests that a foreign name that points to this computer gets nothing on any path (DNS rebinding).</summary>
public sealed class HostCheckTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string[] Paths = ["/", "/unlock", "/app.css", "/error", "/_blazor", "/no-such-page", "/fault-for-tests"];

    public static TheoryData<string> ForeignHosts =>
    [
        "", "evil.example", "evil.example:PORT", "localhost", "127.0.0.1", "localhost:1", "localhost:PORT1", "127.0.0.1:80", "OWN", "OWN:PORT1", "x.OWN:PORT", "OWN.evil.example:PORT",
        "localhost.evil.example:PORT", "evil.localhost:PORT", "carejournal.localhost.evil.example:PORT", "xcarejournal.localhost:PORT",
        "127.0.0.1.nip.io:PORT", "localhost.:PORT", "0.0.0.0:PORT", "127.0.0.2:PORT", "127.1:PORT", "2130706433:PORT", "0x7f000001:PORT", "0177.0.0.1:PORT",
        "[::]:PORT", "[::ffff:127.0.0.1]:PORT", "[::1]:PORT", "::1:PORT", "192.168.1.10:PORT", "user@localhost:PORT", "localhost:PORT@evil.example", "localhost:PORT,evil.example", "localhost :PORT", "*", "null",
    ];

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task A_foreign_or_empty_host_gets_a_bare_400_on_every_path(string name)
    {
        foreach (string path in Paths)
        {
            AssertBareRefusal(await host.RawAsync($"GET {path} HTTP/1.1\r\nHost: {Fill(name)}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"));
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: OWN:PORT\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: OWN:PORT\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    public async Task A_request_that_names_nobody_or_two_is_refused(string request) => AssertBareRefusal(await host.RawAsync(Fill(request)));

    [Theory]
    [InlineData("OWN:PORT")]
    [InlineData("UPPER:PORT")]
    public async Task The_journal_answers_to_its_own_name(string name) =>
        Assert.StartsWith("HTTP/1.1 200", await host.RawAsync($"GET /unlock HTTP/1.1\r\nHost: {Fill(name)}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("localhost:PORT")]
    [InlineData("LocalHost:PORT")]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("carejournal.localhost:PORT")]
    public async Task A_name_that_everybody_knows_gives_one_sentence_and_neither_a_page_nor_a_session(string name)
    {
        using Browser signedIn = await host.SignedInAsync();
        foreach (string path in Paths)
        {
            string answer = await host.RawAsync($"GET {path} HTTP/1.1\r\nHost: {Fill(name)}\r\nAccept: text/html\r\nCookie: {signedIn.CookieHeader}\r\nAuthorization: Bearer {signedIn.PageToken}\r\nConnection: close\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
            Assert.Contains("journal.address", answer, StringComparison.Ordinal);
            Assert.Contains("This is not the journal", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(host.HostName, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("Set-Cookie", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\r\nLocation:", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<", answer, StringComparison.Ordinal);
            AssertBareRefusal(await host.RawAsync($"GET {path} HTTP/1.1\r\nHost: {Fill(name)}\r\nCookie: {signedIn.CookieHeader}\r\nConnection: close\r\n\r\n"));
            AssertBareRefusal(await host.RawAsync($"POST {path} HTTP/1.1\r\nHost: {Fill(name)}\r\nOrigin: http://{Fill(name)}\r\nAccept: text/html\r\nCookie: {signedIn.CookieHeader}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }

    private static void AssertBareRefusal(string answer)
    {
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    private string Fill(string text) => text
        .Replace("OWN", host.HostName, StringComparison.Ordinal)
        .Replace("UPPER", host.HostName.ToUpperInvariant(), StringComparison.Ordinal)
        .Replace("PORT1", $"{host.Port + 1}", StringComparison.Ordinal)
        .Replace("PORT", $"{host.Port}", StringComparison.Ordinal);
}
