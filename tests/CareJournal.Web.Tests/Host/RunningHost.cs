using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using CareJournal.Web.Security;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Host;

/// <summary>Runs the whole host on a real loopback port, over a real encrypted journal in a temporary folder, with a clock that only tests move.</summary>
public class RunningHost : IAsyncLifetime
{
    public const string Passphrase = "girafe mandoline orage tilleul";
    public const string FaultCanary = "canari-dans-la-faute";

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("carejournal-host-");

    public StillClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public WebApplication App { get; private set; } = null!;

    public int Port { get; private set; }

    /// <summary>The only host name to which it answers.</summary>
    public string HostName => App.Services.GetRequiredService<OwnHost>().Name;

    public string Host => string.Create(CultureInfo.InvariantCulture, $"{HostName}:{Port}");

    public JournalFile Journal => App.Services.GetRequiredService<JournalFile>();

    protected virtual bool Demo => false;

    protected virtual bool StartsWithJournal => true;

    public async Task InitializeAsync()
    {
        foreach (string file in StartsWithJournal ? Directory.EnumerateFiles(Template.Value) : [])
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        App = JournalHost.Build(new StartOptions { Port = 0, Demo = Demo, DataFolder = _folder.FullName }, _folder.FullName, Clock);
        App.MapGet("/fault-for-tests", string () => throw new InvalidOperationException(FaultCanary)).AllowAnonymous();
        Journal.Claim("http://localhost");
        if (StartsWithJournal)
        {
            Journal.Stretching = FewestRounds.Quick;
            Assert.IsType<UnlockOutcome.Opened>(Journal.Unlock(Passphrase));
        }

        await App.StartAsync();
        string address = App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Port = new Uri(address).Port;
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Returns a browser that follows no redirect by itself and keeps its cookies.</summary>
    public Browser NewBrowser() => new(Host);

    /// <summary>Returns a browser that has given the passphrase.</summary>
    public async Task<Browser> SignedInAsync()
    {
        Browser browser = NewBrowser();
        if (Journal.State == JournalState.Open)
        {
            // What the unlock page does, without the half second that the passphrase costs on purpose.
            SessionTokens tokens = App.Services.GetRequiredService<SessionTable>().Open();
            browser.Cookies.Add(new Cookie($"carejournal-session-{Port}", tokens.Cookie, "/", HostName));
            browser.PageToken = tokens.Page;
            return browser;
        }

        await browser.UnlockAsync(Passphrase);
        Assert.NotNull(browser.Entered);
        return browser;
    }

    /// <summary>Sends bytes unchanged and returns the whole answer.</summary>
    public async Task<string> RawAsync(string request)
    {
        using TcpClient wire = new();
        await wire.ConnectAsync(IPAddress.Loopback, Port);
        NetworkStream stream = wire.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using StreamReader reader = new(stream, Encoding.Latin1);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(10));
        StringBuilder answer = new();
        char[] buffer = new char[4096];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer, patience.Token)) > 0)
            {
                answer.Append(buffer, 0, read);
                string sofar = answer.ToString();
                if (sofar.Contains("\r\n\r\n", StringComparison.Ordinal) && (sofar.StartsWith("HTTP/1.1 101", StringComparison.Ordinal) || sofar.Contains("Content-Length: 0\r\n", StringComparison.Ordinal)))
                {
                    // The connection would stay open, but the answer is complete.
                    break;
                }
            }
        }
        catch (IOException)
        {
            // The server closed the connection: what it sent before is the answer.
        }

        return answer.ToString();
    }

    // Deriving the key is slow on purpose: one journal is created for the whole run, with few rounds.
    private static string MakeTemplate()
    {
        string folder = Directory.CreateTempSubdirectory("carejournal-host-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using ServiceProvider services = new ServiceCollection().AddSingleton(TimeProvider.System).AddCareJournal(new JournalFolder(folder)).BuildServiceProvider();
        JournalFile file = services.GetRequiredService<JournalFile>();
        Assert.IsType<CreateOutcome.Created>(file.Create(Passphrase));
        file.Lock();
        FewestRounds.WriteTo(file.Folder.KeyHeaderPath, Passphrase, RecoveryCode.Create(), FewestRounds.Quick);
        return folder;
    }

    public int OpenConnections => App.Services.GetRequiredService<OpenConnections>().Count;
}

/// <summary>A host without a journal yet.</summary>
public sealed class EmptyHost : RunningHost
{
    protected override bool StartsWithJournal => false;
}

/// <summary>A host started with <c>--demo</c>.</summary>
public sealed class DemoHost : RunningHost
{
    protected override bool Demo => true;
}

/// <summary>Sends HTTP requests like a browser: its own Origin with every form, Accept for pages, cookies.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _host;

    /// <summary>Creates a browser for the journal at a host name and port.</summary>
    public Browser(string host)
    {
        _host = host;
        // For every browser, but not every system, a name that ends in localhost is this computer.
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            ConnectCallback = async (asked, cancelled) =>
            {
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, asked.DnsEndPoint.Port, cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _client = new HttpClient(handler)
        {
            BaseAddress = new Uri($"http://{host}"),
        };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The page token of the session, which our script keeps and sends with each request.</summary>
    public string? PageToken { get; set; }

    /// <summary>The address to which this browser was last let in; <c>null</c> before it was.</summary>
    public string? Entered { get; private set; }

    public string CookieHeader => Cookies.GetCookieHeader(_client.BaseAddress!);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } });

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? body = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body, Headers = { { "Origin", $"http://{_host}" } } });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (PageToken is not null && request.Headers.Authorization is null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", PageToken);
        }

        HttpResponseMessage answer = await _client.SendAsync(request);
        if (Entering().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } entering)
        {
            (PageToken, Entered) = (WebUtility.HtmlDecode(entering.Groups[1].Value), WebUtility.HtmlDecode(entering.Groups[2].Value));
        }

        return answer;
    }

    /// <summary>Returns another program that got hold of the cookie alone.</summary>
    public Browser Thief()
    {
        Browser thief = new(_host);
        thief.Cookies.Add(Cookies.GetAllCookies());
        return thief;
    }

    /// <summary>Opens a page and sends one of its forms, with its hidden fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> sent = await HiddenAsync(path, form);
        foreach ((string name, string value) in fields)
        {
            sent[name] = value;
        }

        return await PostAsync(path, new FormUrlEncodedContent(sent));
    }

    /// <summary>Opens a page and reads the hidden fields of one of its forms.</summary>
    public async Task<Dictionary<string, string>> HiddenAsync(string path, string form)
    {
        string page = await (await GetAsync(path)).Content.ReadAsStringAsync();
        string shown = Forms().Matches(page).Select(match => match.Value).Single(found => found.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        return Hidden().Matches(shown).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
    }

    public Task<HttpResponseMessage> UnlockAsync(string secret) => SubmitAsync(Urls.Unlock, "unlock", ("Secret", secret));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("data-entering=\"([^\"]+)\" data-target=\"([^\"]+)\"")]
    private static partial Regex Entering();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
