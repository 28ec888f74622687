using System.Security.Claims;
using System.Text.Encodings.Web;
using CareJournal.Storage;
using CareJournal.Web.App.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CareJournal.Web.App.Sessions;

/// <summary>Options of <see cref="SessionHandler"/>: none of its own.</summary>
public sealed class SessionSchemeOptions : AuthenticationSchemeOptions;

/// <summary>
/// Recognises a browser that gave the passphrase, by its cookie, and a page of it, by the token besides (<see cref="PageToken"/>).
/// Whoever did not is led to the unlock page when a person waits for a page, and gets a bare 401 otherwise.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<SessionSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    SessionTable sessions,
    JournalFile journal) : AuthenticationHandler<SessionSchemeOptions>(options, logs, encoder)
{
    /// <summary>The name of the one way in.</summary>
    public const string SchemeName = "Session";

    /// <summary>The claim that holds the session's id (never its token).</summary>
    public const string SessionClaim = "session";

    /// <summary>The claim of a request that showed the session's page token as well as its cookie.</summary>
    public const string PageClaim = "page";

    /// <summary>The session of whoever asks, or sits behind a circuit; null without one.</summary>
    public static string? SessionOf(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindFirst(SessionClaim)?.Value;
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (PageRequest.Is(Context))
        {
            Response.Redirect(journal.State == JournalState.NotCreated ? Urls.FirstRun : Urls.UnlockFor(Request.Path + Request.QueryString));
            return Task.CompletedTask;
        }

        return PlainStatus.EndAsync(Context, StatusCodes.Status401Unauthorized);
    }

    /// <summary>The cookie came without the page token. A browser that opens a page cannot send one: it gets an empty frame, whose script asks again with it.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        PageRequest.Is(Context) && Request.Headers.Authorization.Count == 0
            ? new RazorComponentResult<StaticFrame>().ExecuteAsync(Context)
            : PlainStatus.EndAsync(Context, StatusCodes.Status401Unauthorized);
}
