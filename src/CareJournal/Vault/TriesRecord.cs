using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// The content of <c>journal.tries</c>, 256 bytes, big-endian: magic <c>CJ-TRIES</c> (8) · version 1 (4) · assumed tries (4) · epoch (16) · tries (4) ·
/// zeros (4) · first and last try (8 each, .NET ticks, UTC) · present key (32) · tag of the first and of the last try (32 each) · start of the computer (16) ·
/// time since then at the last try (8, ticks) · zeros · SHA-256 of all before (32).
/// <para>The first key is HMAC-SHA-256 of the epoch under a key of the master key; each try is tagged with the present key, which then becomes its own hash.
/// The first key cannot be found from a later one, so neither the number nor the two times can be made smaller or changed by whoever has the file alone.</para>
/// </summary>
internal sealed record TriesRecord
{
    private const int Size = 256;
    private const int Version = 1;
    private const int ChecksumStart = Size - SHA256.HashSizeInBytes;
    private const int TagSize = HMACSHA256.HashSizeInBytes;
    private const int EpochStart = 16;
    private const int CountStart = 32;
    private const int FirstStart = 40;
    private const int LastStart = 48;
    private const int KeyStart = 56;
    private const int FirstTagStart = KeyStart + TagSize;
    private const int LastTagStart = FirstTagStart + TagSize;
    private const int BootStart = LastTagStart + TagSize;
    private const int SinceBootStart = BootStart + 16;

    // More than anybody reaches with a wait of fifteen minutes each; checking them takes a second.
    private const int MostCounted = 1_000_000;

    private byte[] _key = [];
    private byte[] _firstTag = new byte[TagSize];
    private byte[] _lastTag = new byte[TagSize];
    private Guid _boot;
    private TimeSpan _sinceBoot;
    private Guid _epoch;
    private long _first;
    private long _last;

    private TriesRecord()
    {
    }

    /// <summary>The wrong tries of this epoch, at most a million.</summary>
    public int Count { get; private init; }

    /// <summary>The tries that a missing or changed file stands for.</summary>
    public int Assumed { get; private init; }

    /// <summary>Whether it was begun by somebody who had the master key.</summary>
    public bool IsKeyed => _epoch != Guid.Empty;

    /// <summary>The time of the first try; null without one.</summary>
    public DateTime? FirstUtc => Instant(_first);

    /// <summary>The time of the last try; null without one.</summary>
    public DateTime? LastUtc => Instant(_last);

    /// <summary>A record from before any key was at hand.</summary>
    public static TriesRecord Unkeyed(int assumed) => new() { Assumed = assumed, _key = RandomNumberGenerator.GetBytes(TagSize) };

    /// <summary>A record without a try, begun with the key for this purpose.</summary>
    public static TriesRecord Begin(ReadOnlySpan<byte> key)
    {
        var epoch = new Guid(RandomNumberGenerator.GetBytes(16));
        return new TriesRecord { _epoch = epoch, _key = FirstKey(key, epoch) };
    }

