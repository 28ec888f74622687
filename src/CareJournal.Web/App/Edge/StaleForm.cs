namespace CareJournal.Web.App.Edge;

/// <summary>
/// Shows an unlock page afresh when its form carries a token that nobody knows any more: the page stood open while the journal
/// was started anew. What was typed is not looked at; without this the browser would show a bare error to somebody who did nothing wrong.
/// </summary>
public sealed class StaleForm(RequestDelegate next)
{
    /// <summary>Lets the request through, and leads back to the page when its form was refused.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (HttpMethods.IsPost(context.Request.Method)
            && context.Request.Path.Value is (Urls.Unlock or Urls.FirstRun)
            && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
        {
            context.Response.Redirect(context.Request.Path + context.Request.QueryString);
        }
    }
}
