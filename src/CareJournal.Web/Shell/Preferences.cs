using CareJournal.Web.Security;

namespace CareJournal.Web.Shell;

/// <summary>Endpoints for language and theme, changed by two plain forms of the bar, and for how the review is shown. They change cookies of this browser and nothing else.</summary>
public static class Preferences
{
    /// <summary>Maps the endpoints. No form token is required: the Origin check comes first, and an attacker would gain nothing.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Urls.Language, context => ChangeAsync(context, Culture.Remember)).WithMetadata(new CookieIsEnough());
        routes.MapPost(Urls.ReviewView, context => ChangeAsync(context, ReviewView.Remember)).WithMetadata(new CookieIsEnough());
        routes.MapPost(Urls.Theme, context => ChangeAsync(context, Theme.Remember)).WithMetadata(new CookieIsEnough());
    }

    private static async Task ChangeAsync(HttpContext context, Action<HttpContext, string?> remember)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        remember(context, form["choice"]);
        context.Response.Redirect(Urls.Local(form["back"]));
    }
}
