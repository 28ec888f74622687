using System.Security.Claims;
using System.Text.Encodings.Web;
using CareJournal.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CareJournal.Web.Security;

/// <summary>Options of <see cref="SessionHandler"/>; it adds none.</summary>
public sealed class SessionSchemeOptions : AuthenticationSchemeOptions;

/// <summary>
/// Authenticates a browser that gave the passphrase by its cookie, and a page of it by the token besides (<see cref="PageToken"/>).
/// Otherwise a page request is redirected to the unlock page, and any other request gets a bare 401.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<SessionSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    SessionTable sessions,
    JournalFile journal) : AuthenticationHandler<SessionSchemeOptions>(options, logs, encoder)
{
    /// <summary>The name of the only authentication scheme.</summary>
    public const string SchemeName = "Session";

    /// <summary>The claim that contains the session's id (never its token).</summary>
    public const string SessionClaim = "session";

    /// <summary>The claim of a request that sent the session's page token as well as its cookie.</summary>
    public const string PageClaim = "page";

    /// <summary>The session id of a user of a request or circuit; null without a session.</summary>
    public static string? SessionOf(ClaimsPrincipal user) =>
        user.FindFirst(SessionClaim)?.Value;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (journal.State != JournalState.Open || sessions.Find(SessionCookie.Read(Context)) is not { } id)
        {
            return AuthenticateResult.NoResult();
        }

        Claim[] claims = sessions.Proves(id, await PageToken.ReadAsync(Request)) ? [new(SessionClaim, id), new(PageClaim, "shown")] : [new(SessionClaim, id)];
        var practitioner = new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName));
        return AuthenticateResult.Success(new AuthenticationTicket(practitioner, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (PageRequest.Is(Context))
        {
            Response.Redirect(journal.State == JournalState.NotCreated ? Urls.FirstRun : Urls.UnlockFor(Request.Path + Request.QueryString));
            return Task.CompletedTask;
        }

        return PlainStatus.EndAsync(Context, StatusCodes.Status401Unauthorized);
    }

    /// <summary>Handles a cookie without the page token: a browser that opens a page cannot send the token, so it gets an empty frame whose script asks again with it.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        PageRequest.Is(Context) && Request.Headers.Authorization.Count == 0
            ? new RazorComponentResult<StaticFrame>().ExecuteAsync(Context)
            : PlainStatus.EndAsync(Context, StatusCodes.Status401Unauthorized);
}
