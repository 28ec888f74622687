using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CareJournal.Vault;

namespace CareJournal.Storage;

/// <summary>
/// The host name of one journal alone, such as <c>k4q7w2mz5b6tr3xhy2nd.localhost</c>. Browsers send a cookie to every port of a host name,
/// so a name that another account of the computer knows would send the session to that account's server. Nobody can guess this one:
/// 20 random characters of base 32 (RFC 4648), 100 bits. It is generated once and stored beside the journal, readable by its owner only.
/// </summary>
public static class OwnHostName
{
    private const int RandomCharacters = 20;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const string Ending = ".localhost";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>Reads the stored name; generates and stores a new one where there is none, where the file has other content, or where other accounts could read it.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read or written.</exception>
    public static string ReadOrMake(JournalFolder folder)
    {
        if (File.Exists(folder.HostPath) && !PrivateFiles.IsOpenToOthers(folder.HostPath) && File.ReadAllText(folder.HostPath).Trim() is var kept && IsOne(kept))
        {
            return kept;
        }

        string made = RandomNumberGenerator.GetString(Alphabet, RandomCharacters) + Ending;
        DurableFile.Replace(folder.HostPath, Encoding.ASCII.GetBytes(made));
        return made;
    }

    /// <summary>Whether a text has the form of such a name.</summary>
    public static bool IsOne(string text) =>
        text.Length == RandomCharacters + Ending.Length
            && text.EndsWith(Ending, StringComparison.Ordinal)
            && !text.AsSpan(0, RandomCharacters).ContainsAnyExcept(Characters);
}
