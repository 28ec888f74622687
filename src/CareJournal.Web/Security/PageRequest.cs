namespace CareJournal.Web.Security;

/// <summary>Distinguishes opening a page from a script's request.</summary>
public static class PageRequest
{
    /// <summary>Whether the request opens a page: then a refusal may redirect to the unlock page, and an unknown address gets a message.</summary>
    public static bool Is(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && !context.Request.Headers.ContainsKey("Upgrade")
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
