using CareJournal.Web.App.Sessions;

namespace CareJournal.Web.App;

/// <summary>Language and theme, changed by two plain forms of the bar. They change cookies of this browser and nothing else.</summary>
public static class Preferences
{
    /// <summary>Adds the addresses. The form token is not asked for: the Origin check stands before, and there is nothing to gain.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Urls.Language, context => ChangeAsync(context, Culture.Remember)).WithMetadata(new CookieIsEnough());
        routes.MapPost(Urls.Theme, context => ChangeAsync(context, Theme.Remember)).WithMetadata(new CookieIsEnough());
    }

    private static async Task ChangeAsync(HttpContext context, Action<HttpContext, string?> remember)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        remember(context, form["choice"]);
        context.Response.Redirect(Urls.Local(form["back"]));
    }
}
