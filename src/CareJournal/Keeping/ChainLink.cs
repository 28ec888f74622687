namespace CareJournal.Keeping;

/// <summary>
/// One link of the record chain: the keyed digest of an act, of the rows as the act left them, and of the link before. Written in the transaction of
/// the act and never changed, so that a row, a version or an act that was changed, added or removed without the key of the journal is found by <see cref="ChainCheck"/>.
/// </summary>
public sealed class ChainLink
{
    /// <summary>The size in bytes of a digest: HMAC-SHA-256.</summary>
    public const int DigestSize = 32;

    /// <summary>The number, from 1, without holes.</summary>
    public required long Number { get; init; }

    /// <summary>The time at which the link was written, in UTC. Later than its act where the journal was upgraded from a version without a chain.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>The act.</summary>
    public required Guid ActId { get; init; }

    /// <summary>The digest, <see cref="DigestSize"/> bytes; computed by <see cref="ChainDigest"/>.</summary>
    public required byte[] Digest { get; init; }
}