    /// <summary>Reads the file; null when it is not as it was written.</summary>
    public static TriesRecord? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length != Size || !file.StartsWith("CJ-TRIES"u8) || Number(file, 8) != Version
            || !SHA256.HashData(file[..ChecksumStart]).AsSpan().SequenceEqual(file[ChecksumStart..])
            || Number(file, 12) is not (0 or WrongTries.AssumedTries) || Number(file, CountStart) is < 0 or > MostCounted
            || !IsInstant(file, FirstStart) || !IsInstant(file, LastStart))
        {
            return null;
        }

        return new TriesRecord
        {
            Assumed = Number(file, 12),
            _epoch = new Guid(file.Slice(EpochStart, 16), bigEndian: true),
            Count = Number(file, CountStart),
            _first = Long(file, FirstStart),
            _last = Long(file, LastStart),
            _key = file.Slice(KeyStart, TagSize).ToArray(),
            _firstTag = file.Slice(FirstTagStart, TagSize).ToArray(),
            _lastTag = file.Slice(LastTagStart, TagSize).ToArray(),
            _boot = new Guid(file.Slice(BootStart, 16), bigEndian: true),
            _sinceBoot = TimeSpan.FromTicks(Long(file, SinceBootStart)),
        };
    }

    /// <summary>Returns the file.</summary>
    public byte[] ToBytes()
    {
        var file = new byte[Size];
        "CJ-TRIES"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(12), Assumed);
        _epoch.TryWriteBytes(file.AsSpan(EpochStart), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(CountStart), Count);
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(FirstStart), _first);
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(LastStart), _last);
        _key.CopyTo(file, KeyStart);
        _firstTag.CopyTo(file, FirstTagStart);
        _lastTag.CopyTo(file, LastTagStart);
        _boot.TryWriteBytes(file.AsSpan(BootStart), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(SinceBootStart), _sinceBoot.Ticks);
        SHA256.HashData(file.AsSpan(0, ChecksumStart), file.AsSpan(ChecksumStart));
        return file;
    }

    /// <summary>Returns the record with one more try.</summary>
    public TriesRecord With(DateTime nowUtc, Guid boot, TimeSpan sinceBoot)
    {
        if (Count == MostCounted)
        {
            return At(boot, sinceBoot);
        }

        var firstTag = Count == 0 ? FirstTag(_key, nowUtc.Ticks) : _firstTag;
        return At(boot, sinceBoot) with
        {
            Count = Count + 1,
            _first = Count == 0 ? nowUtc.Ticks : _first,
            _last = nowUtc.Ticks,
            _firstTag = firstTag,
            _lastTag = LastTag(_key, Count + 1, nowUtc.Ticks, firstTag),
            _key = NextKey(_key),
        };
    }

    /// <summary>Returns the record with the time from which the wait counts.</summary>
    public TriesRecord At(Guid boot, TimeSpan sinceBoot) => this with { _boot = boot, _sinceBoot = sinceBoot };

    /// <summary>The time that has certainly passed since the last try: none after another start of the computer, whatever its clock says.</summary>
    public TimeSpan Ago(Guid boot, TimeSpan sinceBoot) =>
        boot != Guid.Empty && boot == _boot && sinceBoot > _sinceBoot ? sinceBoot - _sinceBoot : TimeSpan.Zero;

    /// <summary>Whether it was begun with this key, and nothing in it was taken away or changed since.</summary>
    public bool IsOf(ReadOnlySpan<byte> key)
    {
        var present = FirstKey(key, _epoch);
        var holds = true;
        for (var number = 1; number <= Count; number++)
        {
            holds &= number > 1 || FirstTag(present, _first).AsSpan().SequenceEqual(_firstTag);
            holds &= number < Count || LastTag(present, number, _last, _firstTag).AsSpan().SequenceEqual(_lastTag);
            present = NextKey(present);
        }

        return holds && (Count > 0 || (_first == 0 && _last == 0)) && CryptographicOperations.FixedTimeEquals(present, _key);
    }

    private static byte[] FirstKey(ReadOnlySpan<byte> key, Guid epoch) => HMACSHA256.HashData(key, epoch.ToByteArray(bigEndian: true));

    private static byte[] NextKey(ReadOnlySpan<byte> key) => SHA256.HashData([.. "next"u8, .. key]);

    private static byte[] FirstTag(ReadOnlySpan<byte> key, long ticks)
    {
        Span<byte> first = [.. "first"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt64BigEndian(first[5..], ticks);
        return HMACSHA256.HashData(key, first);
    }

    private static byte[] LastTag(ReadOnlySpan<byte> key, int number, long ticks, ReadOnlySpan<byte> firstTag)
    {
        Span<byte> last = [.. "last."u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. firstTag];
        BinaryPrimitives.WriteInt32BigEndian(last[5..], number);
        BinaryPrimitives.WriteInt64BigEndian(last[9..], ticks);
        return HMACSHA256.HashData(key, last);
    }

    private static int Number(ReadOnlySpan<byte> file, int start) => BinaryPrimitives.ReadInt32BigEndian(file[start..]);

    private static long Long(ReadOnlySpan<byte> file, int start) => BinaryPrimitives.ReadInt64BigEndian(file[start..]);

    private static bool IsInstant(ReadOnlySpan<byte> file, int start) => Long(file, start) >= 0 && Long(file, start) <= DateTime.MaxValue.Ticks;

    private static DateTime? Instant(long ticks) => ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc);
}
