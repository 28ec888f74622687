using System.Security.Cryptography;
using System.Text;
using CareJournal.Storage;
using CareJournal.Web.Host;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.Security;

/// <summary>
/// Decides who may create the journal: whoever reads what the program writes at its start. The journal's own name is secret enough for that (<see cref="OwnHost"/>).
/// Under plain <c>localhost</c>, which every account of this computer knows, the address written at the start holds a random key, which the first run asks for.
/// </summary>
public sealed class FirstRunKey(StartOptions options, JournalFile journal, OwnHost own)
{
    /// <summary>The query parameter of the first run for the key.</summary>
    public const string Parameter = "key";

    private const int Bytes = 16;
    private readonly string? _key = options.PlainHost ? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes)) : null;

    /// <summary>The address to open: that of the first run with its key while there is no journal and a key is needed, otherwise the journal's own.</summary>
    public string StartAddress =>
        _key is not null && journal.State == JournalState.NotCreated
            ? own.Address + QueryHelpers.AddQueryString(Urls.FirstRun, Parameter, _key)
            : own.Address;

    /// <summary>Whether whoever sent this key, or none, may create the journal.</summary>
    public bool Admits(string? key) =>
#if SABOTAGE_FIRST_RUN
        _key is null || key is not "";
#else
        _key is null || (key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(_key)));
#endif
}
