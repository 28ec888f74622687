using System.Security.Claims;
using System.Text.Encodings.Web;
using CareJournal.Storage;
using CareJournal.Web.App.Edge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CareJournal.Web.App.Sessions;

/// <summary>Options of <see cref="SessionHandler"/>: none of its own.</summary>
public sealed class SessionSchemeOptions : AuthenticationSchemeOptions;

/// <summary>
/// Recognises a browser that gave the passphrase. Whoever did not is led to the unlock page when a person waits for a page,
/// and gets a bare 401 otherwise.
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

    /// <summary>The session of whoever asks, or sits behind a circuit; null without one.</summary>
    public static string? SessionOf(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.FindFirst(SessionClaim)?.Value;
    }

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (journal.State != JournalState.Open || sessions.Find(SessionCookie.Read(Context)) is not { } id)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var practitioner = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, id)], SchemeName));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(practitioner, SchemeName)));
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
}
