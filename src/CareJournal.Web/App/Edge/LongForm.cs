using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.App.Edge;

/// <summary>
/// Bounds what may be sent to the pages in front of the lock, where anybody on this computer may send. A longer form is dropped as it
/// comes: the page is shown afresh and says so.
/// </summary>
public sealed class LongForm(RequestDelegate next)
{
    /// <summary>Two passphrases of the greatest length, each character in up to nine bytes, and the hidden fields.</summary>
#if SABOTAGE_LONG_FORM
    public const long LongestBody = long.MaxValue;
#else
    public const long LongestBody = 256 * 1024;
#endif

    // A browser is answered only once all of its form was taken from it: while it still sends, a closed connection is all it would see.
    private const long LongestDropped = 64 * 1024 * 1024;

    /// <summary>In the address of a page that has to say that the form was too long.</summary>
    public const string Mark = "long";

    /// <summary>Lets the request through, or leads back to the page.</summary>
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

            // A body whose length is not told ahead is cut off while it is read.
            if (limit is not null)
            {
                limit.MaxRequestBodySize = LongestBody;
            }
        }

        await next(context);
    }

    private static bool IsInFront(PathString path) =>
        path.Equals(Urls.Unlock, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Urls.FirstRun, StringComparison.OrdinalIgnoreCase);
}
