using System.Globalization;

namespace CareJournal.Keeping;

/// <summary>
/// The last link of the record chain, as it is known outside of the database: in <c>journal.head</c> beside it, in each copy, and in short on paper.
/// Whoever puts an older file in the journal's place, or takes the last acts away with their links, leaves a file that does not reach it.
/// </summary>
/// <param name="Number">The number of the link, from 1.</param>
/// <param name="Digest">Its digest, <see cref="ChainLink.DigestSize"/> bytes.</param>
/// <param name="AtUtc">Its time, in UTC.</param>
public sealed record JournalHead(long Number, byte[] Digest, DateTime AtUtc)
{
    // Four bytes: enough to tell two states of one journal apart by eye, and no secret.
    private const int Printed = 4;

    /// <summary>The short form for paper and exports: the number of the last act and the beginning of its digest, such as <c>1234-9F03A2C1</c>.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Convert.ToHexString(Digest, 0, Printed)}");
}

/// <summary>Why it is doubtful that a file is the latest state of the journal. The practitioner decides whether it is opened.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Known">The number of the last act that is known of; 0 when nothing is known.</param>
/// <param name="KnownAtUtc">The time of that act, in UTC.</param>
/// <param name="Found">The number of the last act in the file.</param>
/// <param name="FoundAtUtc">The time of that act, in UTC; <c>null</c> where the file has no chain yet.</param>
public sealed record HeadDoubt(HeadDoubtKind Kind, long Known, DateTime? KnownAtUtc, long Found, DateTime? FoundAtUtc)
{
    /// <summary>The number of acts that are known of and not in the file, at least 0.</summary>
    public long Missing => Math.Max(0, Known - Found);

    /// <summary>Names this very doubt in a form: another one has to be decided anew.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Known}-{Found}");
}

/// <summary>What can be doubtful about a file.</summary>
public enum HeadDoubtKind
{
    /// <summary>The file ends before the last known act: it is older than the journal once was.</summary>
    Older,

    /// <summary>The file goes on in another way than the journal did: two computers wrote, or somebody else did.</summary>
    OtherHistory,

    /// <summary>Nothing is known of the last state: <c>journal.head</c> is not there.</summary>
    Missing,

    /// <summary>Nothing is known of the last state: <c>journal.head</c> cannot be read, or was not written with the key of this journal.</summary>
    Damaged,
}
