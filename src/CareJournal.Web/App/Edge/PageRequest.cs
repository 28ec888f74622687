namespace CareJournal.Web.App.Edge;

/// <summary>Tells somebody who opens a page from a script that fetches something.</summary>
public static class PageRequest
{
    /// <summary>Whether a person waits for a page: then a refusal may lead to the unlock page, and an unknown address gets a sentence.</summary>
    public static bool Is(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && !context.Request.Headers.ContainsKey("Upgrade")
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
