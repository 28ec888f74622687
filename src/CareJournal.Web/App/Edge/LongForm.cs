using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.App.Edge;

/// <summary>
/// Bounds what may be sent to the pages in front of the lock, where anybody on this computer may send. A longer form is not read:
/// the page is shown afresh and says so.
/// </summary>
public sealed class LongForm(RequestDelegate next)
{
    /// <summary>Two passphrases of the greatest length, each character in up to nine bytes, and the hidden fields.</summary>
#if SABOTAGE_LONG_FORM
    public const long LongestBody = long.MaxValue;
#else
    public const long LongestBody = 256 * 1024;
#endif

    /// <summary>In the address of a page that has to say that the form was too long.</summary>
    public const string Mark = "long";

    /// <summary>Lets the request through, or leads back to the page.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsInFront(context.Request.Path))
        {
            if (context.Request.ContentLength > LongestBody)
            {
                var address = context.Request.Path + context.Request.QueryString;
                context.Response.Redirect(context.Request.Query.ContainsKey(Mark) ? address : QueryHelpers.AddQueryString(address, Mark, "true"));
                return Task.CompletedTask;
            }

            // A body whose length is not told ahead is cut off while it is read.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = LongestBody;
            }
        }

        return next(context);
    }

    private static bool IsInFront(PathString path) =>
        path.Equals(Urls.Unlock, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(Urls.FirstRun, StringComparison.OrdinalIgnoreCase);
}
