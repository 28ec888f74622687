using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CareJournal.Keeping;

/// <summary>
/// Computes the digest of a <see cref="ChainLink"/>: HMAC-SHA-256 (RFC 2104, FIPS 180-4) under the key derived for <see cref="KeyPurpose"/>, over the number,
/// the digest before, the time of the link, the fields of the act, and for each row version of the act its table, row, revision and the digest of the row as the act left it.
/// </summary>
internal sealed class ChainDigest : IDisposable
{
    /// <summary>The purpose for which the key is derived from the master key (<see cref="Vault.MasterKey.Derive"/>).</summary>
    public const string KeyPurpose = "record chain";

    // Begins what is hashed, so that a later form of link can never be taken for this one.
    private const string Form = "CareJournal chain link 1";

    private readonly IncrementalHash _hash;

    /// <param name="key">32 bytes; not kept.</param>
    public ChainDigest(byte[] key)
    {
#if SABOTAGE_CHAIN_KEY
        key = new byte[key.Length];
#endif
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
    }

    /// <summary>The digest before the first link.</summary>
    public static byte[] Beginning { get; } = new byte[ChainLink.DigestSize];

    /// <summary>Returns the digest of a link, <see cref="ChainLink.DigestSize"/> bytes.</summary>
    /// <param name="number">The number of the link, from 1.</param>
    /// <param name="before">The digest of the link before, or <see cref="Beginning"/>.</param>
    /// <param name="atUtc">The time of the link as it lies in the file.</param>
    /// <param name="act">The act.</param>
    /// <param name="rows">The rows that the act changed, in any order.</param>
    public byte[] Of(long number, byte[] before, string? atUtc, ChainedAct act, IReadOnlyCollection<ChainedRow> rows)
    {
        Append(Form);
        Append(number);
        Append(before);
        Append(atUtc);
        Append(act.Id);
        Append(act.AtUtc);
        Append(act.Kind);
        Append(act.PatientId);
        Append(act.UndoesActId);
        Append(act.Reason);
        Append(act.DraftId);
        if (act.Detail is not null)
        {
            // Acts from before there were details have the digest that they had then.
            Append("detail");
            Append(act.Detail);
        }

        Append(rows.Count);
        foreach (ChainedRow row in rows.OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.RowId).ThenBy(row => row.RevisionAfter))
        {
            Append(row.Table);
            Append(row.RowId.ToByteArray(true));
            Append(row.RevisionAfter);
#if !SABOTAGE_CHAIN_ROWS
            Append(row.After);
#endif
        }

        return _hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    private void Append(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    private void Append(string? text) => Append(text is null ? null : Encoding.UTF8.GetBytes(text));

    // An absent value and an empty one are two things.
    private void Append(byte[]? bytes)
    {
        Append(bytes?.Length ?? -1L);
        _hash.AppendData(bytes ?? []);
    }
}

/// <summary>An act as it lies in the file: ids as 16 bytes in big-endian order, the kind by its name.</summary>
internal sealed record ChainedAct(byte[]? Id, string? AtUtc, string? Kind, byte[]? PatientId, byte[]? UndoesActId, string? Reason, byte[]? DraftId, string? Detail)
{
    /// <summary>Returns an act that was just saved, as it lies in the file.</summary>
    public static ChainedAct Of(Act act) =>
        new(BytesOf(act.Id), StoredInstant.TextOf(act.AtUtc), act.Kind.ToString(), BytesOf(act.PatientId), BytesOf(act.UndoesActId), act.Reason, BytesOf(act.DraftId), act.Detail);

    private static byte[]? BytesOf(Guid? id) => id?.ToByteArray(true);
}

/// <summary>A row that an act changed.</summary>
/// <param name="Table">Its table.</param>
/// <param name="RowId">Its id.</param>
/// <param name="RevisionAfter">Its revision once the act was saved.</param>
/// <param name="After">The digest of the row as the act left it (<see cref="RowDigest"/>); empty where the journal no longer holds that.</param>
internal sealed record ChainedRow(string Table, Guid RowId, long RevisionAfter, byte[] After);

/// <summary>A row that an act changed, as it was read and before its digest is computed, which may be done on another thread.</summary>
/// <param name="Table">Its table.</param>
/// <param name="RowId">Its id.</param>
/// <param name="RevisionAfter">Its revision once the act was saved.</param>
/// <param name="Written">The row as JSON, where a later version keeps it.</param>
/// <param name="Stored">The row as it lies in its table (<see cref="RowDigest.Read"/>), where the act was the last to change it.</param>
internal sealed record ReadRow(string Table, Guid RowId, long RevisionAfter, string? Written, byte[]? Stored)
{
    /// <summary>Computes the digest of the row.</summary>
    public ChainedRow Digested() => new(Table, RowId, RevisionAfter, Written is { } written ? OfJson(written) : Stored is { } stored ? RowDigest.OfRead(stored) : []);

    private static byte[] OfJson(string written)
    {
        try
        {
            return RowDigest.OfJson(written);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
