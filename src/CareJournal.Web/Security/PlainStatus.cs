namespace CareJournal.Web.Security;

/// <summary>Sends responses that are only a status: no page, and no hint at what exists.</summary>
public static class PlainStatus
{
    /// <summary>Ends the request with <paramref name="status"/> and no body.</summary>
    public static Task EndAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
