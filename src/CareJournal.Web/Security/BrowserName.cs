namespace CareJournal.Web.Security;

/// <summary>The name by which a browser is known, so that somebody recognises their own in a list. A browser can call itself anything: it decides nothing.</summary>
public static class BrowserName
{
    // In this order: Edge and Opera name Chrome as well, and nearly all name Safari.
    private static readonly (string Mark, string Name)[] Known = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    /// <summary>The name in a User-Agent header; empty for an unknown one.</summary>
    public static string Of(string userAgent) =>
        Known.FirstOrDefault(browser => userAgent.Contains($"{browser.Mark}/", StringComparison.Ordinal)).Name ?? "";
}
