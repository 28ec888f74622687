namespace CareJournal.Web.Security;

/// <summary>
/// Reloads an unlock page whose form token is no longer valid because the journal was restarted while the page was open.
/// The typed text is not read; without this the browser would show a bare error to somebody who did nothing wrong.
/// </summary>
public sealed class StaleForm(RequestDelegate next)
{
    /// <summary>Serves the request, and redirects to the page if its form was refused.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (HttpMethods.IsPost(context.Request.Method)
            && context.Request.Path.Value is (Urls.Unlock or Urls.FirstRun or Urls.Veil or Urls.Restore)
            && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
        {
            context.Response.Redirect(context.Request.Path + context.Request.QueryString);
        }
    }
}
