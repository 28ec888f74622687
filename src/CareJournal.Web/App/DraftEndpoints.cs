using System.Text.Json;
using CareJournal.Drafts;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Mvc;

namespace CareJournal.Web.App;

/// <summary>
/// Where a page seals what is being typed, without the circuit. Behind the lock and the Origin check like everything else; the body
/// holds a draft, the answer only when it was kept.
/// </summary>
public static class DraftEndpoints
{
    // All fields of a page, each character in at most six bytes of JSON.
    private const long LongestBody = 6L * Draft.LongestText;

    /// <summary>Adds the address.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder routes) =>
        routes.MapPut(Urls.DraftRoute, async (Guid id, SentDraft sent, DraftRecorder recorder, Wording wording) =>
            await recorder.KeepAsync(sent.ToForm(id)) switch
            {
                DraftOutcome.Kept kept => Results.Json(new { at = wording.Time(TimeOnly.FromDateTime(kept.At)) }),
                DraftOutcome.Spent => Results.StatusCode(StatusCodes.Status410Gone),
                DraftOutcome.TooLong => Results.StatusCode(StatusCodes.Status413PayloadTooLarge),
                DraftOutcome.NotADraft => Results.StatusCode(StatusCodes.Status400BadRequest),
                _ => Results.StatusCode(StatusCodes.Status507InsufficientStorage),
            })
        .WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    /// <summary>What a page sends of a form.</summary>
    /// <param name="Patient">The person.</param>
    /// <param name="Form">Which form.</param>
    /// <param name="Target">The row that is being changed.</param>
    /// <param name="Revision">The revision of it that was read.</param>
    /// <param name="Number">Counts what was typed.</param>
    /// <param name="Fields">What stands in the fields.</param>
    private sealed record SentDraft(Guid? Patient, string Form, Guid? Target, int? Revision, long Number, JsonElement Fields)
    {
        public DraftForm ToForm(Guid id) =>
            new() { Id = id, PatientId = Patient, Form = Form, TargetId = Target, TargetRevision = Revision, Number = Number, Text = Fields.GetRawText() };
    }
}
