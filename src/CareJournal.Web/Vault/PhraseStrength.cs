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

            // One character more than is allowed tells that it is too long; the rest is not read.
            using var body = new StreamReader(context.Request.Body);
            var typed = new char[Passphrase.MostLength + 1];
            var length = await body.ReadBlockAsync(typed, context.RequestAborted);
            var text = new string(typed, 0, length);
            Array.Clear(typed);
            if (Passphrase.IsTooLong(text))
            {
                return Results.Json(new { IsAccepted = false, Strength = "", Sentence = TooLong(wording) });
            }

            var phrase = Passphrase.From(text);
            return Results.Json(new { phrase.IsAccepted, Strength = phrase.Strength.ToString(), Sentence = Sentence(phrase, wording) });
        }).AllowAnonymous();

    /// <summary>Says how long a passphrase may be at most.</summary>
    public static string TooLong(Wording wording) => wording["Vault.Passphrase.TooLong", Passphrase.MostLength];

    /// <summary>What is wrong with a chosen passphrase: too long or too short. Null when it may be taken.</summary>
    public static string? Problem(string? text, Wording wording) =>
        Passphrase.IsTooLong(text) ? TooLong(wording)
        : Passphrase.From(text ?? "").IsAccepted ? null
        : wording["Vault.Passphrase.TooShort", Passphrase.LeastLength];

    /// <summary>« Phrase de passe : correcte », or nothing while it is too short to be judged.</summary>
    public static string Sentence(Passphrase phrase, Wording wording) => phrase.Length == 0 ? "" : wording["Vault.Strength", wording.Of(phrase.Strength)];
}
