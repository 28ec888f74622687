using CareJournal.Keeping;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>Records that a sheet was sent to the printer. Requires a session like every endpoint.</summary>
public static class PrintedEndpoint
{
    // An act number and eight digits of a digest.
    private const int LongestState = 28;

    private static readonly string[] Sheets = [.. Enum.GetNames<SheetKind>(), "Caseload", "Year"];

    /// <summary>Maps the endpoint.</summary>
    public static void MapPrinted(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Urls.PrintedRoute, async (string what, Guid? person, string? state, TraceRecorder traces) =>
        {
            if (!Sheets.Contains(what, StringComparer.Ordinal) || state?.Length > LongestState || state?.All(sign => sign == '-' || char.IsAsciiHexDigit(sign)) == false)
            {
                return Results.BadRequest();
            }

            await traces.PrintedAsync(what, person, state);
            return Results.NoContent();
        });
}
