namespace CareJournal.Web.Security;

/// <summary>
/// Sets the same strict headers on every response, errors included.
/// The threats: text that becomes a script (only our own script files run, none inline), a page of ours inside a foreign frame,
/// an address leaking through the referrer, and a record that stays readable in the browser's cache after the lock.
/// </summary>
public sealed class SafeHeaders(RequestDelegate next)
{
    /// <summary>
    /// The content security policy: what a page may load. There are two exceptions: inline styles (components set widths and colours),
    /// and <c>base-uri 'self'</c>, because the Blazor script finds its hub through the page's base element.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>
    /// No referrer leaves this journal. Not <c>no-referrer</c>: under it browsers send <c>Origin: null</c> with our own forms,
    /// and the Origin check could no longer distinguish them from foreign ones.
    /// </summary>
    public const string ReferrerPolicy = "same-origin";

    /// <summary>Device permissions that the journal never asks for.</summary>
    public const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    /// <summary>Registers the headers to be written last, so that nothing in between, not even the error page, can drop them.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = ReferrerPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers.Remove("Server");
        NameCharacters(headers);
        if (context.GetEndpoint()?.Metadata.GetMetadata<MayBeCached>() is null)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    /// <summary>Every text is UTF-8. Our scripts, styles and pictures are sent without saying so, which would leave it to the browser.</summary>
    private static void NameCharacters(IHeaderDictionary headers)
    {
        var type = headers.ContentType.ToString();
        if ((type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)) && !type.Contains("charset", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentType = $"{type}; charset=utf-8";
        }
    }
}

/// <summary>Marks endpoints whose responses contain no personal data: our scripts, styles and pictures.</summary>
public sealed class MayBeCached;
