using CareJournal.Web.Host;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareJournal.Web.Security;

/// <summary>
/// Lets the first visitor of a demo in without the passphrase: the first page request receives an ordinary session.
/// Once only; every later browser needs the passphrase from the banner. Host and Origin were checked before.
/// </summary>
public sealed class DemoSession(RequestDelegate next, StartOptions options, SessionTable sessions)
{
    private int _given;

    /// <summary>Opens that session, or just continues.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (options.Demo
            && PageRequest.Is(context)
            && context.User.Identity is not { IsAuthenticated: true }
            && Interlocked.Exchange(ref _given, 1) == 0)
        {
            var tokens = sessions.Open(BrowserName.Of(context.Request.Headers.UserAgent.ToString()));
            SessionCookie.Write(context, tokens.Cookie);
            return new RazorComponentResult<EnteringFrame>(new { tokens.Page, Target = Urls.Local(context.Request.Path + context.Request.QueryString) }).ExecuteAsync(context);
        }

        return next(context);
    }
}
