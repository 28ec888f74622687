namespace CareJournal.Web.App.Edge;

/// <summary>A foreign name that points to this computer gets nothing, on no path (DNS rebinding).</summary>
public sealed class HostCheckTests(RunningRoom room) : IClassFixture<RunningRoom>
{
    private static readonly string[] Paths = ["/", "/unlock", "/app.css", "/error", "/_blazor", "/no-such-page", "/fault-for-tests"];

    public static TheoryData<string> ForeignHosts =>
    [
        "", "evil.example", "evil.example:PORT", "localhost", "127.0.0.1", "localhost:1", "localhost:PORT1", "127.0.0.1:80",
        "localhost.evil.example:PORT", "evil.localhost:PORT", "carejournal.localhost.evil.example:PORT", "xcarejournal.localhost:PORT",
        "127.0.0.1.nip.io:PORT", "localhost.:PORT", "0.0.0.0:PORT", "127.0.0.2:PORT", "127.1:PORT", "2130706433:PORT", "0x7f000001:PORT", "0177.0.0.1:PORT",
        "[::]:PORT", "[::ffff:127.0.0.1]:PORT", "[::1]:PORT", "::1:PORT", "192.168.1.10:PORT", "user@localhost:PORT", "localhost:PORT@evil.example", "localhost:PORT,evil.example", "localhost :PORT", "*", "null",
    ];

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task A_foreign_or_empty_host_gets_a_bare_400_on_every_path(string host)
    {
        foreach (string path in Paths)
        {
            AssertBareRefusal(await room.RawAsync($"GET {path} HTTP/1.1\r\nHost: {Fill(host)}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"));
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    public async Task A_request_that_names_nobody_or_two_is_refused(string request) => AssertBareRefusal(await room.RawAsync(Fill(request)));

    [Theory]
    [InlineData("localhost:PORT")]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("carejournal.localhost:PORT")]
    [InlineData("LocalHost:PORT")]
    public async Task The_journal_answers_to_its_own_names(string host) =>
        Assert.StartsWith("HTTP/1.1 200", await room.RawAsync($"GET /unlock HTTP/1.1\r\nHost: {Fill(host)}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    private static void AssertBareRefusal(string answer)
    {
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    private string Fill(string text) => text.Replace("PORT1", $"{room.Port + 1}", StringComparison.Ordinal).Replace("PORT", $"{room.Port}", StringComparison.Ordinal);
}
