using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Vault;

/// <summary>Tells, while a phrase is being chosen, how well it withstands guessing. The phrase is judged and forgotten.</summary>
public static class PhraseStrength
{
    /// <summary>Adds the address. It answers only while there is no journal: afterwards nobody in front of the lock chooses a phrase.</summary>
    public static void MapFirstRun(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Urls.PhraseStrength, async (HttpContext context, JournalFile journal, Wording wording) =>
        {
            if (journal.State != JournalState.NotCreated)
            {
                return Results.NotFound();
            }

            using var body = new StreamReader(context.Request.Body);
            var phrase = Passphrase.From(await body.ReadToEndAsync(context.RequestAborted));
            return Results.Json(new { phrase.IsAccepted, Strength = phrase.Strength.ToString(), Sentence = Sentence(phrase, wording) });
        }).AllowAnonymous();

    /// <summary>« Phrase de passe : correcte », or nothing while it is too short to be judged.</summary>
    public static string Sentence(Passphrase phrase, Wording wording) => phrase.Length == 0 ? "" : wording["Vault.Strength", wording.Of(phrase.Strength)];
}
