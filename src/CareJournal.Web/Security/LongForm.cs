using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.Security;

/// <summary>
/// Limits what may be sent to the pages that need no session, to which anybody on this computer may send. A longer form is discarded as it
/// arrives: the page is shown again with a message.
/// </summary>
public sealed class LongForm(RequestDelegate next)
{
    /// <summary>Two passphrases of the maximum length, each character in up to nine bytes, and the hidden fields.</summary>
#if SABOTAGE_LONG_FORM
    public const long LongestBody = long.MaxValue;
#else
    public const long LongestBody = 256 * 1024;
#endif

    // A browser reads the response only once its whole form was received: if the connection closes while it still sends, it sees only that.
    private const long LongestDropped = 64 * 1024 * 1024;

    /// <summary>The query parameter of a page that has to report that the form was too long.</summary>
    public const string Mark = "long";

    /// <summary>Serves the request, or redirects to the page.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsInFront(context.Request.Path))
        {
            var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } own ? own : null;
            if (context.Request.ContentLength > LongestBody)
            {
                if (limit is not null && context.Request.ContentLength <= LongestDropped)
                {
                    limit.MaxRequestBodySize = LongestDropped;
                    await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                }

                var address = context.Request.Path + context.Request.QueryString;
                context.Response.Redirect(context.Request.Query.ContainsKey(Mark) ? address : QueryHelpers.AddQueryString(address, Mark, "true"));
                return;
            }

            // A body of unknown length is cut off while it is read.
            if (limit is not null)
            {
                limit.MaxRequestBodySize = LongestBody;
            }
        }

        await next(context);
    }

    private static bool IsInFront(PathString path) =>
        path.Equals(Urls.Unlock, StringComparison.OrdinalIgnoreCase) || path.Equals(Urls.Veil, StringComparison.OrdinalIgnoreCase) || path.Equals(Urls.Restore, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Urls.FirstRun, StringComparison.OrdinalIgnoreCase);
}
