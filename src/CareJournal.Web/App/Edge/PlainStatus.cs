namespace CareJournal.Web.App.Edge;

/// <summary>Answers that are only a status: no page, no hint at what is behind the door.</summary>
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
