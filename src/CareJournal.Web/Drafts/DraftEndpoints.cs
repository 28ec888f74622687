using System.Text.Json;
using CareJournal.Drafts;
using CareJournal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CareJournal.Web.Drafts;

/// <summary>
/// Saves what a page is typing, without the circuit. It requires a session and the Origin check like everything else; the body
/// contains a draft, the response only when it was saved.
/// </summary>
public static class DraftEndpoints
{
    // The longest text of a draft, each character in at most six bytes of JSON.
    private const long LongestBody = 6L * Draft.LongestText;

    /// <summary>Maps the endpoint.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder routes) =>
        routes.MapPut(Urls.DraftRoute, async (Guid id, HttpContext context, DraftRecorder recorder, Words words) =>
            (await ReadAsync(context.Request) is { } draft && draft.Id == id ? await recorder.KeepAsync(draft) : new DraftOutcome.NotADraft()) switch
            {
                DraftOutcome.Kept kept => Results.Json(new { at = words.Time(TimeOnly.FromDateTime(kept.At)) }),
                DraftOutcome.Spent => Results.StatusCode(StatusCodes.Status410Gone),
                DraftOutcome.TooLong => Results.StatusCode(StatusCodes.Status413PayloadTooLarge),
                DraftOutcome.NotADraft => Results.StatusCode(StatusCodes.Status400BadRequest),
                _ => Results.StatusCode(StatusCodes.Status507InsufficientStorage),
            })
        .WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    /// <summary>The draft in UTF-8 JSON; null for any other body. The framework's own reading throws at some of them, which would be written as a fault of the program.</summary>
    private static async Task<DraftForm?> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasJsonContentType() ? await JsonSerializer.DeserializeAsync<DraftForm>(request.Body, JsonSerializerOptions.Web, request.HttpContext.RequestAborted) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or OperationCanceledException)
        {
            // Not JSON, longer than it may be (BadHttpRequestException is an IOException), or the page is gone.
            return null;
        }
    }
}
