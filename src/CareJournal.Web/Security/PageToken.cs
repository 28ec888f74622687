using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CareJournal.Web.Security;

/// <summary>
/// The second credential of a session, besides the cookie. A browser sends a cookie to every port of a host name; this token is kept
/// in the storage of the journal's own origin, port included, and is sent by script: no other server ever receives it.
/// </summary>
public static class PageToken
{
    /// <summary>The form field that carries it.</summary>
    public const string Field = "page-token";

    private const string Bearer = "Bearer ";

    /// <summary>
    /// The token sent with this request, or null: in <c>Authorization</c>; in a field of a submitted form; in the query when a
    /// circuit's WebSocket is opened. The last two cannot set a header.
    /// </summary>
    public static async Task<string?> ReadAsync(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return header[Bearer.Length..];
        }

        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            try
            {
                var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
                return form[Field] is [{ } field] ? field : null;
            }
            catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException or IOException)
            {
                // An unreadable form counts as no token; an exception here would also break the page that reports the problem.
                return null;
            }
        }

        return WebSocketsOnly.IsHub(request.Path) && request.Query["access_token"] is [{ } query] ? query : null;
    }
}

/// <summary>Marks endpoints for which the cookie is enough: they disclose nothing, and change only this browser's appearance or lock the journal.</summary>
public sealed class CookieIsEnough;

/// <summary>
/// Requires the cookie and the page token for every endpoint that does not opt out. The cookie alone opens the empty frame of an interactive
/// page, which is filled over a circuit, and endpoints marked <see cref="CookieIsEnough"/>.
/// </summary>
public sealed class PageTokenRequirement : AuthorizationHandler<PageTokenRequirement>, IAuthorizationRequirement
{
    // Requests sent while a page unloads, which cannot carry a token, and the names of its start-up scripts.
    private static readonly string[] WithoutContent = ["/_blazor/disconnect", "/_blazor/initializers"];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PageTokenRequirement requirement)
    {
        var enough = context.User.HasClaim(claim => claim.Type == SessionHandler.PageClaim)
            || (context.Resource is HttpContext asked && MayAnswerToTheCookie(asked));
#if SABOTAGE_SECOND_TOKEN
        enough = true;
#endif
        if (enough)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool MayAnswerToTheCookie(HttpContext context)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (context.GetEndpoint() is not { Metadata: var says })
        {
            // Unknown address: a frame that shows the "not found" message.
            return reads;
        }

        return says.GetMetadata<CookieIsEnough>() is not null
            || (reads && says.GetMetadata<ComponentTypeMetadata>() is not null && says.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null)
            || WithoutContent.Any(path => context.Request.Path.Equals(path, StringComparison.OrdinalIgnoreCase));
    }
}
