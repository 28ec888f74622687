using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CareJournal.Vault;

namespace CareJournal.Storage;

/// <summary>
/// The host name of one journal alone, such as <c>k4q7w2mz5b6tr3xhy2nd.localhost</c>. Browsers send a cookie to every port of a host name,
/// so a name that another account of the computer knows hands the session to that account's server. Nobody can guess this one:
/// 20 random characters of base 32 (RFC 4648), 100 bits. It is made once and kept beside the journal, for its owner alone.
/// </summary>
public static class OwnHostName
{
    private const int RandomCharacters = 20;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const string Ending = ".localhost";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>The kept name; made and kept first where there is none, where the file holds something else, or where other accounts could read it.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read or written.</exception>
    public static string ReadOrMake(JournalFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (File.Exists(folder.HostPath) && !PrivateFiles.IsOpenToOthers(folder.HostPath) && File.ReadAllText(folder.HostPath).Trim() is var kept && IsOne(kept))
        {
            return kept;
        }

        string made = RandomNumberGenerator.GetString(Alphabet, RandomCharacters) + Ending;
        DurableFile.Replace(folder.HostPath, Encoding.ASCII.GetBytes(made));
        return made;
    }

    /// <summary>Whether a text has the form of such a name.</summary>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == RandomCharacters + Ending.Length
            && text.EndsWith(Ending, StringComparison.Ordinal)
            && !text.AsSpan(0, RandomCharacters).ContainsAnyExcept(Characters);
    }
}
