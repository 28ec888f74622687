using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// Tests the script modules by themselves, without the program: each <c>Scripts/*.test.js</c> is run in a page that gets the modules from
/// the source folder, and reports by name which of its tests failed.
/// </summary>
public sealed class ScriptTests(BrowserFixture browser) : BrowserTest(browser)
{
    // A name of this computer, so that the browser allows locks; the test answers the requests.
    private const string Place = "http://scripts.localhost/";
    // With a page token: a page without one goes to the lock.
    private const string Empty = """
        <!doctype html><html lang="fr"><body><main></main>
        <dialog id="reconnect"><form data-unlock><input><p class="problem"></p></form><button data-look></button><button data-reload></button></dialog>
        <script>localStorage.setItem('carejournal-page', 'let in'); globalThis.Blazor = { start() {} };</script></body></html>
        """;

    private readonly BrowserFixture _browser = browser;

    public static TheoryData<string> Modules => [.. Directory.EnumerateFiles(Tests, "*.test.js").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Program { get; } = JournalProgram.Metadata("JournalProject");

    private static string Tests { get; } = JournalProgram.Metadata("ScriptTests");

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task A_script_module_passes_its_tests(string file)
    {
        var (ran, failed) = await RunAsync($"await import('/tests/{file}');");
        Assert.True(failed.Length == 0, $"Of {ran} tests {failed.Length} failed in {file}:\n{string.Join('\n', failed)}");
        Assert.True(ran > 2, $"Only {ran} tests were found in {file}.");
    }

    [Fact]
    public async Task A_test_that_fails_is_reported_by_its_name_and_by_what_was_there_instead()
    {
        var (ran, failed) = await RunAsync(
            """
            const { test, equal, near, ok } = await import('/tests/check.js');
            test('one is two', () => equal([1], [2]));
            test('nearly', () => near(1, 1.1));
            test('never', async () => ok(false, 'it never is'));
            test('holds', () => equal({ a: [1] }, { a: [1] }));
            """);
        Assert.Equal(4, ran);
        Assert.Collection(
            failed,
            first => Assert.StartsWith("one is two:  [1] instead of [2]", first, StringComparison.Ordinal),
            second => Assert.StartsWith("nearly:  1 instead of 1.1", second, StringComparison.Ordinal),
            third => Assert.StartsWith("never: it never is", third, StringComparison.Ordinal));
    }

    private async Task<(int Ran, string[] Failed)> RunAsync(string tests)
    {
        await using var context = await _browser.NewContextAsync();
        await context.RouteAsync("**", AnswerAsync);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Place);
        var said = await page.EvaluateAsync<Said>($"async () => {{ {tests}; return (await import('/tests/check.js')).run(); }}");
        return (said.Ran, said.Failed);
    }

    private static Task AnswerAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/")
        {
            return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Empty });
        }

        // As the program serves them: what is in wwwroot from the root, a component's script beside its component.
        string[] places = path.StartsWith("/tests/", StringComparison.Ordinal)
            ? [Path.Combine(Tests, path["/tests/".Length..])]
            : [Path.Combine(Program, "wwwroot", path[1..]), Path.Combine(Program, path[1..])];
        return places.FirstOrDefault(File.Exists) is { } file
            ? route.FulfillAsync(new() { ContentType = "text/javascript; charset=utf-8", Path = file })
            : route.FulfillAsync(new() { Status = 404 });
    }

    private sealed record Said
    {
        public int Ran { get; init; }

        public string[] Failed { get; init; } = [];
    }
}
