using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Keeping;

/// <summary>
/// The manifest of a copy, <c>copy.json</c>: what the copy held when it was read back. It can be read without a key, and is authenticated with one, so that a
/// manifest that somebody changed is found.
/// </summary>
/// <param name="MadeAtUtc">When the copy was made, in UTC.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="HeadNumber">The number of the last link of its record chain.</param>
/// <param name="HeadDigest">The digest of that link, in hexadecimal.</param>
/// <param name="Bytes">The size of its database in bytes.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Schema">The schema of its tables.</param>
/// <param name="IsWhole">Whether the record chain verified from end to end. A copy is made all the same when it did not: it is the journal as it was.</param>
public sealed record CopyManifest(DateTime MadeAtUtc, long Rows, long HeadNumber, string HeadDigest, long Bytes, string Program, int Schema, bool IsWhole)
{
    /// <summary>The purpose of the key with which a manifest is authenticated.</summary>
    internal const string KeyPurpose = "copy manifest";

    private const int LongestFile = 16 * 1024;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The version of this program, as a manifest names it.</summary>
    internal static string ThisProgram { get; } = typeof(CopyManifest).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Writes it into the folder of a copy; it is on the disk afterwards.</summary>
    internal void WriteTo(JournalFolder folder, byte[] key) =>
        DurableFile.Replace(folder.ManifestPath, JsonSerializer.SerializeToUtf8Bytes(new Stored(this, Convert.ToHexStringLower(Authenticate(key))), Written));

    /// <summary>Reads the manifest of a copy.</summary>
    /// <param name="folder">The folder of the copy.</param>
    /// <param name="key">The key of the manifests of the same journal.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal static ManifestAnswer ReadFrom(JournalFolder folder, byte[] key)
    {
        FileInfo file = new(folder.ManifestPath);
        if (!file.Exists)
        {
            return new ManifestAnswer.Missing();
        }

        if (file.Length > LongestFile)
        {
            return new ManifestAnswer.Changed();
        }

        try
        {
            return JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(file.FullName), Written) is { Copy: { } copy, Authentication: { } authentication }
                && CryptographicOperations.FixedTimeEquals(copy.Authenticate(key), Convert.FromHexString(authentication))
                ? new ManifestAnswer.Found(copy)
                : new ManifestAnswer.Changed();
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return new ManifestAnswer.Changed();
        }
    }

    private byte[] Authenticate(byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join('\n', "CareJournal copy 1",
        MadeAtUtc.ToString("O", CultureInfo.InvariantCulture), Number(Rows), Number(HeadNumber), HeadDigest, Number(Bytes), Program, Number(Schema), IsWhole ? "whole" : "changed")));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Stored(CopyManifest? Copy, string? Authentication);
}

/// <summary>The result of reading a manifest.</summary>
public abstract record ManifestAnswer
{
    private ManifestAnswer()
    {
    }

    /// <summary>It is as the program wrote it.</summary>
    public sealed record Found(CopyManifest Manifest) : ManifestAnswer;

    /// <summary>There is none: the copy was made by an earlier version.</summary>
    public sealed record Missing : ManifestAnswer;

    /// <summary>It is not what the program wrote for a copy of this journal.</summary>
    public sealed record Changed : ManifestAnswer;
}
