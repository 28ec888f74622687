using CareJournal.Web.App.Edge;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// Spares the first visitor of a demo the passphrase: the first page that is asked for receives an ordinary session.
/// Once only; every later browser gives the passphrase from the banner. Host and Origin were checked before.
/// </summary>
public sealed class DemoSession(RequestDelegate next, StartOptions options, SessionTable sessions)
{
    private int _given;

    /// <summary>Gives the session away or just goes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (options.Demo
            && PageRequest.Is(context)
            && context.User.Identity is not { IsAuthenticated: true }
            && Interlocked.Exchange(ref _given, 1) == 0)
        {
            var tokens = sessions.Open();
            SessionCookie.Write(context, tokens.Cookie);
            return new RazorComponentResult<EnteringFrame>(new { tokens.Page, Target = Urls.Local(context.Request.Path + context.Request.QueryString) }).ExecuteAsync(context);
        }

        return next(context);
    }
}
