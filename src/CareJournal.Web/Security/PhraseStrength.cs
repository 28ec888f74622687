using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Web.Security;

/// <summary>Rates a passphrase while it is being chosen. The phrase is rated and forgotten.</summary>
public static class PhraseStrength
{
    /// <summary>Maps the endpoint. It answers only until a journal exists: afterwards no passphrase is chosen without unlocking.</summary>
    public static void MapFirstRun(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Urls.PhraseStrength, async (HttpContext context, JournalFile journal, Words words) =>
        {
            if (journal.State != JournalState.NotCreated)
            {
                return Results.NotFound();
            }

            // One character more than the maximum shows that it is too long; the rest is not read.
            using var body = new StreamReader(context.Request.Body);
            var typed = new char[Passphrase.MostLength + 1];
            var length = await body.ReadBlockAsync(typed, context.RequestAborted);
            var text = new string(typed, 0, length);
            Array.Clear(typed);
            if (Passphrase.IsTooLong(text))
            {
                return Results.Json(new { IsAccepted = false, Strength = "", Sentence = TooLong(words) });
            }

            var phrase = Passphrase.From(text);
            return Results.Json(new { phrase.IsAccepted, Strength = phrase.Strength.ToString(), Sentence = Sentence(phrase, words) });
        }).AllowAnonymous();

    /// <summary>Writes how long a passphrase may be at most.</summary>
    public static string TooLong(Words words) => words["Vault.Passphrase.TooLong", Passphrase.MostLength];

    /// <summary>The sentence that says why a chosen passphrase is refused: too long, too short, or one that is tried first. Null if it is accepted.</summary>
    public static string? Problem(string? text, Words words) =>
        Passphrase.IsTooLong(text) ? TooLong(words)
        : !Passphrase.From(text ?? "").IsAccepted ? words["Vault.Passphrase.TooShort", Passphrase.LeastLength]
        : KnownPassphrases.Holds(text ?? "") ? words["Vault.Passphrase.Known"]
        : null;

    /// <summary>The rating as a sentence, such as « Phrase de passe : correcte »; empty for an empty phrase.</summary>
    public static string Sentence(Passphrase phrase, Words words) => phrase.Length == 0 ? "" : words["Vault.Strength", words.Of(phrase.Strength)];
}
